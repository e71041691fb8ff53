import {act} from './api.js';
import {appMessages, change, channel, channelsOf, message, page} from './state.js';

/** Shows a channel, or a message in it. @param {string} id @param {string} [highlight] ts */
export function showChannel(id, highlight) {
  show({place: {kind: 'channel', id}, highlight});
}

/** Opens the app's Home tab and tells the app, as Slack does each time. */
export function showHome() {
  show({place: {kind: 'home'}});
  act('openHome', {tab: 'home'});
}

/** Opens my direct messages with the app. */
export async function showAppMessages() {
  act('openHome', {tab: 'messages'});
  const known = appMessages();
  if (known) return showChannel(known.id);
  return showPerson(page.snapshot.app.user_id);
}

/** @param {string} id whose direct messages with me to open */
export async function showPerson(id) {
  const answer = await act('openDm', {user: id});
  if (answer.ok) showChannel(answer.channel);
}

/** @param {string} channelId @param {string} ts of the parent @param {string} [highlight] a reply */
export function showThread(channelId, ts, highlight) {
  const place = page.place?.id === channelId ? page.place : {kind: 'channel', id: channelId};
  show({place, thread: {channel: channelId, ts}, highlight});
  // On a touch screen the keyboard would cover what somebody came to read.
  const stop = matchMedia('(hover: none)').matches ? 'h2' : 'textarea';
  if (!highlight) queueMicrotask(() => document.querySelector(`.thread ${stop}`)?.focus());
}

/** Closes the side panel and gives the focus back to the message it belongs to. */
export function closeThread() {
  const ts = page.thread?.ts;
  show({place: page.place});
  queueMicrotask(() => document.querySelector(`.conversation [data-ts="${ts}"]`)?.focus());
}

/** Goes where an address of this page points. @param {string} address @return {boolean} it does */
export function follow(address) {
  const target = read(new URL(address, location.href));
  if (!target) return false;
  if (target.person) showPerson(target.person);
  else if (target.place.kind === 'home') showHome();
  else show(target);
  return true;
}

/** Shows what the address bar says, without a new entry in the history. */
export function restore() {
  const target = read(new URL(location.href));
  const first = channelsOf('joined')[0];
  if (target?.place && (target.place.kind === 'home' || channel(target.place.id))) apply(target);
  else if (first) apply({place: {kind: 'channel', id: first.id}});
  if (page.place?.kind === 'home') act('openHome', {tab: 'home'});
}

function show(target) {
  apply(target);
  const address = write(target);
  if (address !== location.pathname + location.search) history.pushState(null, '', address);
}

function apply({place, thread, highlight}) {
  change((p) => {
    const moved = p.place?.id !== place?.id || p.place?.kind !== place?.kind;
    if (moved) markNew(p.place?.id, channel(place?.id));
    if (p.thread?.ts !== thread?.ts) markNewReplies(p.thread?.ts, thread);
    p.place = place;
    p.thread = thread;
    p.highlight = highlight;
    p.drawer = false;
    p.editing = undefined;
  });
}

/** The mark "New" stands where reading ended before, and stays there until the person leaves. */
function markNew(before, c) {
  page.newSince.delete(before);
  if (c?.unread) page.newSince.set(c.id, c.last_read);
}

function markNewReplies(before, thread) {
  page.newSince.delete(before);
  const parent = thread && message(thread.channel, thread.ts);
  if (!parent?.thread_unread) return;
  const lastRead = parent.replies?.at(-parent.thread_unread - 1)?.ts ?? parent.ts;
  page.newSince.set(parent.ts, lastRead);
}

function read(url) {
  if (url.origin !== location.origin) return undefined;
  const [, root, id, part] = url.pathname.split('/');
  if (root === 'u' && id) return {person: id};
  if (root === '' && url.searchParams.has('home')) return {place: {kind: 'home'}};
  if (root !== 'archives' || !id) return undefined;
  const place = {kind: 'channel', id};
  const digits = /^p(\d{10})(\d{6})$/.exec(part ?? '');
  if (!digits) return {place};
  const ts = `${digits[1]}.${digits[2]}`;
  const parent = url.searchParams.get('thread_ts');
  if (!parent) return {place, highlight: ts};
  return {place, thread: {channel: id, ts: parent}, highlight: parent === ts ? undefined : ts};
}

function write({place, thread, highlight}) {
  if (place?.kind === 'home') return '/?home';
  if (!place) return '/';
  const part = (ts) => `/p${ts.replace('.', '')}`;
  if (thread) return `/archives/${place.id}${part(highlight ?? thread.ts)}?thread_ts=${thread.ts}`;
  return `/archives/${place.id}${highlight ? part(highlight) : ''}`;
}

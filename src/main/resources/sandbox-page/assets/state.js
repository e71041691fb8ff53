/**
 * What the page knows: the server's latest snapshot, and what this window looks at.
 *
 * @typedef {{kind: 'channel', id: string} | {kind: 'home'}} Place
 * @typedef {{channel: string, ts: string}} ThreadKey
 */

/** The one state of this window. Read it anywhere, change it through {@link change}. */
export const page = {
  /** @type {object | undefined} the workspace as `me` sees it, replaced whole at each change */
  snapshot: undefined,
  /** @type {Record<string, string>} emoji by short name */
  emoji: {},
  /** @type {string} whom this window acts as */
  me: '',
  /** @type {'connecting' | 'live' | 'lost'} */
  connection: 'connecting',
  /** @type {Place | undefined} what the middle shows */
  place: undefined,
  /** @type {ThreadKey | undefined} the thread in the side panel */
  thread: undefined,
  /** @type {string | undefined} a message to bring into view once, by its ts */
  highlight: undefined,
  /** @type {string | undefined} own message that is being edited, `channel/ts` */
  editing: undefined,
  /** @type {Set<string>} long messages that are shown whole, by ts */
  unfolded: new Set(),
  /** the channel list as a drawer, on small screens */
  drawer: false,
  /** @type {Map<string, string>} where the mark "New" stands, by channel or parent, while it is open */
  newSince: new Map(),
};

const listeners = new Set();
let scheduled = false;

/** @param {() => void} listener called once per frame in which something changed */
export function onChange(listener) {
  listeners.add(listener);
}

/** @param {(p: typeof page) => void} [mutate] */
export function change(mutate) {
  mutate?.(page);
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    for (const listener of listeners) listener();
  });
}

/** @param {string | undefined} id */
export function user(id) {
  return page.snapshot?.users.find((u) => u.id === id);
}

/** @param {string | undefined} id */
export function channel(id) {
  return page.snapshot?.channels.find((c) => c.id === id);
}

/** @param {string} id */
export function group(id) {
  return page.snapshot?.groups.find((g) => g.id === id);
}

/** @param {object | undefined} person @return {string} the name people see */
export function nameOf(person) {
  return person?.display_name || person?.real_name || person?.name || 'Someone';
}

/** @param {object} c a channel @return {string} its name as the list shows it, without a mark */
export function titleOf(c) {
  if (c.kind === 'im') return nameOf(user(c.with));
  if (c.kind === 'mpim') {
    return c.members.filter((id) => id !== page.me).map((id) => nameOf(user(id))).join(', ');
  }
  return c.name;
}

/** @return {object | undefined} my direct messages with the app */
export function appMessages() {
  const bot = page.snapshot?.app?.user_id;
  return page.snapshot?.channels.find((c) => c.kind === 'im' && c.with === bot);
}

/** @param {string} channelId @param {string} ts @return {object | undefined} */
export function message(channelId, ts) {
  for (const m of channel(channelId)?.messages ?? []) {
    if (m.ts === ts) return m;
    const reply = m.replies?.find((r) => r.ts === ts);
    if (reply) return reply;
  }
  return undefined;
}

/** @return {object[]} channels of one section of the list, as people expect them ordered */
export function channelsOf(section) {
  const all = page.snapshot?.channels ?? [];
  const app = page.snapshot?.app?.user_id;
  const rooms = (c) => c.kind === 'channel' || c.kind === 'private';
  const belongs = {
    joined: (c) => rooms(c) && c.is_member,
    others: (c) => rooms(c) && !c.is_member && !c.is_archived,
    direct: (c) => !rooms(c) && c.with !== app,
  }[section];
  return all.filter(belongs).sort((a, b) => titleOf(a).localeCompare(titleOf(b)));
}

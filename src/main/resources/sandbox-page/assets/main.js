import './composer.js';
import {html, nothing, render} from './lit.js';
import {ask, load} from './api.js';
import {channelView, threadView} from './channelview.js';
import {icon} from './icons.js';
import {follow as followLive} from './live.js';
import {drawModal, onModalCancel} from './modal.js';
import {announce} from './notice.js';
import {firstPerson, profile, receive} from './people.js';
import {closeThread, follow, restore} from './route.js';
import {showNeighbour, sidebar} from './sidebar.js';
import {change, channel, message, onChange, page, titleOf} from './state.js';
import {spokenName, wordsOf} from './messages.js';
import {topbar} from './topbar.js';

const app = document.getElementById('app');

/** @type {string} the newest message that was there before, so that only later ones are read aloud */
let heardUntil = '';
/** Up to where the server was told that it is read, by person and channel or parent. @type {Map<string, string>} */
const toldRead = new Map();

async function start() {
  const [emoji, people] = await Promise.all([
    load('/page/emoji.json').catch(() => ({})),
    load('/page/people'),
  ]);
  page.emoji = emoji;
  page.me = firstPerson(people);
  onChange(draw);
  followLive(receive);
  change();
}

function draw() {
  render(page.snapshot ? workspace() : starting(), app);
  drawModal();
  if (!page.snapshot) return;
  document.title = title();
  bringIntoView();
  markRead();
  readAloud();
}

function starting() {
  return html`<div class="starting" role="status">${page.connection === 'lost'
    ? 'The sandbox does not answer. Trying again…' : 'Opening the workspace…'}</div>`;
}

function workspace() {
  const none = page.snapshot.app.connected === 'none';
  return html`
    ${topbar()}
    ${page.connection === 'lost' ? html`<p class="banner" role="status">${icon('warn')}
      The connection to the sandbox is lost. Trying again; what you typed stays here.</p>` : nothing}
    ${page.connection !== 'lost' && none ? html`<p class="banner quiet" role="status">${icon('pause')}
      No app is connected to this workspace right now. People can talk; nobody does their
      homework.</p>` : nothing}
    <div class="columns ${page.thread ? 'with-thread' : ''}">
      ${sidebar()}
      <main id="main" tabindex="-1">
        <section class="conversation" aria-label=${placeName()}>${channelView()}</section>
        ${threadView()}
      </main>
    </div>`;
}

function title() {
  const unread = page.snapshot.channels.filter((c) => c.is_member)
      .reduce((sum, c) => sum + (c.kind === 'im' ? c.unread : c.mentions ?? 0), 0);
  return `${unread ? `(${unread}) ` : ''}${placeName()} · ${page.snapshot.team.name}`;
}

function placeName() {
  const c = channel(page.place?.id);
  return page.place?.kind === 'home' ? page.snapshot.app.name : c ? titleOf(c) : 'Conversation';
}

/** A message that an address pointed to comes into view once, and gets the focus. */
function bringIntoView() {
  if (!page.highlight) return;
  const ts = page.highlight;
  const place = page.thread && message(page.thread.channel, page.thread.ts) ? '.thread' : '.conversation';
  const found = document.querySelector(`${place} [data-ts="${ts}"]`);
  if (!found) return;
  page.highlight = undefined;
  found.closest('chat-log')?.reveal(found);
  found.focus({preventScroll: true});
  found.classList.add('found');
  found.addEventListener('animationend', () => found.classList.remove('found'), {once: true});
}

/** What stands in front of a person who looks at it is read. */
function markRead() {
  if (document.hidden) return;
  const c = channel(page.place?.id);
  if (c?.unread && c.is_member && seen('.conversation', c.id)) {
    tell({channel: c.id, ts: c.messages.at(-1)?.ts});
  }
  const parent = page.thread && message(page.thread.channel, page.thread.ts);
  if (parent?.thread_unread && seen('.thread', parent.ts)) {
    tell({channel: page.thread.channel, thread_ts: parent.ts, ts: parent.replies.at(-1).ts});
  }
}

/** At its end, or just opened with the mark "New" in view. */
function seen(place, key) {
  const log = document.querySelector(`${place} chat-log`);
  return log?.checkVisibility() && (log.atEnd || page.newSince.has(key));
}

function tell(read) {
  const key = `${page.me} ${read.thread_ts ?? read.channel}`;
  if (!read.ts || toldRead.get(key) === read.ts) return;
  toldRead.set(key, read.ts);
  ask('read', read);
}

/** New messages of the open channel and thread are said to screen readers. */
function readAloud() {
  const c = channel(page.place?.id);
  const inThread = page.thread ? message(page.thread.channel, page.thread.ts)?.replies ?? [] : [];
  const all = [...(c?.messages ?? []), ...inThread];
  const newest = all.reduce((latest, m) => (m.ts > latest ? m.ts : latest), heardUntil);
  const fresh = heardUntil ? all.filter((m) => m.ts > heardUntil && m.user !== page.me) : [];
  if (fresh.length) announce(fresh.slice(-2).map((m) => `${spokenName(m)}: ${wordsOf(m)}`).join('. '));
  heardUntil = newest;
}

document.addEventListener('click', (event) => {
  const person = event.target.closest?.('[data-profile]');
  if (person) return profile(person, person.dataset.profile);
  const anchor = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  const elsewhere = anchor?.target === '_blank' || anchor?.getAttribute('href').startsWith('#');
  if (anchor && plain && !elsewhere && !event.defaultPrevented && follow(anchor.href)) {
    event.preventDefault();
  }
});

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    showNeighbour(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'F6') {
    event.preventDefault();
    nextRegion(event.shiftKey ? -1 : 1);
  } else if (event.key === 'Escape' && page.thread) {
    closeThread();
  }
});

/** F6 goes round the regions of the page, as in Slack. */
function nextRegion(step) {
  const stops = ['.sidebar [tabindex="0"]', '.conversation .message[tabindex="0"]',
    '.conversation > message-composer textarea', '.thread .message[tabindex="0"]',
    '.thread > message-composer textarea', '.topbar .person']
      .map((selector) => document.querySelector(selector)).filter((e) => e?.checkVisibility());
  const at = stops.findIndex((e) => e === document.activeElement);
  stops.at((at + step) % stops.length)?.focus();
}

addEventListener('popstate', () => page.snapshot && restore());
document.addEventListener('visibilitychange', () => change());
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => change());
document.getElementById('modal').addEventListener('cancel', onModalCancel);

start();

import './chatlog.js';
import {html, keyed, nothing, repeat} from './lit.js';
import {act} from './api.js';
import {avatar} from './avatar.js';
import {drawBlocks} from './blocks.js';
import {sure} from './confirm.js';
import {clock, ago, dayKey, dayName, fromTs, fullDate} from './dates.js';
import {localPath} from './elements.js';
import {pickEmoji} from './emojipicker.js';
import {icon} from './icons.js';
import {enlarge} from './lightbox.js';
import {openMenu} from './menu.js';
import {plain} from './mrkdwn.js';
import {notify} from './notice.js';
import {showThread} from './route.js';
import {change, channel, nameOf, page, titleOf, user} from './state.js';
import {messageSurface} from './surface.js';
import {emoji, mrkdwn} from './text.js';

/** Messages of one person within this time stand under one name. */
const TOGETHER_SECONDS = 300;

/** From this length on, words are folded. */
const LONG = 3000;

/** What a message says that Slack writes by itself. */
const HAPPENED = {
  channel_join: 'joined the channel',
  channel_leave: 'left the channel',
  channel_topic: 'changed the topic',
  channel_purpose: 'changed the description',
  channel_name: 'renamed the channel',
  channel_archive: 'archived the channel',
  channel_unarchive: 'took the channel out of the archive',
};

/**
 * @param {object} c the channel
 * @param {object[]} messages oldest first
 * @param {{inThread?: boolean, newSince?: string, before?: unknown, key: string}} options
 */
export function messageLog(c, messages, {inThread = false, newSince, before, key}) {
  return html`<div class="log-frame">
    ${keyed(key, html`<chat-log>
      <div class="log-words">${before}${repeat(entries(c, messages, inThread, newSince),
        (entry) => entry.key, (entry) => entry.drawn)}</div>
    </chat-log>`)}
    <button type="button" class="jump" @click=${(e) => e.currentTarget.previousElementSibling.toEnd()}>
      ${icon('arrow')} Newest messages</button>
  </div>`;
}

function entries(c, messages, inThread, newSince) {
  const drawn = [];
  let previous;
  let marked = newSince === undefined;
  for (const m of messages) {
    const day = dayKey(fromTs(m.ts));
    const firstOfDay = !previous || dayKey(fromTs(previous.ts)) !== day;
    if (firstOfDay && !inThread) drawn.push({key: `day ${day}`, drawn: dayMark(fromTs(m.ts))});
    const isNew = !marked && m.ts > newSince && m.user !== page.me;
    if (isNew) {
      marked = true;
      drawn.push({key: 'new', drawn: html`<div class="new-mark" role="separator">New</div>`});
    }
    const continued = !firstOfDay && !isNew && belongTogether(previous, m);
    drawn.push({key: m.ts, drawn: messageItem(m, c, {inThread, continued})});
    previous = m;
  }
  return drawn;
}

function dayMark(date) {
  return html`<div class="day-mark" role="separator"><span>${dayName(date)}</span></div>`;
}

function belongTogether(a, b) {
  const plainSubtype = (m) => !m.subtype || m.subtype === 'file_share' || m.subtype === 'bot_message';
  return plainSubtype(a) && plainSubtype(b) && authorKey(a) === authorKey(b)
      && Boolean(a.is_ephemeral) === Boolean(b.is_ephemeral)
      && Number(b.ts) - Number(a.ts) < TOGETHER_SECONDS && !a.reply_count;
}

const authorKey = (m) => (m.username ?? '') + (m.user ?? m.bot_id);

/** @param {object} m a message @return {object} who said it, with the name to show */
function author(m) {
  const app = page.snapshot.app;
  const known = user(m.user);
  const isApp = Boolean(m.bot_id) || known?.is_app || m.user === 'USLACKBOT';
  const ours = m.bot_id === app.bot_id || m.user === app.user_id;
  const name = m.username ?? (ours ? app.name : m.bot_profile?.name ?? nameOf(known));
  return {person: known ?? {id: ours ? app.user_id : '', initials: name.slice(0, 2)}, name, isApp};
}

/** @param {object} m @return {string} its beginning in plain words */
export function wordsOf(m) {
  const files = m.files?.map((f) => f.title || f.name).join(', ');
  const words = plain(m.text ?? '', nameById) || files || 'a message';
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}

/** @param {string} id of a person or channel */
function nameById(id) {
  if (user(id)) return nameOf(user(id));
  return channel(id) && titleOf(channel(id));
}

/** @param {object} m @return {string} for screen readers */
export function spokenName(m) {
  return author(m).name;
}

/** @param {object} m @param {object} c @param {{inThread?: boolean, continued?: boolean}} look */
export function messageItem(m, c, {inThread = false, continued = false}) {
  const who = author(m);
  const happened = HAPPENED[m.subtype];
  const gone = m.subtype === 'tombstone';
  const onlyYou = Boolean(m.is_ephemeral);
  const date = fromTs(m.ts);
  const shape = [continued && 'continued', onlyYou && 'ephemeral', happened && 'happened',
    gone && 'gone'].filter(Boolean).join(' ');
  return html`<article class="message ${shape}" data-ts=${m.ts} tabindex="-1"
      aria-label="${who.name}, ${clock(date)}${onlyYou ? ', only visible to you' : ''}: ${wordsOf(m)}"
      @keydown=${(event) => onKey(event, m, c, inThread)}>
    ${onlyYou ? html`<p class="only-you">${icon('eye')} Only visible to you</p>` : nothing}
    ${m.subtype === 'thread_broadcast' && !inThread ? broadcastLine(m, c) : nothing}
    <div class="message-side">${gone ? html`<span class="gone-mark">${icon('trash')}</span>`
      : continued ? time(date) : avatar(who.person)}</div>
    <div class="message-body">
      ${continued || gone ? nothing : html`<div class="message-head">
        <button type="button" class="author" data-profile=${who.person.id ?? ''}>${who.name}</button>
        ${who.isApp ? html`<span class="badge">App</span>` : nothing}
        ${who.person.is_external
          ? html`<span class="badge outside">${who.person.team_name ?? 'Other company'}</span>` : nothing}
        ${who.person.is_guest ? html`<span class="badge outside">Guest</span>` : nothing}
        ${time(date)}
      </div>`}
      ${page.editing === `${c.id}/${m.ts}` ? editor(m, c) : content(m, c, happened)}
      ${reactions(m, c)}
      ${inThread ? nothing : threadLine(m, c)}
    </div>
    ${gone || page.editing === `${c.id}/${m.ts}` ? nothing : toolbar(m, c, inThread)}
  </article>`;
}

function time(date) {
  return html`<time class="message-time" datetime=${date.toISOString()} title=${fullDate(date)}
    >${clock(date)}</time>`;
}

function content(m, c, happened) {
  if (m.subtype === 'tombstone') return html`<div class="words">This message was deleted.</div>`;
  if (happened) {
    const what = m.topic ?? m.purpose;
    return html`<div class="words">${what ? `${happened}: ${what}` : happened}</div>`;
  }
  const edited = m.edited ? html` <span class="edited" title=${fullDate(fromTs(m.edited.ts))}
    >(edited)</span>` : nothing;
  const asBlocks = m.blocks?.length && (m.bot_id || m.blocks.some((b) => b.type !== 'rich_text'));
  return html`
    ${asBlocks ? html`${drawBlocks(m.blocks, messageSurface(m, c.id))}${edited}` : nothing}
    ${!asBlocks && m.text ? folded(m, html`<div class="words ${m.subtype === 'me_message' ? 'me-message' : ''}"
      >${mrkdwn(m.text, {large: true})}${edited}</div>`) : nothing}
    ${(m.attachments ?? []).map((a) => attachment(a, m, c))}
    ${m.files?.length ? html`<div class="files">${m.files.map(file)}</div>` : nothing}`;
}

/** Very long words show their beginning, and the rest on demand. */
function folded(m, words) {
  if (m.text.length < LONG) return words;
  const open = page.unfolded.has(m.ts);
  const toggle = () => change((p) => (open ? p.unfolded.delete(m.ts) : p.unfolded.add(m.ts)));
  return html`<div class=${open ? '' : 'folded'}>${words}</div>
    <button type="button" class="button quiet" aria-expanded=${open} @click=${toggle}
      >${open ? 'Show less' : 'Show all of it'}</button>`;
}

function attachment(a, m, c) {
  return html`<div class="attachment">
    ${a.pretext ? html`<p>${mrkdwn(a.pretext)}</p>` : nothing}
    ${a.title ? html`<strong>${a.title}</strong>` : nothing}
    ${a.blocks ? drawBlocks(a.blocks, messageSurface(m, c.id))
      : html`<div class="words">${mrkdwn(a.text ?? a.fallback)}</div>`}
  </div>`;
}

function file(f) {
  const address = localPath(f.url_private ?? '');
  if (f.mimetype?.startsWith('image/')) {
    return html`<figure class="file-picture">
      <figcaption>${f.title || f.name}</figcaption>
      <button type="button" class="enlarge" title="Enlarge"
          @click=${() => enlarge(address, f.alt_txt ?? '', f.title || f.name)}>
        <img class="picture large" src=${address} alt=${f.alt_txt || f.title || f.name}
          width=${f.original_w ?? nothing} height=${f.original_h ?? nothing}></button>
    </figure>`;
  }
  return html`<a class="file-card" href=${address} target="_blank" rel="noopener">
    ${icon('file')}<span><strong>${f.title || f.name}</strong>
    <small>${(f.filetype ?? 'file').toUpperCase()} · ${size(f.size)}</small></span></a>`;
}

function size(bytes = 0) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function reactions(m, c) {
  if (!m.reactions?.length) return nothing;
  return html`<div class="reactions">${repeat(m.reactions, (r) => r.name, (r) => {
    const mine = r.users.includes(page.me);
    const names = r.users.map((id) => (id === page.me ? 'You' : nameOf(user(id)))).join(', ');
    return html`<button type="button" class="reaction" aria-pressed=${mine}
      title="${names} reacted with :${r.name}:"
      aria-label="${r.count} reacted with ${r.name.replace(/_/g, ' ')}: ${names}"
      @click=${() => act(mine ? 'unreact' : 'react', {channel: c.id, ts: m.ts, name: r.name})}
      >${emoji(r.name)}<span>${r.count}</span></button>`;
  })}
    <button type="button" class="reaction add" aria-label="Add a reaction"
      @click=${(event) => react(event.currentTarget, m, c)}>${icon('smile')}</button>
  </div>`;
}

async function react(anchor, m, c) {
  const name = await pickEmoji(anchor);
  if (!name) return;
  const mine = m.reactions?.some((r) => r.name === name && r.users.includes(page.me));
  if (!mine) act('react', {channel: c.id, ts: m.ts, name});
}

function threadLine(m, c) {
  const own = m.replies?.filter((r) => r.is_ephemeral).length ?? 0;
  if (!m.reply_count && !own) return nothing;
  const count = m.reply_count ?? 0;
  const last = m.latest_reply ?? m.replies?.at(-1)?.ts;
  const words = count ? `${count} ${count === 1 ? 'reply' : 'replies'}` : 'Only visible to you';
  const faces = (m.reply_users ?? []).slice(0, 4);
  return html`<button type="button" class="thread-line" @click=${() => showThread(c.id, m.ts)}>
    <span class="faces">${faces.map((id) => avatar(user(id), 'small'))}</span>
    <strong>${words}</strong>
    ${m.thread_unread ? html`<span class="unread-dot" title="${m.thread_unread} new"></span>
      <span class="visually-hidden">${m.thread_unread} new</span>` : nothing}
    ${last ? html`<span class="thread-last">Last reply ${ago(fromTs(last))}</span>` : nothing}
    <span class="thread-open">View thread ${icon('right')}</span>
  </button>`;
}

function broadcastLine(m, c) {
  return html`<p class="broadcast-line">${icon('reply')} replied to a thread:
    <button type="button" class="link" @click=${() => showThread(c.id, m.thread_ts, m.ts)}
      >${plain(m.root_text ?? 'the thread', nameById)}</button></p>`;
}

function toolbar(m, c, inThread) {
  const press = (run) => (event) => run(event.currentTarget);
  const openThread = () => showThread(c.id, m.thread_ts ?? m.ts);
  if (m.is_ephemeral) {
    return html`<div class="toolbar" role="toolbar" aria-label="Message actions">
      <button type="button" class="icon-button" title="Dismiss" aria-label="Dismiss"
        @click=${() => act('dismiss', {channel: c.id, ts: m.ts})}>${icon('close')}</button></div>`;
  }
  return html`<div class="toolbar" role="toolbar" aria-label="Message actions">
    <button type="button" class="icon-button" title="Add a reaction (R)" aria-label="Add a reaction"
      @click=${press((anchor) => react(anchor, m, c))}>${icon('smile')}</button>
    ${inThread ? nothing : html`<button type="button" class="icon-button" title="Reply in thread (T)"
      aria-label="Reply in thread" @click=${openThread}>${icon('reply')}</button>`}
    <button type="button" class="icon-button menu-button" title="More actions (M)"
      aria-label="More actions" aria-haspopup="menu"
      @click=${press((anchor) => messageMenu(anchor, m, c, inThread))}>${icon('more')}</button>
  </div>`;
}

function messageMenu(anchor, m, c, inThread) {
  const shortcuts = page.snapshot.shortcuts.filter((s) => s.type === 'message').map((s) => ({
    label: s.name,
    hint: page.snapshot.app.name,
    before: icon('bolt'),
    act: () => act('shortcut', {callback_id: s.callback_id, channel: c.id, ts: m.ts}),
  }));
  const reply = {
    label: 'Reply in thread',
    before: icon('reply'),
    act: () => showThread(c.id, m.thread_ts ?? m.ts),
  };
  const own = [
    {label: 'Edit message', before: icon('edit'), act: () => edit(m, c)},
    {label: 'Delete message…', before: icon('trash'), danger: true, act: () => remove(m, c)},
  ];
  openMenu(anchor, [
    ...shortcuts,
    ...(inThread ? [] : [reply]),
    {label: 'Copy link', before: icon('link'), act: () => copyLink(m)},
    ...(m.is_own ? own : []),
  ], {label: 'Message actions'});
}

async function copyLink(m) {
  try {
    await navigator.clipboard.writeText(new URL(m.permalink, location.href).href);
    notify('Link copied.');
  } catch {
    notify(`The link could not be copied: ${m.permalink}`);
  }
}

/** Opens an own message for editing in its place. */
export function edit(m, c) {
  change((p) => {
    p.editing = `${c.id}/${m.ts}`;
  });
}

async function remove(m, c) {
  const title = 'Delete message';
  if (await sure(title, 'Delete this message? This cannot be undone.', 'Delete')) {
    act('delete', {channel: c.id, ts: m.ts});
  }
}

function editor(m, c) {
  return html`<message-composer .target=${{channel: c.id, edits: m}} .label=${'Edit message'}
    ></message-composer>`;
}

function onKey(event, m, c, inThread) {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  if (m.is_ephemeral || m.subtype === 'tombstone') return;
  const button = (selector) => event.currentTarget.querySelector(`.toolbar ${selector}`);
  const keys = {
    Enter: () => !inThread && showThread(c.id, m.thread_ts ?? m.ts),
    t: () => !inThread && showThread(c.id, m.thread_ts ?? m.ts),
    r: () => react(button('.icon-button'), m, c),
    m: () => messageMenu(button('.menu-button'), m, c, inThread),
    e: () => m.is_own && edit(m, c),
    Delete: () => m.is_own && remove(m, c),
  };
  const run = keys[event.key];
  if (!run) return;
  event.preventDefault();
  run();
}

/** What stands above the first message of a channel. */
export function beginning(c) {
  const name = titleOf(c);
  const words = c.kind === 'im'
    ? html`This is the start of your messages with ${name}.`
    : html`This is the start of <strong>${c.kind === 'mpim' ? name : `#${name}`}</strong>.
        ${c.purpose ? mrkdwn(c.purpose) : nothing}`;
  return html`<div class="beginning">
    ${c.kind === 'im' ? avatar(user(c.with), 'large') : nothing}
    <p>${words}</p>
    ${c.messages.length ? nothing : html`<p class="hint">Nothing has been said here yet. Be the first.</p>`}
  </div>`;
}

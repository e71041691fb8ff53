import {html, nothing} from './lit.js';
import {act} from './api.js';
import {appAvatar, avatar} from './avatar.js';
import {drawBlocks} from './blocks.js';
import {channelMark, icon} from './icons.js';
import {beginning, messageItem, messageLog} from './messages.js';
import {openMenu} from './menu.js';
import {closeThread, showAppMessages, showHome} from './route.js';
import {appMessages, channel, message, nameOf, page, titleOf, user} from './state.js';
import {viewSurface} from './surface.js';
import {mrkdwn} from './text.js';

/** The middle of the page: a channel, direct messages, or the app's Home tab. */
export function channelView() {
  if (page.place?.kind === 'home') return appView('home', homeTab());
  const c = channel(page.place?.id);
  if (!c) {
    return html`<div class="empty"><p>${page.place
      ? 'This conversation is not there, or not for the person you act as.'
      : 'No conversation to show yet.'}</p></div>`;
  }
  if (c.id === appMessages()?.id) return appView('messages', conversation(c));
  return html`${channelHeader(c)}${conversation(c)}`;
}

function conversation(c) {
  return html`${messageLog(c, c.messages, {
    key: `${page.me} ${c.id}`,
    newSince: page.newSince.get(c.id),
    before: beginning(c),
  })}${writing(c)}`;
}

function channelHeader(c) {
  const title = titleOf(c);
  return html`<header class="view-head">
    <h1 tabindex="-1">
      ${c.kind === 'im' ? avatar(user(c.with), 'small') : channelMark(c)}<span>${title}</span>
    </h1>
    ${c.is_external ? html`<span class="badge outside">Shared</span>` : nothing}
    <p class="topic">${mrkdwn(c.topic || (c.kind === 'im' ? user(c.with)?.title : ''))}</p>
    ${c.kind === 'im' ? nothing : html`<button type="button" class="button quiet members"
      aria-haspopup="menu" aria-label="${c.members.length} members"
      @click=${(event) => members(event.currentTarget, c)}>${icon('people')}${c.members.length}</button>`}
  </header>`;
}

function members(anchor, c) {
  const bot = page.snapshot.app.user_id;
  const people = c.members.map(user).filter(Boolean);
  const withBot = c.members.includes(bot);
  const leave = {
    label: 'Leave channel',
    before: icon('back'),
    act: () => act('leave', {channel: c.id}),
  };
  openMenu(anchor, [
    {heading: true, label: `${people.length} members of ${titleOf(c)}`},
    ...people.map((u) => ({
      label: nameOf(u),
      hint: u.is_app ? 'App' : u.title,
      before: avatar(u, 'small'),
    })),
    {heading: true, label: 'This channel'},
    {
      label: withBot ? `Remove ${page.snapshot.app.name}` : `Add ${page.snapshot.app.name}`,
      before: icon('bolt'),
      danger: withBot,
      act: () => act(withBot ? 'kick' : 'invite', {channel: c.id, user: bot}),
    },
    ...(c.is_member ? [leave] : []),
  ], {label: 'Members'});
}

function writing(c) {
  if (c.is_archived) return html`<p class="closed">${icon('lock')} This channel is archived.</p>`;
  if (!c.is_member) {
    return html`<p class="closed">You are not in #${titleOf(c)}.
      <button type="button" class="button primary" @click=${() => act('join', {channel: c.id})}
        >Join channel</button></p>`;
  }
  const label = c.kind === 'im' ? `Message ${titleOf(c)}` : `Message #${titleOf(c)}`;
  return html`<message-composer .target=${{channel: c.id}} .label=${label}></message-composer>`;
}

function appView(tab, body) {
  const app = page.snapshot.app;
  const tabs = [
    app.home_tab && ['home', 'Home', showHome],
    app.messages_tab && ['messages', 'Messages', showAppMessages],
  ].filter(Boolean);
  return html`<header class="view-head app-head">
      <h1 tabindex="-1">${appAvatar('small')}<span>${app.name}</span></h1><span class="badge">App</span>
      <div class="tabs" role="tablist" aria-label=${app.name} @keydown=${onTabKey}>
        ${tabs.map(([key, words, go]) => html`<button type="button" role="tab" id="tab-${key}"
          aria-selected=${tab === key} tabindex=${tab === key ? 0 : -1}
          aria-controls="app-panel" @click=${go}>${words}</button>`)}
      </div>
    </header>
    <div class="app-panel" role="tabpanel" id="app-panel" aria-labelledby="tab-${tab}">${body}</div>`;
}

function onTabKey(event) {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  const other = [...event.currentTarget.children].find((t) => t !== event.target);
  other?.focus();
  other?.click();
}

function homeTab() {
  const home = page.snapshot.home;
  if (!home) {
    const away = page.snapshot.app.connected === 'none';
    return html`<div class="empty">${appAvatar('large')}
      <p>${away ? `${page.snapshot.app.name} is not connected, so its Home is empty.`
        : `${page.snapshot.app.name} is preparing this page…`}</p></div>`;
  }
  return html`<div class="home" tabindex="-1">
    <div class="home-words">${drawBlocks(home.blocks, viewSurface(home))}</div>
  </div>`;
}

/** The side panel with one thread. */
export function threadView() {
  if (!page.thread) return nothing;
  const c = channel(page.thread.channel);
  const parent = c && message(c.id, page.thread.ts);
  const replies = parent?.replies ?? [];
  const count = replies.filter((r) => !r.is_ephemeral).length;
  return html`<section class="thread" aria-label="Thread" @keydown=${onThreadKey}>
    <header class="view-head">
      <button type="button" class="icon-button thread-back" aria-label="Back to the channel"
        @click=${closeThread}>${icon('back')}</button>
      <h2 tabindex="-1">Thread</h2>
      <p class="topic">${c ? (c.kind === 'im' ? titleOf(c) : `#${titleOf(c)}`) : ''}</p>
      <button type="button" class="icon-button thread-close" aria-label="Close thread"
        title="Close (Esc)" @click=${closeThread}>${icon('close')}</button>
    </header>
    ${parent ? html`
      ${messageLog(c, replies, {
        inThread: true,
        key: `${page.me} ${parent.ts}`,
        newSince: page.newSince.get(parent.ts),
        before: html`${messageItem(parent, c, {inThread: true})}
          ${count ? html`<div class="reply-mark" role="separator">
            <span>${count} ${count === 1 ? 'reply' : 'replies'}</span></div>` : nothing}`,
      })}
      ${c.is_archived || !c.is_member ? nothing : html`<message-composer
        .target=${{channel: c.id, thread: parent.ts}} .label=${'Reply…'}></message-composer>`}`
    : html`<div class="empty"><p>This thread is not there any more.</p></div>`}
  </section>`;
}

function onThreadKey(event) {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault();
  closeThread();
}

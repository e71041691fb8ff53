import {html, nothing} from './lit.js';
import {appAvatar, avatar} from './avatar.js';
import {guide} from './guide.js';
import {channelMark, icon} from './icons.js';
import {showAppMessages, showChannel, showHome} from './route.js';
import {appMessages, change, channelsOf, page, titleOf, user} from './state.js';

/** Channels, direct messages, apps and the guide; a drawer on small screens. */
export function sidebar() {
  const joined = channelsOf('joined');
  const others = channelsOf('others');
  const direct = channelsOf('direct');
  return html`<nav id="sidebar" class="sidebar ${page.drawer ? 'open' : ''}" aria-label="Workspace"
      @keydown=${onKey}>
    <div class="sidebar-lists">
      ${section('Channels', joined.map((c) => row(c)))}
      ${others.length ? section('More channels', others.map((c) => row(c))) : nothing}
      ${direct.length ? section('Direct messages', direct.map((c) => row(c))) : nothing}
      ${section('Apps', [appRow()])}
    </div>
    ${guide()}
  </nav>
  ${page.drawer ? html`<button type="button" class="drawer-back" aria-label="Close the channel list"
    @click=${closeDrawer}></button>` : nothing}`;
}

function toggleDrawer() {
  change((p) => {
    p.drawer = !p.drawer;
  });
  if (!page.drawer) return;
  requestAnimationFrame(() => document.querySelector('#sidebar [tabindex="0"]')?.focus());
}

function closeDrawer() {
  change((p) => {
    p.drawer = false;
  });
}

function section(title, rows) {
  const id = `list-${title.toLowerCase().replace(/\s/g, '-')}`;
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <ul>${rows.map((r) => html`<li>${r}</li>`)}</ul>
  </section>`;
}

function row(c) {
  const here = page.place?.kind === 'channel' && page.place.id === c.id;
  const unread = (c.unread > 0 || c.mentions > 0) && !here;
  const title = titleOf(c);
  const kind = c.is_external ? ', shared with another company' : c.kind === 'private' ? ', private' : '';
  return html`<a class="row ${unread ? 'unread' : ''} ${c.is_archived ? 'archived' : ''}"
      href="/archives/${c.id}" data-row aria-current=${here ? 'page' : nothing} tabindex=${here ? 0 : -1}
      @click=${(event) => open(event, () => showChannel(c.id))}>
    ${c.kind === 'im' ? avatar(user(c.with), 'tiny') : channelMark(c)}
    <span class="row-name">${title}<span class="visually-hidden">${kind}${
      unread ? `, ${c.unread || c.mentions} unread` : ''}</span></span>
    ${c.mentions && unread ? html`<span class="count">${c.mentions}</span>`
      : unread ? html`<span class="unread-dot" aria-hidden="true"></span>` : nothing}
  </a>`;
}

function appRow() {
  const app = page.snapshot.app;
  const dm = appMessages();
  const here = page.place?.kind === 'home' || (dm && page.place?.id === dm.id);
  const unread = dm?.unread && !here;
  const states = {http: 'listens over HTTP', socket: 'listens over a WebSocket', none: 'is not connected'};
  const go = unread ? showAppMessages : app.home_tab ? showHome : showAppMessages;
  return html`<a class="row app ${unread ? 'unread' : ''}" href="/?home" data-row
      aria-current=${here ? 'page' : nothing} tabindex=${here ? 0 : -1}
      title="${app.name} ${states[app.connected]}" @click=${(event) => open(event, go)}>
    ${appAvatar('tiny')}
    <span class="row-name">${app.name}</span>
    ${unread ? html`<span class="count">${dm.unread}</span>` : nothing}
    <span class="presence ${app.connected}"><span class="visually-hidden">${states[app.connected]}</span></span>
  </a>`;
}

/** A plain press stays in this window; with a modifier key the browser opens another one. */
function open(event, go) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  go();
}

function onKey(event) {
  if (event.key === 'Escape' && page.drawer) {
    closeDrawer();
    document.querySelector('.drawer-button')?.focus();
    return;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll('[data-row]')];
  const at = rows.indexOf(event.target);
  if (at < 0) return;
  const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1}[event.key];
  if (to === undefined || !rows[to]) return;
  event.preventDefault();
  rows[to].focus();
}

/** @param {number} step 1 for the next channel of the list, -1 for the one before */
export function showNeighbour(step) {
  const all = [...channelsOf('joined'), ...channelsOf('direct')];
  const at = all.findIndex((c) => c.id === page.place?.id);
  const next = all[(at + step + all.length) % all.length];
  if (next) showChannel(next.id);
}

/** The button that opens the drawer. */
export function drawerButton() {
  const waits = (c) => c.unread && c.is_member && c.id !== page.place?.id;
  const dot = page.snapshot.channels.some(waits)
    ? html`<span class="unread-dot" aria-hidden="true"></span>` : nothing;
  return html`<button type="button" class="icon-button drawer-button" aria-label="Channels and guide"
    aria-expanded=${page.drawer} aria-controls="sidebar" @click=${toggleDrawer}>${icon('menu')}${dot}</button>`;
}

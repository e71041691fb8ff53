import {html, svg} from './lit.js';

/** Drawn for this page on a 20 by 20 grid, in the colour of the text around them. */
const PATHS = {
  hash: svg`<path d="M7.6 3 6 17M14 3l-1.6 14M3.6 7.3h13.2M3.2 12.7h13.2"/>`,
  lock: svg`<rect x="4" y="9" width="12" height="8" rx="1.8"/><path d="M6.8 9V6.6a3.2 3.2 0 0 1 6.4 0V9"/>`,
  shared: svg`<rect x="2.5" y="5.5" width="8.5" height="8.5" rx="2"/><path d="M8 14.5v.5a2 2 0 0 0 2 2h5.5a2 2 0 0 0 2-2V9.5a2 2 0 0 0-2-2H14"/>`,
  menu: svg`<path d="M3 5.5h14M3 10h14M3 14.5h14"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  back: svg`<path d="M16 10H4m5-5-5 5 5 5"/>`,
  down: svg`<path d="m5 7.5 5 5 5-5"/>`,
  right: svg`<path d="m7.5 5 5 5-5 5"/>`,
  more: svg`<g fill="currentColor" stroke="none"><circle cx="4.5" cy="10" r="1.5"/><circle cx="10" cy="10" r="1.5"/><circle cx="15.5" cy="10" r="1.5"/></g>`,
  reply: svg`<path d="M4 4.5h12a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H9l-4 3v-3H4A1.5 1.5 0 0 1 2.5 13V6A1.5 1.5 0 0 1 4 4.5ZM6 8h8M6 11h5"/>`,
  smile: svg`<circle cx="10" cy="10" r="7.2"/><path d="M6.8 11.8a3.6 3.6 0 0 0 6.4 0"/><g fill="currentColor" stroke="none"><circle cx="7.5" cy="8.2" r="1"/><circle cx="12.5" cy="8.2" r="1"/></g>`,
  eye: svg`<path d="M2 10s3-5.3 8-5.3S18 10 18 10s-3 5.3-8 5.3S2 10 2 10Z"/><circle cx="10" cy="10" r="2.3"/>`,
  send: svg`<path d="M3.5 16.5 17 10 3.5 3.5 3.8 8.7 11 10l-7.2 1.3Z" fill="currentColor"/>`,
  clip: svg`<path d="m16.5 9.5-6.3 6.3a3.8 3.8 0 0 1-5.4-5.4l6.6-6.6a2.5 2.5 0 0 1 3.6 3.6l-6.5 6.4a1.3 1.3 0 0 1-1.8-1.8l5.9-5.9"/>`,
  at: svg`<circle cx="10" cy="10" r="2.8"/><path d="M12.8 7.2v3.6a1.9 1.9 0 0 0 3.9 0V10a6.7 6.7 0 1 0-2.8 5.4"/>`,
  slash: svg`<rect x="2.5" y="2.5" width="15" height="15" rx="3"/><path d="m12 6-4 8"/>`,
  check: svg`<path d="m4 10.5 4 4 8-9"/>`,
  edit: svg`<path d="m4 16 .7-3.3 8.3-8.3a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.3 15.3Z"/>`,
  trash: svg`<path d="M3.5 5.5h13M8 5.5V4h4v1.5M5.5 5.5l.7 10.5h7.6l.7-10.5"/>`,
  link: svg`<path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3L10 5.7M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1.2-1.2"/>`,
  bolt: svg`<path d="M11 2.5 4.5 11.5H10L9 17.5l6.5-9H10Z"/>`,
  sun: svg`<circle cx="10" cy="10" r="3.2"/><path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4"/>`,
  moon: svg`<path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z"/>`,
  people: svg`<circle cx="7.5" cy="7" r="2.8"/><path d="M2.5 16c.4-3 2.3-4.5 5-4.5s4.6 1.5 5 4.5M12.5 4.5a2.8 2.8 0 0 1 0 5M14 11.8c2 .4 3.2 1.8 3.5 4.2"/>`,
  flag: svg`<path d="M5 17.5V3M5 4h9.5l-2 3.2 2 3.3H5"/>`,
  file: svg`<path d="M5 2.5h6.5l4 4v11H5Zm6.5 0v4h4"/>`,
  warn: svg`<path d="M10 3 2 16.5h16ZM10 8v4"/><circle cx="10" cy="14.2" r=".9" fill="currentColor" stroke="none"/>`,
  arrow: svg`<path d="M10 4v12m-5-5 5 5 5-5"/>`,
  keys: svg`<rect x="2" y="5" width="16" height="10.5" rx="2"/><path d="M5 8.2h.1M8.300 8.2h.1M11.600 8.2h.1M15 8.2h.1M6.500 12.3h7"/>`,
  pause: svg`<circle cx="10" cy="10" r="7.2"/><path d="M10 6v4.5l3 1.5"/>`,
};

/** @param {keyof typeof PATHS} name @return a picture that screen readers skip */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" fill="none"
    stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"
    >${PATHS[name]}</svg>`;
}

/** @param {object} channel @return the mark before a channel's name, with words for its meaning */
export function channelMark(channel) {
  const kind = channel.is_external ? 'shared' : channel.kind === 'private' ? 'lock' : 'hash';
  const words = {shared: 'shared channel', lock: 'private channel', hash: 'channel'}[kind];
  return html`<span class="mark" title=${words}>${icon(kind)}</span>`;
}

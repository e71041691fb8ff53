import {html, svg} from './lit.js';
import {page} from './state.js';

/** So far apart that neighbours differ; white letters keep 4.5 : 1 on each. */
const COLOURS = ['#2f6690', '#8a4f9e', '#b4472d', '#2d7a4f', '#7a5c2e', '#a23b72', '#3d5a80',
  '#0f766e', '#9a3d3d', '#5b5ea6', '#52702b', '#8c5a00'];
const NOBODY = '#5b6670';

/** @param {object | undefined} person @param {'small' | 'medium' | 'large'} [size] */
export function avatar(person, size = 'medium') {
  if (person?.is_app || person?.id === page.snapshot?.app?.user_id) return appAvatar(size);
  const place = page.snapshot?.users.findIndex((u) => u.id === person?.id) ?? -1;
  const back = place < 0 ? NOBODY : COLOURS[place % COLOURS.length];
  return html`<svg class="avatar ${size}" viewBox="0 0 36 36" aria-hidden="true">
    <rect width="36" height="36" rx="8" fill=${back}/>
    <text x="18" y="23" text-anchor="middle" font-size="14" font-weight="600" fill="#ffffff"
      >${person?.initials ?? '?'}</text>
  </svg>`;
}

/** The app's own mark: a question with a compass needle in it. */
export function appAvatar(size = 'medium') {
  return html`<svg class="avatar ${size}" viewBox="0 0 36 36" aria-hidden="true">
    <rect width="36" height="36" rx="8" fill="#0d5c63"/>${NEEDLE}
  </svg>`;
}

const NEEDLE = svg`
  <path d="M18 7a10.5 10.5 0 1 1-6.6 18.7L7.5 27l1.4-4A10.5 10.5 0 0 1 18 7Z" fill="none"
    stroke="#e8f6f4" stroke-width="2" stroke-linejoin="round"/>
  <path d="m22.8 12.7-2.9 7-7 2.9 2.9-7Z" fill="#ffd27a"/>
  <circle cx="17.8" cy="17.7" r="1.5" fill="#0d5c63"/>`;

import {html, svg} from './lit.js';
import {page} from './state.js';

/** @param {object | undefined} person @param {'small' | 'medium' | 'large'} [size] */
export function avatar(person, size = 'medium') {
  if (person?.is_app || person?.id === page.snapshot?.app?.user_id) return appAvatar(size);
  const back = person?.color ?? '#6b7280';
  return html`<svg class="avatar ${size}" viewBox="0 0 36 36" aria-hidden="true">
    <rect width="36" height="36" rx="8" fill=${back}/>
    <text x="18" y="23" text-anchor="middle" font-size="14" font-weight="600" fill=${inkOn(back)}
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

/** Dark or white letters, whichever can be read better on the colour. */
function inkOn(hex) {
  const part = (at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const light = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.0577 ? '#ffffff' : '#14181b';
}

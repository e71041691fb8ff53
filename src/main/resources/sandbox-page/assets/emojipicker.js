import {html, render} from './lit.js';
import {page} from './state.js';
import {showBeside, topSurface} from './popup.js';

const FREQUENT = ['white_check_mark', 'eyes', '+1', 'tada', 'heart', 'raised_hands', 'pray', 'rocket',
  'wave', 'thinking_face', 'joy', 'smile', 'clap', '100', 'bulb', 'calendar', 'memo', 'books',
  'question', 'warning', 'x', 'hourglass_flowing_sand', 'handshake', 'sparkles'];
const COLUMNS = 8;
const MOST = 96;

/**
 * @param {HTMLElement} anchor the button that was pressed
 * @param {'start' | 'end'} [align] which of its sides the picker keeps to
 * @return {Promise<string | undefined>} the short name that was picked
 */
export function pickEmoji(anchor, align = 'end') {
  return new Promise((resolve) => {
    let picked;
    let query = '';
    const panel = document.createElement('div');
    panel.popover = 'auto';
    panel.className = 'emoji-picker';
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-label', 'Emoji');
    topSurface().append(panel);
    const draw = () => render(html`
      <input class="field" type="text" placeholder="Search emoji" aria-label="Search emoji"
        autocomplete="off"
        @input=${(event) => { query = event.target.value; draw(); }}>
      <div class="emoji-grid">${found(query).map((name) => html`
        <button type="button" title=":${name}:" aria-label=${name.replace(/_/g, ' ')}
          @click=${() => { picked = name; panel.hidePopover(); }}>${page.emoji[name]}</button>`)}
      </div>`, panel);
    draw();
    panel.addEventListener('keydown', (event) => move(event, panel));
    panel.addEventListener('toggle', (event) => {
      if (event.newState === 'open') return;
      panel.remove();
      resolve(picked);
    });
    showBeside(panel, anchor, {align});
    panel.querySelector('input').focus();
  });
}

/** @param {string} query @param {number} [most] @return {string[]} names, the best first */
export function found(query, most = MOST) {
  const words = query.trim().toLowerCase().replace(/^:|:$/g, '').replace(/\s+/g, '_');
  if (!words) return FREQUENT.filter((name) => page.emoji[name]);
  const hits = Object.keys(page.emoji).filter((name) => name.includes(words));
  const rank = (name) => (name === words ? 0 : name.startsWith(words) ? 1 : 2);
  return hits.sort((a, b) => rank(a) - rank(b) || a.length - b.length).slice(0, most);
}

function move(event, panel) {
  const input = panel.querySelector('input');
  const all = [...panel.querySelectorAll('.emoji-grid button')];
  const at = all.indexOf(document.activeElement);
  if (event.key === 'Enter' && document.activeElement === input) {
    event.preventDefault();
    all[0]?.click();
    return;
  }
  if (at < 0 && event.key !== 'ArrowDown') return;
  const down = at < 0 ? 1 : COLUMNS;
  const step = {ArrowRight: 1, ArrowLeft: -1, ArrowDown: down, ArrowUp: -COLUMNS}[event.key];
  if (!step) return;
  event.preventDefault();
  (all[at + step] ?? (step < 0 ? input : all.at(-1)))?.focus();
}

import {html, nothing, render} from './lit.js';
import {showBeside, topSurface} from './popup.js';

/**
 * @typedef {object} Item
 * @property {unknown} label
 * @property {unknown} [before] a picture
 * @property {unknown} [hint] a second line
 * @property {boolean} [danger]
 * @property {boolean} [chosen] one of several, and this one is on
 * @property {boolean} [heading] a title between items
 * @property {string} [href] opened in another window beside the act
 * @property {() => void} [act]
 */

/**
 * Opens a menu: arrow keys, Home, End and first letters move, Esc closes and gives the focus back.
 *
 * @param {HTMLElement} anchor the button that was pressed
 * @param {Item[]} items
 * @param {{label: string, align?: 'start' | 'end'}} options
 */
export function openMenu(anchor, items, {label, align = 'end'}) {
  const panel = document.createElement('div');
  panel.popover = 'auto';
  panel.className = 'menu';
  panel.setAttribute('role', 'menu');
  panel.setAttribute('aria-label', label);
  topSurface().append(panel);
  render(items.map((item) => draw(item, panel)), panel);
  anchor.setAttribute('aria-expanded', 'true');
  panel.addEventListener('keydown', (event) => move(event, panel));
  panel.addEventListener('toggle', (event) => {
    if (event.newState === 'open') return;
    anchor.removeAttribute('aria-expanded');
    panel.remove();
  });
  showBeside(panel, anchor, {align});
  const entries = entriesOf(panel);
  (entries.find((e) => e.getAttribute('aria-checked') === 'true') ?? entries[0])?.focus();
}

function draw(item, panel) {
  if (item.heading) return html`<div class="menu-heading" role="presentation">${item.label}</div>`;
  const body = html`
    ${item.before ? html`<span class="menu-before">${item.before}</span>` : nothing}
    <span class="menu-words"><span>${item.label}</span>${
      item.hint ? html`<small>${item.hint}</small>` : nothing}</span>
    ${item.chosen ? html`<span class="menu-chosen" aria-hidden="true">✓</span>` : nothing}`;
  const shape = item.danger ? 'danger' : '';
  const run = () => {
    panel.hidePopover();
    item.act?.();
  };
  if (item.href) {
    return html`<a role="menuitem" tabindex="-1" class=${shape} href=${item.href} target="_blank"
      rel="noopener noreferrer" @click=${run}>${body}</a>`;
  }
  return item.chosen === undefined
    ? html`<button type="button" role="menuitem" tabindex="-1" class=${shape} @click=${run}
        >${body}</button>`
    : html`<button type="button" role="menuitemradio" tabindex="-1" aria-checked=${item.chosen}
        class=${shape} @click=${run}>${body}</button>`;
}

function entriesOf(panel) {
  return [...panel.querySelectorAll('[role^=menuitem]')];
}

function move(event, panel) {
  const entries = entriesOf(panel);
  const at = entries.indexOf(document.activeElement);
  const to = {
    ArrowDown: (at + 1) % entries.length,
    ArrowUp: (at - 1 + entries.length) % entries.length,
    Home: 0,
    End: entries.length - 1,
  }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    entries[to].focus();
  } else if (event.key === 'Tab') {
    event.preventDefault();
    panel.hidePopover();
  } else if (event.key.length === 1 && /\S/.test(event.key)) {
    const ahead = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
    const words = (e) => e.querySelector('.menu-words').textContent.trim().toLowerCase();
    ahead.find((e) => words(e).startsWith(event.key.toLowerCase()))?.focus();
  }
}

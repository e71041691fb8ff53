import {html, render} from './lit.js';
import {icon} from './icons.js';

const KEYS = [
  ['F6', 'From region to region: channels, field, messages, thread'],
  ['↑ ↓', 'From channel to channel, from message to message, within menus'],
  ['Alt + ↑ ↓', 'Show the previous or next channel'],
  ['T or Enter', 'On a message: open its thread'],
  ['R', 'On a message: add a reaction'],
  ['M', 'On a message: more actions, such as “Ask for business context”'],
  ['E, Delete', 'On an own message: edit or delete it'],
  ['↑', 'In an empty field: edit the last own message'],
  ['/ @ # :', 'In the field: commands, people, channels, emoji'],
  ['Enter, Shift + Enter', 'In the field: send, new line'],
  ['Esc', 'Close a menu, a form or the thread'],
];

/** Says which keys do what. */
export function showKeys() {
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  dialog.addEventListener('close', () => dialog.remove());
  render(html`<header class="modal-head">
      <h1 id="keys-title" tabindex="-1">Keyboard</h1>
      <button type="button" class="icon-button" aria-label="Close"
        @click=${() => dialog.close()}>${icon('close')}</button>
    </header>
    <dl>${KEYS.map(([keys, what]) => html`<div><dt>${keys}</dt><dd>${what}</dd></div>`)}</dl>`, dialog);
  document.body.append(dialog);
  dialog.showModal();
}

import {html, render, repeat} from './lit.js';
import {icon} from './icons.js';

const SHOWN_FOR = 8000;
let notices = [];
let next = 1;

/** @param {string} text a sentence for the person, shown for a while and read aloud */
export function notify(text) {
  const notice = {id: next++, text};
  notices = [...notices.filter((n) => n.text !== text), notice].slice(-3);
  draw();
  setTimeout(() => dismiss(notice.id), SHOWN_FOR);
}

/** @param {string} text read aloud by screen readers, not shown */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}

function dismiss(id) {
  notices = notices.filter((n) => n.id !== id);
  draw();
}

function draw() {
  const place = document.getElementById('notices');
  // A modal dialog makes the rest of the page inert, so what is said must stand inside it.
  const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  if (place.parentElement !== top) top.append(place);
  render(repeat(notices, (n) => n.id, (n) => html`
    <div class="notice" role="alert">
      <span>${n.text}</span>
      <button type="button" class="icon-button" aria-label="Dismiss" @click=${() => dismiss(n.id)}>
        ${icon('close')}
      </button>
    </div>`), place);
}

import {html, nothing, render} from './lit.js';
import {icon} from './icons.js';

/**
 * Shows a picture as large as the window allows; Esc, the button and a press beside it close it.
 *
 * @param {string} source
 * @param {string} alt what it shows, in words
 * @param {unknown} [title]
 */
export function enlarge(source, alt, title) {
  const dialog = document.createElement('dialog');
  dialog.className = 'lightbox';
  dialog.setAttribute('aria-label', alt || 'Picture');
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  render(html`<header class="modal-head">
      <h1>${title || alt || 'Picture'}</h1>
      <a class="button" href=${source} target="_blank" rel="noopener">Open original</a>
      <button type="button" class="icon-button" aria-label="Close"
        @click=${() => dialog.close()}>${icon('close')}</button>
    </header>
    <img src=${source} alt=${alt}>
    ${title && alt ? html`<p>${alt}</p>` : nothing}`, dialog);
  document.body.append(dialog);
  dialog.showModal();
}

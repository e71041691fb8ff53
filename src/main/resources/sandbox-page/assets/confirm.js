import {html, nothing, render} from './lit.js';
import {textObject, plainText} from './text.js';

/**
 * Asks before something is done; Esc and the second button mean no.
 *
 * @param {object | undefined} confirm a Block Kit confirmation dialog; none means yes
 * @return {Promise<boolean>}
 */
export function confirmed(confirm) {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'confirm';
    dialog.setAttribute('aria-labelledby', 'confirm-title');
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes');
      dialog.remove();
    });
    const style = confirm.style === 'danger' ? 'danger' : 'primary';
    render(html`
      <form method="dialog">
        <h2 id="confirm-title">${plainText(confirm.title)}</h2>
        ${confirm.text ? html`<p>${textObject(confirm.text)}</p>` : nothing}
        <div class="dialog-buttons">
          <button value="no" class="button">${plainText(confirm.deny ?? {text: 'Cancel'})}</button>
          <button value="yes" class="button ${style}"
            >${plainText(confirm.confirm ?? {text: 'Yes'})}</button>
        </div>
      </form>`, dialog);
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector('[value=yes]').focus();
  });
}

/** @param {string} title @param {string} text @param {string} yes @return {Promise<boolean>} */
export function sure(title, text, yes) {
  return confirmed({
    title: {text: title, emoji: false},
    text: {type: 'plain_text', text, emoji: false},
    confirm: {text: yes},
    deny: {text: 'Cancel'},
    style: 'danger',
  });
}

import {html, keyed, nothing, render} from './lit.js';
import {act, ask} from './api.js';
import {appAvatar} from './avatar.js';
import {drawBlocks} from './blocks.js';
import {icon} from './icons.js';
import {change, page} from './state.js';
import {forgetSurfaces, viewSurface} from './surface.js';
import {plainText} from './text.js';

const TROUBLE = 'We had some trouble connecting. Try again?';

/** @type {string | undefined} the view on top at the last drawing */
let shown;
/** @type {Set<string>} views of the stack at the last drawing */
let stack = new Set();
/** @type {Element | null} what had the focus before the first modal opened */
let opener;
/** @type {Map<string, string>} what went wrong with a whole form, by view */
const troubles = new Map();

/** Draws the top of the modal stack into the page's dialog, and opens or closes it. */
export function drawModal() {
  const dialog = document.getElementById('modal');
  const views = page.snapshot?.modals ?? [];
  const view = views.at(-1);
  forget(views);
  if (!view) {
    shown = undefined;
    if (dialog.open) close(dialog);
    return;
  }
  const fresh = view.id !== shown;
  shown = view.id;
  render(keyed(view.id, form(view, views.length)), dialog);
  if (!dialog.open) {
    opener = document.activeElement;
    dialog.showModal();
  }
  if (fresh) requestAnimationFrame(() => focusFirst(dialog));
}

function close(dialog) {
  dialog.close();
  render(nothing, dialog);
  // The browser gives the focus back to what it saw at showModal; that may have been drawn anew.
  if (document.activeElement === document.body && opener?.isConnected) opener.focus();
}

function forget(views) {
  const now = new Set(views.map((v) => v.id));
  const gone = [...stack].filter((id) => !now.has(id));
  if (gone.length) {
    forgetSurfaces((key) => gone.includes(key));
    for (const id of gone) troubles.delete(id);
  }
  stack = now;
}

function focusFirst(dialog) {
  const first = dialog.querySelector('[data-first]') ?? dialog.querySelector(
      '.modal-body :is(input:not([type=hidden]), textarea, .pick)') ?? dialog.querySelector('h1');
  (first?.querySelector?.('.pick') ?? first)?.focus();
}

function form(view, depth) {
  const surface = viewSurface(view);
  const busy = surface.busy.has('submit');
  const trouble = troubles.get(view.id);
  const wrong = Object.keys(surface.errors).length;
  return html`<form class="modal" novalidate aria-busy=${busy}
      @submit=${(event) => submit(event, view, surface)}>
    <header class="modal-head">
      ${depth > 1 ? html`<button type="button" class="icon-button" aria-label="Back" title="Back"
        @click=${() => closeView(view, false)}>${icon('back')}</button>` : appAvatar('small')}
      <h1 id="modal-title" tabindex="-1">${plainText(view.title ?? {text: page.snapshot.app.name})}</h1>
      <button type="button" class="icon-button" aria-label="Close" title="Close"
        @click=${() => closeView(view, true)}>${icon('close')}</button>
    </header>
    <div class="modal-body">
      ${trouble ? html`<p class="trouble" role="alert">${icon('warn')}<span>${trouble}</span></p>` : nothing}
      ${drawBlocks(view.blocks, surface)}
    </div>
    <p class="visually-hidden" role="alert">${wrong
      ? `${wrong} ${wrong === 1 ? 'field needs' : 'fields need'} another look` : ''}</p>
    <footer class="modal-foot">
      <span class="modal-app">${page.snapshot.app.name}</span>
      <button type="button" class="button" @click=${() => closeView(view, false)}
        >${plainText(view.close ?? {text: 'Close'})}</button>
      ${view.submit ? html`<button class="button primary ${busy ? 'busy' : ''}"
        aria-disabled=${busy ? 'true' : nothing}>${plainText(view.submit)}</button>` : nothing}
    </footer>
  </form>`;
}

async function submit(event, view, surface) {
  event.preventDefault();
  if (!view.submit || surface.busy.has('submit')) return;
  surface.errors = {};
  troubles.delete(view.id);
  const answer = await surface.during('submit', () =>
    ask('submit', {view_id: view.id, values: surface.values()}));
  if (answer.ok) return;
  if (answer.errors && Object.keys(answer.errors).length) {
    surface.errors = answer.errors;
    change();
    requestAnimationFrame(() => focusWrong());
    return;
  }
  troubles.set(view.id, answer.message || TROUBLE);
  change();
}

function focusWrong() {
  const wrong = document.querySelector('#modal .input-block.wrong');
  wrong?.querySelector('input:not(.pick-search), textarea, .pick')?.focus();
  wrong?.scrollIntoView({block: 'nearest'});
}

function closeView(view, all) {
  act('closeView', {view_id: view.id, all});
}

/** Esc takes the top view away, as its second button does. */
export function onModalCancel(event) {
  event.preventDefault();
  const view = page.snapshot?.modals?.at(-1);
  if (view) closeView(view, false);
}

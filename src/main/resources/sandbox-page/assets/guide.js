import {html, nothing} from './lit.js';
import {actAs} from './people.js';
import {prefill} from './drafts.js';
import {icon} from './icons.js';
import {showChannel, showHome} from './route.js';
import {change, nameOf, page, user} from './state.js';
import {mrkdwn} from './text.js';

const KEPT = 'sandbox.guide';

/** @type {{done: number[], hidden: boolean, open?: number}} */
let progress = read();

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT)) ?? {done: [], hidden: false};
  } catch {
    return {done: [], hidden: false};
  }
}

function keep(changed) {
  progress = {...progress, ...changed};
  sessionStorage.setItem(KEPT, JSON.stringify(progress));
  change();
}

function steps() {
  return page.snapshot?.guide?.steps ?? [];
}

function currentStep() {
  return progress.open ?? steps().findIndex((_, i) => !progress.done.includes(i));
}

/** Ticks the steps that what somebody just did belongs to. @param {{said?: string, home?: boolean}} deed */
export function did(deed) {
  const start = (text) => text.trim().toLowerCase().slice(0, 24);
  const matches = (step) => (deed.home && step.home)
      || (deed.said && step.compose && start(deed.said) === start(step.compose));
  const done = steps().map((step, i) => (matches(step) ? i : -1)).filter((i) => i >= 0);
  if (done.some((i) => !progress.done.includes(i))) tick(done);
}

function tick(indices) {
  keep({done: [...new Set([...progress.done, ...indices])], open: undefined});
}

function toggle(i) {
  if (!progress.done.includes(i)) return tick([i]);
  return keep({done: progress.done.filter((d) => d !== i), open: i});
}

async function take(i) {
  const step = steps()[i];
  if (step.as && step.as !== page.me) await actAs(step.as);
  if (step.home) {
    showHome();
    did({home: true});
  } else if (step.channel) {
    showChannel(step.channel);
  }
  if (step.compose) prefill(step.channel ?? page.place?.id, step.compose);
  else if (!step.home) tick([i]);
}

function button(step) {
  const words = (step.compose && 'Write it for me') || (step.home && 'Open Home')
      || (step.channel && 'Take me there') || '';
  const other = step.as && step.as !== page.me ? nameOf(user(step.as)) : '';
  if (!words && !other) return nothing;
  return other ? `${words || 'Switch'} as ${other.split(' ')[0]}` : words;
}

/** @return {string} such as `2 of 5`, empty without a guide */
export function guideProgress() {
  return steps().length ? `${progress.done.length} of ${steps().length}` : '';
}

/** @return {boolean} */
export function guideHidden() {
  return progress.hidden;
}

/** Shows the guide again, or puts it away. */
export function showGuide(on) {
  keep({hidden: !on});
}

/** What to try next: a short list whose steps tick themselves off where the page can see it. */
export function guide() {
  const all = steps();
  if (!all.length || progress.hidden) return nothing;
  const current = currentStep();
  return html`<section class="guide" aria-labelledby="guide-title">
    <header>
      <h2 id="guide-title">${page.snapshot.guide.title || 'What to try next'}</h2>
      <span class="guide-count">${progress.done.length}/${all.length}</span>
      <button type="button" class="icon-button" aria-label="Hide the guide" title="Hide the guide"
        @click=${() => showGuide(false)}>${icon('close')}</button>
    </header>
    <progress max=${all.length} value=${progress.done.length} aria-label="Steps done"></progress>
    <ol>${all.map((step, i) => html`<li
        class="${progress.done.includes(i) ? 'done' : ''} ${i === current ? 'current' : ''}">
      <button type="button" class="guide-tick" role="checkbox" aria-checked=${progress.done.includes(i)}
        aria-label="Done: ${step.title}" @click=${() => toggle(i)}>${icon('check')}</button>
      <div>
        <button type="button" class="guide-step" aria-expanded=${i === current}
          @click=${() => keep({open: i === current ? -1 : i})}>${step.title}</button>
        ${i === current ? html`<div class="guide-words">
          <div class="words">${mrkdwn(step.text)}</div>
          ${button(step) === nothing ? nothing : html`<button type="button" class="button primary"
            @click=${() => take(i)}>${button(step)}</button>`}
        </div>` : nothing}
      </div></li>`)}</ol>
    ${progress.done.length === all.length
      ? html`<p class="guide-end">That was all of it. Look around as you like.</p>` : nothing}
  </section>`;
}

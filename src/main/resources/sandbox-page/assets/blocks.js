import {html, ifDefined, nothing} from './lit.js';
import {element, isSingleControl, picture} from './elements.js';
import {icon} from './icons.js';
import {markdown} from './markdown.js';
import {richText} from './richtext.js';
import {link, plainText, textObject} from './text.js';

/**
 * Draws the blocks of a message, modal or home view.
 *
 * @param {object[]} blocks
 * @param {import('./surface.js').Surface} surface
 */
export function drawBlocks(blocks, surface) {
  return html`<div class="blocks">${(blocks ?? []).map((block, i) =>
    (BLOCKS[block.type] ?? unknown)(block, surface, i))}</div>`;
}

const BLOCKS = {
  section,
  header: (block) => html`
    <div class="block-header" role="heading" aria-level="2">${plainText(block.text)}</div>`,
  divider: () => html`<hr>`,
  context,
  actions,
  context_actions: actions,
  input,
  image,
  rich_text: richText,
  markdown: (block) => markdown(block.text ?? ''),
  table,
  video,
  file: (block) => html`<p class="unknown">A file from elsewhere: ${block.external_id}</p>`,
  alert,
  card,
};

function section(block, surface) {
  const at = {surface, block, sends: true};
  return html`<div class="section ${block.accessory?.type === 'image' ? 'with-picture' : ''}">
    <div class="section-words">
      ${block.text ? html`<div class="words">${textObject(block.text)}</div>` : nothing}
      ${block.fields ? html`<div class="section-fields">${block.fields.map((field) =>
        html`<div class="words">${textObject(field)}</div>`)}</div>` : nothing}
    </div>
    ${block.accessory ? html`<div class="accessory">${element(block.accessory, at)}</div>` : nothing}
  </div>`;
}

function context(block) {
  return html`<div class="context">${(block.elements ?? []).map((e) => (e.type === 'image'
    ? picture(e, 'tiny') : html`<span class="words">${textObject(e)}</span>`))}</div>`;
}

function actions(block, surface) {
  const at = {surface, block, sends: true};
  return html`<div class="actions">${(block.elements ?? []).map((e) => element(e, at))}</div>`;
}

function input(block, surface, i) {
  const e = block.element ?? {type: 'none'};
  const id = `${surface.key}-${block.block_id ?? i}`.replace(/[^\w-]/g, '-');
  const error = surface.errors[block.block_id];
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const at = {
    surface,
    block,
    id,
    describedBy: described || undefined,
    invalid: Boolean(error),
    required: !block.optional,
    sends: Boolean(block.dispatch_action),
  };
  return html`<div class="input-block ${error ? 'wrong' : ''}" data-block=${ifDefined(block.block_id)}>
    <label id="${id}-label" for=${isSingleControl(e) ? id : nothing}>${plainText(block.label)}${
      block.optional ? html` <span class="optional">(optional)</span>` : nothing}</label>
    ${element(e, at)}
    ${error ? html`<p class="field-error" id="${id}-error">
      ${icon('warn')}<span>${error}</span></p>` : nothing}
    ${block.hint ? html`<p class="hint" id="${id}-hint">${plainText(block.hint)}</p>` : nothing}
  </div>`;
}

function image(block) {
  return html`<figure class="image-block">
    ${block.title ? html`<figcaption>${plainText(block.title)}</figcaption>` : nothing}
    ${picture(block, 'large')}
  </figure>`;
}

function table(block) {
  const settings = block.column_settings ?? [];
  const look = (i) => `align-${settings[i]?.align ?? 'left'} ${settings[i]?.is_wrapped ? 'wrapped' : ''}`;
  const cell = (content) => (content.type === 'rich_text' ? richText(content) : content.text ?? '');
  const [head = [], ...rows] = block.rows ?? [];
  return html`<div class="table-frame" tabindex="0" role="region" aria-label="Table"><table>
    <thead><tr>${head.map((c, i) => html`<th scope="col" class=${look(i)}>${cell(c)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((c, i) =>
      html`<td class=${look(i)}>${cell(c)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function video(block) {
  return html`<figure class="image-block">
    <figcaption>${link(block.title_url ?? block.video_url ?? '', plainText(block.title))}</figcaption>
    ${block.description ? html`<p>${plainText(block.description)}</p>` : nothing}
  </figure>`;
}

function alert(block) {
  return html`<div class="alert ${block.level ?? ''}">
    ${icon('warn')}<div class="words">${textObject(block.text)}</div>
  </div>`;
}

function card(block, surface) {
  return html`<div class="card">
    ${block.title ? html`<strong>${textObject(block.title)}</strong>` : nothing}
    ${block.subtitle ? html`<small>${textObject(block.subtitle)}</small>` : nothing}
    ${block.body ? html`<div class="words">${textObject(block.body)}</div>` : nothing}
    ${block.actions ? actions({...block, elements: block.actions}, surface) : nothing}
  </div>`;
}

/** What this page has no picture for still says what it says. */
function unknown(block) {
  const words = [];
  const walk = (value) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === 'object') Object.entries(value).forEach(([key, v]) => {
      if (typeof v !== 'string') walk(v);
      else if (['text', 'title', 'alt_text', 'description', 'fallback'].includes(key)) words.push(v);
    });
  };
  walk(block);
  return html`<div class="unknown">
    <small>A block this page does not draw: <code>${block.type}</code></small>
    ${words.map((text) => html`<p>${text}</p>`)}
  </div>`;
}

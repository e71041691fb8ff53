import './picklist.js';
import {html, ifDefined, live, nothing} from './lit.js';
import {localDateTime} from './dates.js';
import {avatar} from './avatar.js';
import {channelMark, icon} from './icons.js';
import {enlarge} from './lightbox.js';
import {openMenu} from './menu.js';
import {textObject, plainText, plainWords} from './text.js';
import {nameOf, page, titleOf, user} from './state.js';
import {upload} from './api.js';

/**
 * How an element stands in its block.
 *
 * @typedef {object} Setting
 * @property {import('./surface.js').Surface} surface
 * @property {object} block
 * @property {string} [id] for the label of an input block
 * @property {string} [describedBy] hint and error of an input block
 * @property {boolean} [invalid]
 * @property {boolean} [required]
 * @property {boolean} sends whether a choice goes to the app at once
 */

/** @param {object} e a Block Kit element @param {Setting} at */
export function element(e, at) {
  const drawn = ELEMENTS[e.type]?.(e, at);
  return drawn ?? html`<span class="unknown">An element this page does not draw:
    <code>${e.type}</code></span>`;
}

/** @param {object} e @return {boolean} drawn by one control that a label can point to */
export function isSingleControl(e) {
  return !['checkboxes', 'radio_buttons'].includes(e.type);
}

const ELEMENTS = {
  button,
  workflow_button: button,
  icon_button: button,
  feedback_buttons: (e, at) => [e.positive_button, e.negative_button].filter(Boolean)
      .map((b) => button({...e, ...b, action_id: e.action_id, type: 'button'}, at)),
  image: (e) => picture(e, 'small'),
  overflow,
  static_select: (e, at) => picks(e, at, staticOptions(e)),
  multi_static_select: (e, at) => picks(e, at, staticOptions(e)),
  external_select: external,
  multi_external_select: external,
  users_select: (e, at) => picks(e, at, people()),
  multi_users_select: (e, at) => picks(e, at, people()),
  channels_select: (e, at) => picks(e, at, conversations({include: ['public']})),
  multi_channels_select: (e, at) => picks(e, at, conversations({include: ['public']})),
  conversations_select: (e, at) => picks(e, at, conversations(e.filter)),
  multi_conversations_select: (e, at) => picks(e, at, conversations(e.filter)),
  datepicker: (e, at) => nativeInput(e, at, 'date'),
  timepicker: (e, at) => nativeInput(e, at, 'time'),
  datetimepicker: (e, at) => nativeInput(e, at, 'datetime-local'),
  checkboxes: (e, at) => boxes(e, at, 'checkbox'),
  radio_buttons: (e, at) => boxes(e, at, 'radio'),
  plain_text_input: (e, at) => (e.multiline ? area(e, at) : nativeInput(e, at, 'text')),
  rich_text_input: area,
  email_text_input: (e, at) => nativeInput(e, at, 'email'),
  url_text_input: (e, at) => nativeInput(e, at, 'url'),
  number_input: (e, at) => nativeInput(e, at, 'number'),
  file_input: files,
};

function button(e, at) {
  const busy = at.surface.isBusy(at.block, e);
  const look = `button ${e.style ?? ''} ${busy ? 'busy' : ''}`;
  const words = e.text ? plainText(e.text) : icon('more');
  const label = e.accessibility_label;
  if (e.url) {
    return html`<a class=${look} href=${e.url} target="_blank" rel="noopener noreferrer"
      aria-label=${ifDefined(label)} @click=${() => at.surface.act(at.block, e)}>${words}</a>`;
  }
  return html`<button type="button" class=${look} aria-label=${ifDefined(label)}
    aria-disabled=${busy ? 'true' : nothing} @click=${() => at.surface.act(at.block, e)}
    >${words}</button>`;
}

/** @param {object} e an image block or element @param {'tiny' | 'small' | 'large'} size */
export function picture(e, size) {
  const source = e.image_url ?? e.slack_file?.url;
  if (!source) return html`<span class="unknown">${e.alt_text || 'A picture'} (not there yet)</span>`;
  const missing = (event) => event.target.classList.add('missing');
  const address = localPath(source);
  const drawn = html`<img class="picture ${size}" src=${address} alt=${e.alt_text ?? ''}
    @error=${missing}>`;
  if (size !== 'large') return drawn;
  return html`<button type="button" class="enlarge" title="Enlarge"
    @click=${() => enlarge(address, e.alt_text ?? '', e.title && plainText(e.title))}>${drawn}</button>`;
}

/** @param {string} url of a file in the workspace @return {string} the same, at this page's server */
export function localPath(url) {
  const target = new URL(url, location.href);
  return target.pathname.startsWith('/files/') ? target.pathname + target.search : url;
}

function overflow(e, at) {
  const open = (event) => openMenu(event.currentTarget, e.options.map((option) => ({
    label: plainText(option.text),
    hint: option.description && plainText(option.description),
    href: option.url,
    act: () => at.surface.act(at.block, e, option.value),
  })), {label: 'More'});
  return html`<button type="button" class="button overflow" aria-haspopup="menu"
    aria-label="More actions" @click=${open}>${icon('more')}</button>`;
}

function picks(e, at, options, load) {
  const multiple = e.type.startsWith('multi_');
  const value = at.surface.value(at.block, e);
  return html`<pick-list
    .options=${options} .values=${multiple ? value ?? [] : value == null ? [] : [value]}
    .multiple=${multiple} .most=${e.max_selected_items ?? Infinity} .load=${load}
    .least=${e.min_query_length ?? 3} .optional=${!at.required}
    .placeholder=${e.placeholder ? plainWords(e.placeholder) : multiple ? 'Choose some' : 'Choose one'}
    .controlId=${at.id} .describedBy=${at.describedBy} .invalid=${Boolean(at.invalid)}
    .busy=${at.surface.isBusy(at.block, e)}
    ?data-first=${e.focus_on_load}
    @pick=${(event) => chosen(e, at, multiple ? event.detail : event.detail[0] ?? null)}></pick-list>`;
}

function chosen(e, at, value) {
  if (at.sends) at.surface.act(at.block, e, value);
  else at.surface.enter(at.block, e, value);
}

function staticOptions(e) {
  return (e.option_groups ?? [{options: e.options ?? []}]).flatMap((g) =>
    g.options.map((option) => pickOption(option, g.label && plainWords(g.label))));
}

function pickOption(option, group) {
  return {
    value: option.value,
    words: plainWords(option.text),
    hint: option.description && plainWords(option.description),
    group,
  };
}

function external(e, at) {
  const given = e.initial_options ?? (e.initial_option ? [e.initial_option] : []);
  const load = async (typed) => (await at.surface.suggest(at.block, e, typed)).flatMap((found) =>
    (found.options ?? [found]).map((o) => pickOption(o, found.label && plainWords(found.label))));
  return picks(e, at, given.map((o) => pickOption(o)), load);
}

function people() {
  return page.snapshot.users.filter((u) => !u.deleted && u.id !== 'USLACKBOT').map((u) => ({
    value: u.id, words: nameOf(u), hint: u.title, before: avatar(u, 'small'),
  }));
}

function conversations(filter = {}) {
  const kindOf = (c) => ({channel: 'public', private: 'private', im: 'im', mpim: 'mpim'})[c.kind];
  const wanted = (c) => (!filter.include || filter.include.includes(kindOf(c)))
      && !(filter.exclude_external_shared_channels && c.is_external)
      && !(filter.exclude_bot_users && user(c.with)?.is_bot);
  return page.snapshot.channels.filter((c) => !c.is_archived && wanted(c)).map((c) => ({
    value: c.id,
    words: titleOf(c),
    before: c.kind === 'im' ? avatar(user(c.with), 'small') : channelMark(c),
  }));
}

function boxes(e, at, type) {
  const value = at.surface.value(at.block, e);
  const on = (option) => (type === 'radio' ? value === option.value : (value ?? []).includes(option.value));
  const pick = (option, checked) => {
    if (type === 'radio') return chosen(e, at, option.value);
    const others = (value ?? []).filter((v) => v !== option.value);
    return chosen(e, at, checked ? [...others, option.value] : others);
  };
  const name = `${at.surface.key}/${at.block.block_id}/${e.action_id}`;
  return html`<div class="boxes" role=${type === 'radio' ? 'radiogroup' : 'group'}
      aria-labelledby=${ifDefined(at.id && `${at.id}-label`)} aria-describedby=${ifDefined(at.describedBy)}>
    ${e.options.map((option) => html`<label class="box">
      <input type=${type} name=${name} .checked=${live(on(option))}
        @change=${(event) => pick(option, event.target.checked)}>
      <span>${textObject(option.text)}${option.description
        ? html`<small>${textObject(option.description)}</small>` : nothing}</span>
    </label>`)}
  </div>`;
}

function area(e, at) {
  const value = at.surface.value(at.block, e) ?? '';
  return html`<textarea id=${ifDefined(at.id)} class="field" rows="3"
      placeholder=${e.placeholder ? plainWords(e.placeholder) : ''}
      minlength=${ifDefined(e.min_length)}
      aria-describedby=${ifDefined(at.describedBy)} aria-invalid=${at.invalid ? 'true' : nothing}
      aria-required=${at.required ? 'true' : nothing}
      ?data-first=${e.focus_on_load} .value=${live(value)}
      @input=${(event) => at.surface.enter(at.block, e, event.target.value || null)}
      @change=${(event) => at.sends && at.surface.act(at.block, e, event.target.value || null)}
    ></textarea>${room(e, value)}`;
}

/** How much may still be written, once it matters. */
function room(e, value) {
  const left = (e.max_length ?? Infinity) - value.length;
  if (left > Math.max(50, (e.max_length ?? 0) * 0.1)) return nothing;
  return html`<span class="room ${left < 0 ? 'over' : ''}" aria-live="polite"
    >${left} ${Math.abs(left) === 1 ? 'character' : 'characters'} left</span>`;
}

/** Fields whose form is checked with the whole form, as Slack does it, and not by the browser. */
const INPUT_MODES = {
  number: (e) => (e.is_decimal_allowed ? 'decimal' : 'numeric'),
  url: () => 'url',
  email: () => 'email',
};
const LABELS = {'date': 'Date', 'time': 'Time', 'datetime-local': 'Date and time'};

function nativeInput(e, at, type) {
  const value = at.surface.value(at.block, e);
  const seconds = type === 'datetime-local';
  const shown = value == null ? '' : seconds ? localDateTime(value) : String(value);
  const read = (input) => {
    if (!input.value) return null;
    return seconds ? Math.floor(new Date(input.value).getTime() / 1000) : input.value;
  };
  const picksAtOnce = ['date', 'time', 'datetime-local'].includes(type);
  const label = at.id ? nothing : plainWords(e.placeholder) || LABELS[type] || 'Value';
  return html`<input id=${ifDefined(at.id)} class="field ${type}"
    type=${INPUT_MODES[type] ? 'text' : type}
    inputmode=${INPUT_MODES[type]?.(e) ?? nothing}
    autocomplete="off" aria-label=${label}
    placeholder=${e.placeholder ? plainWords(e.placeholder) : ''}
    aria-describedby=${ifDefined(at.describedBy)} aria-invalid=${at.invalid ? 'true' : nothing}
    aria-required=${at.required ? 'true' : nothing}
    ?data-first=${e.focus_on_load}
    .value=${live(shown)}
    @input=${(event) => !(picksAtOnce && at.sends) && at.surface.enter(at.block, e, read(event.target))}
    @change=${(event) => at.sends && at.surface.act(at.block, e, read(event.target))}
    >${type === 'text' ? room(e, shown) : nothing}`;
}

function files(e, at) {
  const take = async (event) => {
    const kept = await Promise.all([...event.target.files].slice(0, e.max_files ?? 10).map(upload));
    at.surface.enter(at.block, e, kept.filter(Boolean).map((f) => f.id));
  };
  const count = at.surface.value(at.block, e)?.length ?? 0;
  return html`<input id=${ifDefined(at.id)} class="field" type="file" multiple
      accept=${e.filetypes?.map((t) => `.${t}`).join(',') ?? ''}
      aria-describedby=${ifDefined(at.describedBy)} @change=${take}>
    ${count ? html`<span class="room">${count} uploaded</span>` : nothing}`;
}

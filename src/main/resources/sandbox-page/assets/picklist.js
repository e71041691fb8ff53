import {html, ifDefined, nothing, render} from './lit.js';
import {icon} from './icons.js';
import {showBeside} from './popup.js';

/** From this many options on, a field to search them is worth its place. */
const SEARCHED_FROM = 8;
const TYPING_PAUSE = 250;
let count = 0;

/**
 * A select menu as Slack draws it: a button that opens a list to search, for one value or several.
 * Fires `pick` with the values: at each choice where there is one, on closing where there are several.
 *
 * @typedef {{value: string, words: string, hint?: string, group?: string, before?: unknown}} Option
 */
class PickList extends HTMLElement {
  #number = ++count;
  #open = false;
  #query = '';
  #active = 0;
  #chosen = [];
  #before = [];
  /** @type {Map<string, Option>} options seen so far, since a search forgets the others */
  #known = new Map();
  /** @type {Option[] | undefined} found by the app */
  #found;
  #state = '';
  #timer = 0;
  #scheduled = false;
  #given = {options: [], values: [], placeholder: '', least: 3, most: Infinity, optional: true};

  connectedCallback() {
    this.addEventListener('focusout', this.#leave);
    this.#draw();
  }

  set options(options) {
    for (const option of options) this.#known.set(option.value, option);
    this.#give('options', options);
  }

  set values(values) {
    if (!this.#open) this.#chosen = [...values];
    this.#give('values', values);
  }

  set multiple(on) { this.#give('multiple', on); }
  set most(count) { this.#give('most', count); }
  set least(count) { this.#give('least', count); }
  set optional(on) { this.#give('optional', on); }
  set placeholder(words) { this.#give('placeholder', words); }
  set controlId(id) { this.#give('controlId', id); }
  set describedBy(ids) { this.#give('describedBy', ids); }
  set invalid(on) { this.#give('invalid', on); }
  set busy(on) { this.#give('busy', on); }

  /** @param {((typed: string) => Promise<Option[]>) | undefined} load asks the app for options */
  set load(load) { this.#give('load', load); }

  #give(name, value) {
    this.#given[name] = value;
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (this.isConnected) this.#draw();
    });
  }

  get #searchable() {
    return Boolean(this.#given.load) || this.#given.options.length >= SEARCHED_FROM;
  }

  get #shown() {
    const words = this.#query.trim().toLowerCase();
    const from = this.#given.load ? this.#found ?? (words ? [] : this.#given.options) : this.#given.options;
    if (this.#given.load || !words) return from;
    return from.filter((o) => `${o.words} ${o.hint ?? ''}`.toLowerCase().includes(words));
  }

  #draw() {
    const {placeholder, multiple, controlId, describedBy, invalid, busy} = this.#given;
    const names = this.#chosen.map((value) => this.#known.get(value)?.words ?? value);
    const label = names.length ? names.join(', ') : placeholder;
    render(html`
      <button type="button" class="pick ${names.length ? '' : 'unset'} ${busy ? 'busy' : ''}"
          id=${ifDefined(controlId)} aria-haspopup="listbox" aria-expanded=${this.#open}
          aria-describedby=${ifDefined(describedBy)} aria-invalid=${invalid ? 'true' : nothing}
          aria-label=${ifDefined(controlId ? undefined : label)}
          @click=${() => (this.#open ? this.#hide() : this.#show())} @keydown=${this.#onButtonKey}>
        <span class="pick-words">${multiple && names.length
          ? names.map((name) => html`<span class="chip">${name}</span>`) : label}</span>
        ${icon('down')}
      </button>
      <div popover="manual" class="pick-panel">${this.#open ? this.#list() : nothing}</div>`, this);
    const panel = this.querySelector('.pick-panel');
    if (this.#open) showBeside(panel, this.querySelector('.pick'), {match: true});
  }

  #list() {
    const shown = this.#shown;
    const id = (i) => `pick-${this.#number}-${i}`;
    const active = shown.length ? id(this.#active) : nothing;
    let group;
    const heading = (option) => {
      if (option.group === group || !option.group) return nothing;
      group = option.group;
      return html`<li class="pick-group" role="presentation">${group}</li>`;
    };
    return html`
      <input class="field pick-search ${this.#searchable ? '' : 'visually-hidden'}" type="text"
        role="combobox" aria-expanded="true" aria-controls=${id('list')} aria-activedescendant=${active}
        aria-autocomplete="list" aria-label=${this.#given.placeholder || 'Search'}
        placeholder=${this.#given.load ? 'Type to search' : 'Search'}
        ?readonly=${!this.#searchable} .value=${this.#query} autocomplete="off"
        @input=${this.#onType} @keydown=${this.#onKey}>
      <ul id=${id('list')} role="listbox" aria-multiselectable=${Boolean(this.#given.multiple)}
          aria-label="Options">
        ${shown.map((option, i) => html`${heading(option)}
          <li id=${id(i)} role="option" class="pick-option ${i === this.#active ? 'active' : ''}"
              aria-selected=${this.#chosen.includes(option.value)}
              @mousedown=${(event) => event.preventDefault()} @click=${() => this.#choose(option)}>
            ${option.before ? html`<span class="menu-before">${option.before}</span>` : nothing}
            <span class="menu-words"><span>${option.words}</span>${
              option.hint ? html`<small>${option.hint}</small>` : nothing}</span>
            ${this.#chosen.includes(option.value) ? icon('check') : nothing}
          </li>`)}
      </ul>
      ${this.#status(shown)}`;
  }

  #status(shown) {
    const least = this.#given.least;
    const short = this.#given.load && this.#query.length < least && !this.#found;
    const words = this.#state || (short && least > 0 ? `Type at least ${least} characters` : '')
        || (shown.length ? '' : 'Nothing found');
    return html`<p class="pick-status" role="status">${words}</p>`;
  }

  #show() {
    this.#open = true;
    this.#query = '';
    this.#found = undefined;
    this.#before = [...this.#chosen];
    this.#active = Math.max(0, this.#shown.findIndex((o) => this.#chosen.includes(o.value)));
    if (this.#given.load && this.#given.least === 0) this.#search();
    this.#draw();
    this.querySelector('.pick-search').focus();
    this.#reveal();
  }

  #hide(focus = true) {
    if (!this.#open) return;
    this.#open = false;
    clearTimeout(this.#timer);
    this.querySelector('.pick-panel').hidePopover();
    this.#draw();
    if (focus) this.querySelector('.pick').focus();
    const changed = String(this.#before) !== String(this.#chosen);
    if (this.#given.multiple && changed) this.#tell();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('pick', {detail: [...this.#chosen]}));
  }

  #choose(option) {
    const on = this.#chosen.includes(option.value);
    this.#known.set(option.value, option);
    if (!this.#given.multiple) {
      const before = this.#chosen[0];
      this.#chosen = on && this.#given.optional ? [] : [option.value];
      this.#hide();
      if (before !== this.#chosen[0]) this.#tell();
      return;
    }
    if (on) this.#chosen = this.#chosen.filter((value) => value !== option.value);
    else if (this.#chosen.length < this.#given.most) this.#chosen = [...this.#chosen, option.value];
    else this.#state = `At most ${this.#given.most}`;
    this.#draw();
  }

  #leave = (event) => {
    if (this.#open && !this.contains(event.relatedTarget)) this.#hide(false);
  };

  #onButtonKey = (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#show();
  };

  #onType = (event) => {
    this.#query = event.target.value;
    this.#active = 0;
    this.#state = '';
    if (this.#given.load) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#search(), TYPING_PAUSE);
    }
    this.#draw();
  };

  async #search() {
    const typed = this.#query;
    if (typed.length < this.#given.least) {
      this.#found = undefined;
      return this.#draw();
    }
    this.#state = 'Searching…';
    this.#draw();
    try {
      const found = await this.#given.load(typed);
      if (typed !== this.#query || !this.#open) return;
      this.#found = found;
      this.#state = '';
    } catch {
      if (typed !== this.#query || !this.#open) return;
      this.#found = [];
      this.#state = 'The options could not be loaded. Try again?';
    }
    this.#draw();
  }

  #onKey = (event) => {
    const shown = this.#shown;
    const to = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: shown.length - 1,
      PageUp: 0,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#active = shown.length ? (to + shown.length) % shown.length : 0;
      this.#draw();
      this.#reveal();
    } else if (event.key === 'Enter' || (event.key === ' ' && !this.#searchable)) {
      event.preventDefault();
      if (shown[this.#active]) this.#choose(shown[this.#active]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#hide();
    } else if (event.key === 'Tab') {
      this.#hide();
    } else if (!this.#searchable && event.key.length === 1) {
      const at = shown.findIndex((o) => o.words.toLowerCase().startsWith(event.key.toLowerCase()));
      if (at >= 0) this.#active = at;
      this.#draw();
    }
  };

  #reveal() {
    this.querySelector('.pick-option.active')?.scrollIntoView({block: 'nearest'});
  }
}

customElements.define('pick-list', PickList);

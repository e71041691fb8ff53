import {html, nothing, render} from './lit.js';
import {act, ask, upload} from './api.js';
import {avatar} from './avatar.js';
import {pickEmoji, found as foundEmoji} from './emojipicker.js';
import {channelMark, icon} from './icons.js';
import {unescape} from './mrkdwn.js';
import {notify} from './notice.js';
import {change, channel, group, message, nameOf, page, titleOf, user} from './state.js';
import {did} from './guide.js';
import {draftKey, draftOf, dropDraft, keepDraft} from './drafts.js';

const MOST = 8;
let count = 0;

/**
 * Where a message is written: to a channel, to a thread, or over an own message.
 *
 * @typedef {{channel: string, thread?: string, edits?: object}} Target
 * @typedef {{key: string, insert: string, words: unknown, hint?: string, before?: unknown}} Completion
 */
class MessageComposer extends HTMLElement {
  #number = ++count;
  /** @type {Target} */
  #target;
  #label = '';
  #key = '';
  #draft = {text: '', files: []};
  #waiting = '';
  /** @type {{from: number, items: Completion[]} | undefined} */
  #completion;
  #active = 0;

  /** @param {Target} target */
  set target(target) {
    this.#target = target;
    const key = draftKey(target);
    if (key !== this.#key) {
      this.#key = key;
      this.#completion = undefined;
      this.refresh();
    } else {
      this.#draw();
    }
  }

  /** @param {string} label for the field */
  set label(label) {
    if (label === this.#label) return;
    this.#label = label;
    this.#draw();
  }

  connectedCallback() {
    this.#draw();
    if (this.#target?.edits) this.focus();
  }

  focus() {
    const field = this.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  /** Shows the kept draft. */
  refresh() {
    const {edits} = this.#target;
    this.#draft = draftOf(this.#key, edits ? asTyped(edits.text ?? '') : '');
    this.#draw();
    this.#setField(this.#draft.text);
  }

  get #field() {
    return this.querySelector('textarea');
  }

  #setField(text, caret = text.length) {
    const field = this.#field;
    if (!field) return;
    field.value = text;
    this.#draft.text = text;
    if (document.activeElement === field) field.setSelectionRange(caret, caret);
    this.#grow();
  }

  #grow() {
    const field = this.#field;
    if (!field.isConnected || CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  #draw() {
    if (!this.#target) return;
    const {edits, thread} = this.#target;
    const empty = !this.#draft.text.trim() && !this.#draft.files.length;
    const open = Boolean(this.#completion?.items.length);
    render(html`<form class="composer" @submit=${this.#onSubmit}
        @dragover=${(e) => e.preventDefault()} @drop=${this.#onDrop}>
      ${open ? this.#completions() : nothing}
      <div class="composer-box">
        <textarea rows="1" aria-label=${this.#label} placeholder=${this.#label}
          aria-autocomplete="list" aria-controls=${open ? this.#id('list') : nothing}
          aria-activedescendant=${open ? this.#id(this.#active) : nothing}
          @input=${this.#onInput} @keydown=${this.#onKey} @blur=${this.#onBlur}
          @click=${() => this.#complete()} @paste=${this.#onPaste}></textarea>
        ${this.#draft.files.length ? html`<div class="composer-files">${this.#draft.files.map((f) => html`
          <span class="chip">${icon('file')}${f.title || f.name}
            <button type="button" class="icon-button" aria-label="Remove ${f.name}"
              @click=${() => this.#removeFile(f)}>${icon('close')}</button></span>`)}</div>` : nothing}
        <div class="composer-bar">
          ${edits ? nothing : html`<label class="icon-button" title="Attach a file">
            <input type="file" multiple class="visually-hidden" aria-label="Attach a file"
              @change=${(e) => this.#attach(e.target.files)}>${icon('clip')}</label>`}
          <button type="button" class="icon-button" title="Emoji" aria-label="Insert an emoji"
            @click=${this.#onEmoji}>${icon('smile')}</button>
          <button type="button" class="icon-button" title="Mention somebody" aria-label="Mention somebody"
            @click=${() => this.#type('@')}>${icon('at')}</button>
          ${edits || thread ? nothing : html`<button type="button" class="icon-button" title="Slash command"
            aria-label="Slash command" @click=${() => this.#type('/')}>${icon('slash')}</button>`}
          <span class="composer-hint" role="status">${this.#waiting || this.#hint()}</span>
          ${edits ? html`<button type="button" class="button" @click=${this.#cancel}>Cancel</button>
              <button class="button primary">Save</button>`
            : html`<button class="send" aria-label="Send" title="Send" ?disabled=${empty}
              >${icon('send')}</button>`}
        </div>
      </div>
      ${thread ? html`<label class="also"><input type="checkbox" name="also">
        Also send to ${where(this.#target.channel)}</label>` : nothing}
    </form>`, this);
  }

  #id(part) {
    return `composer-${this.#number}-${part}`;
  }

  #completions() {
    return html`<ul class="completions" role="listbox" aria-label="Suggestions" id=${this.#id('list')}>
      ${this.#completion.items.map((item, i) => html`<li role="option" id=${this.#id(i)}
          class=${i === this.#active ? 'active' : ''} aria-selected=${i === this.#active}
          @mousedown=${(event) => { event.preventDefault(); this.#take(item); }}>
        <span class="menu-before">${item.before}</span><span class="completion-words">${item.words}</span>
        ${item.hint ? html`<small>${item.hint}</small>` : nothing}</li>`)}
    </ul>`;
  }

  /** A word about what is being typed: the arguments of a command, or how to send. */
  #hint() {
    const command = commandOf(this.#draft.text);
    if (command && this.#target.thread) return 'Slash commands do not work in threads';
    if (command?.usage_hint) return `${command.command} ${command.usage_hint}`;
    if (command) return command.description;
    const long = this.#draft.text.includes('\n') || this.#draft.text.length > 60;
    return long ? 'Shift + Enter for a new line' : '';
  }

  #onInput = () => {
    this.#draft.text = this.#field.value;
    this.#grow();
    this.#complete();
  };

  #complete() {
    const field = this.#field;
    const before = field.value.slice(0, field.selectionStart);
    const found = suggestions(before, this.#target);
    this.#completion = found?.items.length ? found : undefined;
    this.#active = 0;
    this.#draw();
  }

  #onBlur = () => {
    this.#completion = undefined;
    this.#draw();
  };

  #onKey = (event) => {
    if (event.isComposing) return;
    const items = this.#completion?.items;
    if (items?.length) {
      const typed = this.#field.value.trim();
      const whole = items.some((item) => item.insert.trim() === typed);
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : items.length - 1;
        this.#active = (this.#active + step) % items.length;
        this.#draw();
        this.querySelector('.completions .active')?.scrollIntoView({block: 'nearest'});
        return;
      }
      if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !whole)) {
        event.preventDefault();
        this.#take(items[this.#active]);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        this.#completion = undefined;
        this.#draw();
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape' && this.#target.edits) {
      event.preventDefault();
      event.stopPropagation();
      this.#cancel();
    } else if (event.key === 'ArrowUp' && !this.#field.value) {
      this.#editLast(event);
    }
  };

  #take(item) {
    const field = this.#field;
    const {from} = this.#completion;
    const after = field.value.slice(field.selectionStart);
    const text = `${field.value.slice(0, from)}${item.insert}${after}`;
    this.#completion = undefined;
    this.#setField(text, from + item.insert.length);
    this.#draw();
  }

  /** Types a character for the person and shows what may follow. */
  #type(mark) {
    const field = this.#field;
    field.focus();
    const at = field.selectionStart;
    const space = mark !== '/' && at > 0 && !/\s/.test(field.value[at - 1]) ? ' ' : '';
    const text = mark === '/' ? '/' : field.value.slice(0, at) + space + mark + field.value.slice(at);
    this.#setField(text, mark === '/' ? 1 : at + space.length + 1);
    this.#complete();
  }

  #onEmoji = async (event) => {
    const at = this.#field.selectionStart;
    const name = await pickEmoji(event.currentTarget, 'start');
    if (!name) return;
    const text = this.#field.value;
    this.#field.focus();
    this.#setField(`${text.slice(0, at)}:${name}: ${text.slice(at)}`, at + name.length + 3);
    this.#draw();
  };

  #onPaste = (event) => {
    if (!event.clipboardData.files.length || this.#target.edits) return;
    event.preventDefault();
    this.#attach(event.clipboardData.files);
  };

  #onDrop = (event) => {
    event.preventDefault();
    if (!this.#target.edits) this.#attach(event.dataTransfer.files);
  };

  async #attach(files) {
    this.#waiting = 'Uploading…';
    this.#draw();
    const kept = (await Promise.all([...files].map(upload))).filter(Boolean);
    this.#draft.files = [...this.#draft.files, ...kept];
    this.#waiting = '';
    this.#draw();
    this.focus();
  }

  #removeFile(file) {
    this.#draft.files = this.#draft.files.filter((f) => f !== file);
    this.#draw();
    this.focus();
  }

  #onSubmit = (event) => {
    event.preventDefault();
    this.#send();
  };

  async #send() {
    const {text, files} = this.#draft;
    if (!text.trim() && !files.length) return;
    const {channel: id, thread, edits} = this.#target;
    if (edits) return this.#save(text);
    const command = /^\/[a-z]/i.test(text);
    if (command && !commandOf(text)) {
      return notify(`${text.split(/\s/)[0]} is no command here. Type / to see which there are.`);
    }
    const also = this.querySelector('[name=also]');
    const draft = this.#draft;
    keepDraft(this.#key, {text: '', files: []});
    this.refresh();
    this.#waiting = command ? `Waiting for ${page.snapshot.app.name}…` : '';
    this.#draw();
    document.querySelector('.conversation chat-log')?.toEnd();
    const answer = command ? await this.#command(text) : await act('say', {
      channel: id,
      text,
      ...(thread && {thread_ts: thread, also_to_channel: Boolean(also?.checked)}),
      ...(files.length && {files: files.map((f) => f.id)}),
    });
    this.#waiting = '';
    if (answer.ok) {
      if (also) also.checked = false;
      did({said: text.trim()});
    } else if (!this.#draft.text) {
      keepDraft(this.#key, draft);
      this.refresh();
    }
    this.#draw();
  }

  async #command(text) {
    const {channel: id, thread} = this.#target;
    const answer = await ask('command', {channel: id, text: text.trim(), thread_ts: thread});
    // When the app does not answer, Slackbot says so in the channel.
    const said = ['operation_timeout', 'dispatch_failed'].includes(answer.error);
    if (!answer.ok && !said) notify(answer.message || `That did not work (${answer.error}).`);
    return answer;
  }

  async #save(text) {
    const {channel: id, edits} = this.#target;
    const answer = await act('edit', {channel: id, ts: edits.ts, text});
    if (answer.ok) this.#cancel();
  }

  #cancel = () => {
    const {channel: id, edits} = this.#target;
    dropDraft(this.#key);
    const message = this.closest('.message');
    change((p) => {
      if (p.editing === `${id}/${edits.ts}`) p.editing = undefined;
    });
    queueMicrotask(() => message?.focus());
  };

  #editLast(event) {
    const {channel: id, thread} = this.#target;
    const from = thread ? message(id, thread)?.replies : channel(id)?.messages;
    const last = from?.findLast((m) => m.is_own && m.subtype !== 'tombstone' && !m.is_ephemeral);
    if (!last) return;
    event.preventDefault();
    change((p) => {
      p.editing = `${id}/${last.ts}`;
    });
  }
}

customElements.define('message-composer', MessageComposer);

function where(channelId) {
  const c = channel(channelId);
  return !c ? 'the channel' : c.kind === 'im' || c.kind === 'mpim' ? 'the conversation' : `#${titleOf(c)}`;
}

function commandOf(text) {
  const name = /^\/\S+/.exec(text)?.[0];
  return name && page.snapshot.commands.find((c) => c.command === name);
}

/** @param {string} before the text before the caret @param {Target} target */
function suggestions(before, target) {
  const command = /^\/\S*$/.exec(before);
  if (command && !target.thread && !target.edits) {
    const items = page.snapshot.commands.filter((c) => c.command.startsWith(before)).map((c) => ({
      insert: `${c.command} `,
      words: html`<strong>${c.command}</strong> ${c.usage_hint ?? ''}`,
      hint: c.description,
      before: icon('slash'),
    }));
    return {from: 0, items};
  }
  const mark = /(?:^|[\s(])([@#:])([\p{L}\p{N}._+-]*)$/u.exec(before);
  if (!mark) return undefined;
  const [, kind, typed] = mark;
  const items = {'@': peopleLike, '#': channelsLike, ':': emojiLike}[kind](typed.toLowerCase());
  return {from: before.length - typed.length - 1, items: items.slice(0, MOST)};
}

function peopleLike(typed) {
  const {users, groups} = page.snapshot;
  const like = (...words) => words.some((w) => w?.toLowerCase().split(/[\s._-]/).concat(w.toLowerCase())
      .some((part) => part.startsWith(typed)));
  return [
    ...users.filter((u) => !u.deleted && u.id !== 'USLACKBOT' && like(u.name, u.real_name, u.display_name))
        .sort((a, b) => Number(Boolean(b.is_app)) - Number(Boolean(a.is_app)))
        .map((u) => ({
          insert: `@${u.name} `,
          words: u.real_name || nameOf(u),
          hint: u.is_app ? 'App' : u.title,
          before: avatar(u, 'small'),
        })),
    ...groups.filter((g) => like(g.handle, g.name))
        .map((g) => ({
          insert: `@${g.handle} `,
          words: `@${g.handle}`,
          hint: g.name,
          before: icon('people'),
        })),
  ];
}

function channelsLike(typed) {
  const rooms = page.snapshot.channels.filter((c) => c.kind === 'channel' || c.kind === 'private');
  return rooms.filter((c) => c.name.includes(typed))
      .map((c) => ({insert: `#${c.name} `, words: c.name, hint: c.topic, before: channelMark(c)}));
}

function emojiLike(typed) {
  if (typed.length < 2) return [];
  return foundEmoji(typed, MOST).map((name) => ({
    insert: `:${name}: `,
    words: `:${name}:`,
    before: page.emoji[name],
  }));
}

/** A kept text as its author typed it: names for ids, plain addresses for links. */
function asTyped(text) {
  return unescape(text
      .replace(/<@([UW]\w+)(?:\|[^>]*)?>/g, (whole, id) => (user(id) ? `@${user(id).name}` : whole))
      .replace(/<#(\w+)(?:\|[^>]*)?>/g, (whole, id) => (channel(id)?.name ? `#${channel(id).name}` : whole))
      .replace(/<!subteam\^(\w+)(?:\|[^>]*)?>/g, (whole, id) => (group(id) ? `@${group(id).handle}` : whole))
      .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
      .replace(/<(?:mailto:)?([^|>@#!][^|>]*)(?:\|[^>]*)?>/g, '$1'));
}

import {act, ask} from './api.js';
import {change} from './state.js';
import {confirmed} from './confirm.js';

/** How an element's value lies in Slack's state, and how it is told to the server. */
const SIMPLE = {
  plain_text_input: (s) => s.value,
  email_text_input: (s) => s.value,
  url_text_input: (s) => s.value,
  number_input: (s) => s.value,
  rich_text_input: (s) => s.value,
  static_select: (s) => s.selected_option?.value,
  external_select: (s) => s.selected_option?.value,
  radio_buttons: (s) => s.selected_option?.value,
  multi_static_select: (s) => s.selected_options?.map((o) => o.value),
  multi_external_select: (s) => s.selected_options?.map((o) => o.value),
  checkboxes: (s) => s.selected_options?.map((o) => o.value),
  users_select: (s) => s.selected_user,
  conversations_select: (s) => s.selected_conversation,
  channels_select: (s) => s.selected_channel,
  multi_users_select: (s) => s.selected_users,
  multi_conversations_select: (s) => s.selected_conversations,
  multi_channels_select: (s) => s.selected_channels,
  datepicker: (s) => s.selected_date,
  timepicker: (s) => s.selected_time,
  datetimepicker: (s) => s.selected_date_time,
  file_input: (s) => s.files?.map((f) => f.id ?? f),
};

/** What an element holds before anybody touched it, in Slack's state form. */
function initial(element) {
  return {
    value: element.initial_value,
    selected_option: element.initial_option,
    selected_options: element.initial_options,
    selected_user: element.initial_user,
    selected_conversation: element.initial_conversation,
    selected_channel: element.initial_channel,
    selected_users: element.initial_users,
    selected_conversations: element.initial_conversations,
    selected_channels: element.initial_channels,
    selected_date: element.initial_date,
    selected_time: element.initial_time,
    selected_date_time: element.initial_date_time,
  };
}

/** @type {Map<string, Surface>} */
const surfaces = new Map();

/**
 * A message, modal or home view with what a person entered on it so far. It lives as long as the
 * page, so that a new snapshot never takes away what somebody is typing.
 */
export class Surface {
  /** @param {string} key @param {object} where `{channel, ts}` or `{view_id}` as the server wants it */
  constructor(key, where) {
    this.key = key;
    this.where = where;
    /** @type {Record<string, Record<string, unknown>>} what was entered, simple values */
    this.entered = {};
    /** @type {Record<string, string>} by block */
    this.errors = {};
    /** @type {Set<string>} elements whose action is under way, or `submit` */
    this.busy = new Set();
    this.state = {};
    this.blocks = [];
  }

  /** @param {object} block @param {object} element */
  value(block, element) {
    const own = this.entered[block.block_id];
    if (own && element.action_id in own) return own[element.action_id];
    const kept = this.state?.[block.block_id]?.[element.action_id];
    return SIMPLE[element.type]?.(kept ?? initial(element)) ?? null;
  }

  /** Keeps what a person entered, and takes a field's error away. */
  enter(block, element, value) {
    (this.entered[block.block_id] ??= {})[element.action_id] = value;
    delete this.errors[block.block_id];
    change();
  }

  /** @return all values, as the server wants them beside an action or a submission */
  values() {
    const values = {};
    for (const block of this.blocks) {
      for (const element of elementsOf(block)) {
        if (SIMPLE[element.type]) {
          (values[block.block_id] ??= {})[element.action_id] = this.value(block, element);
        }
      }
    }
    return values;
  }

  /** Sends a press or a choice to the app, after asking where the element wants it. */
  async act(block, element, value) {
    if (!(await confirmed(element.confirm))) return change();
    const key = `${block.block_id}/${element.action_id}`;
    if (this.busy.has(key)) return;
    const choice = value !== undefined;
    if (choice && element.type !== 'overflow') this.enter(block, element, value);
    await this.during(key, () => act(choice ? 'select' : 'press', {
      ...this.where,
      block_id: block.block_id,
      action_id: element.action_id,
      ...(choice && {value}),
      values: this.values(),
    }));
  }

  /** @return {Promise<object[]>} options or groups for what was typed */
  async suggest(block, element, typed) {
    const answer = await ask('suggest', {
      ...this.where, block_id: block.block_id, action_id: element.action_id, value: typed,
    });
    if (!answer.ok) throw new Error(answer.message || answer.error);
    return answer.option_groups ?? answer.options ?? [];
  }

  isBusy(block, element) {
    return this.busy.has(`${block.block_id}/${element.action_id}`);
  }

  /** @template T @param {string} key @param {() => Promise<T>} run @return {Promise<T>} */
  async during(key, run) {
    this.busy.add(key);
    change();
    try {
      return await run();
    } finally {
      this.busy.delete(key);
      change();
    }
  }
}

function elementsOf(block) {
  return [block.element, block.accessory, ...(block.elements ?? [])].filter((e) => e?.action_id);
}

/** @param {object} m a message @param {string} channelId @return {Surface} */
export function messageSurface(m, channelId) {
  return surface(`${channelId}/${m.ts}`, {channel: channelId, ts: m.ts}, m.blocks, m.state);
}

/** @param {object} view a modal or home view @return {Surface} */
export function viewSurface(view) {
  return surface(view.id, {view_id: view.id}, view.blocks, view.state);
}

function surface(key, where, blocks, state) {
  if (!surfaces.has(key)) surfaces.set(key, new Surface(key, where));
  const found = surfaces.get(key);
  found.blocks = blocks ?? [];
  found.state = state?.values;
  return found;
}

/** Forgets closed views, and everything when another person takes over. */
export function forgetSurfaces(isGone) {
  for (const key of surfaces.keys()) if (isGone(key)) surfaces.delete(key);
}

import {page} from './state.js';

/** @typedef {{text: string, files: object[]}} Draft */

/** What was typed and not sent. @type {Map<string, Draft>} */
const drafts = new Map();

/** @param {import('./composer.js').Target} target @return {string} by person, channel and thread */
export function draftKey(target) {
  return `${page.me} ${target.channel} ${target.edits?.ts ?? target.thread ?? ''}`;
}

/** @param {string} key @param {string} [text] where nothing was typed yet @return {Draft} */
export function draftOf(key, text = '') {
  if (!drafts.has(key)) drafts.set(key, {text, files: []});
  return drafts.get(key);
}

/** @param {string} key @param {Draft} draft */
export function keepDraft(key, draft) {
  drafts.set(key, draft);
}

/** @param {string} key */
export function dropDraft(key) {
  drafts.delete(key);
}

/** Puts a text into the composer of a channel, for the person to look at and send. */
export function prefill(channelId, text) {
  keepDraft(draftKey({channel: channelId}), {text, files: []});
  requestAnimationFrame(() => {
    const composer = document.querySelector('.conversation message-composer');
    composer?.refresh();
    composer?.focus();
  });
}

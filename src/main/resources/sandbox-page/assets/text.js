import {html, nothing} from './lit.js';
import {onlyEmoji, parse, unescape} from './mrkdwn.js';
import {channel, group, nameOf, page, titleOf, user} from './state.js';
import {fullDate, slackDate} from './dates.js';

const SKIN = {2: '\u{1F3FB}', 3: '\u{1F3FC}', 4: '\u{1F3FD}', 5: '\u{1F3FE}', 6: '\u{1F3FF}'};

/** @param {string | undefined} text mrkdwn @param {{verbatim?: boolean, large?: boolean}} [options] */
export function mrkdwn(text, options = {}) {
  if (!text) return nothing;
  const nodes = parse(text, options);
  const body = nodes.map(draw);
  return options.large && onlyEmoji(nodes) ? html`<span class="jumbo">${body}</span>` : body;
}

/** @param {object | undefined} object a Block Kit text object */
export function textObject(object) {
  if (!object?.text) return nothing;
  if (object.type === 'mrkdwn') return mrkdwn(object.text, {verbatim: object.verbatim});
  return plainText(object);
}

/** @param {{text: string, emoji?: boolean}} object plain_text: no marks, but emoji */
export function plainText(object) {
  const text = unescape(object?.text ?? '');
  if (object?.emoji === false) return text;
  return text.split(/(:[a-z0-9_+'-]+(?:::skin-tone-[2-6])?:)/i)
      .map((piece, i) => (i % 2 ? emoji(piece.slice(1, -1)) : piece));
}

/** @param {{text: string, emoji?: boolean}} object @return {string} for attributes and options */
export function plainWords(object) {
  const text = unescape(object?.text ?? '');
  return text.replace(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/gi,
      (whole, name) => emojiCharacters(name) ?? whole);
}

/** @param {string} name short name, perhaps with a skin tone @return {string | undefined} */
export function emojiCharacters(name) {
  const [base, tone] = name.split('::skin-tone-');
  const characters = page.emoji[base];
  return characters && (tone ? characters.replace(/\uFE0F$/, '') + SKIN[tone] : characters);
}

/** @param {string} name @return the character with its name, or the name as it was typed */
export function emoji(name) {
  const characters = emojiCharacters(name);
  if (!characters) return `:${name}:`;
  return html`<span class="emoji" role="img" aria-label=${name.replace(/_/g, ' ')}
    title=":${name}:">${characters}</span>`;
}

/** @param {string} id @param {string} [label] @return a person or app by name */
export function userMention(id, label = '') {
  const person = user(id);
  const name = person ? nameOf(person) : label || id;
  return html`<button type="button" class="mention ${id === page.me ? 'me' : ''}"
    data-profile=${id}>@${name}</button>`;
}

/** @param {string} id @param {string} [label] @return a channel by name, to go to */
export function channelMention(id, label = '') {
  const known = channel(id);
  const name = known ? titleOf(known) : label || 'private channel';
  if (!known) return html`<span class="mention">#${name}</span>`;
  return html`<a class="mention" href="/archives/${id}">#${name}</a>`;
}

/** @param {string} id @param {string} [label] @return a user group by handle */
export function groupMention(id, label = '') {
  const known = group(id);
  const mine = known?.users?.includes(page.me) ? 'me' : '';
  const handle = known ? known.handle : label.replace(/^@/, '') || id;
  return html`<span class="mention ${mine}" title=${known?.name ?? ''}>@${handle}</span>`;
}

/** @param {string} name here, channel or everyone */
export function broadcast(name) {
  return html`<span class="mention me">@${name.split('|')[0]}</span>`;
}

/** @param {string} url @param {unknown} words @return a link, unless its scheme could run something */
export function link(url, words) {
  if (!/^(https?:|mailto:|tel:|\/)/i.test(url)) return words;
  if (sameSite(url)) return html`<a class="link" href=${path(url)}>${words}</a>`;
  return html`<a class="link" href=${url} target="_blank" rel="noopener noreferrer">${words}</a>`;
}

/** @param {number} seconds @param {string} format @param {string} fallback @param {string} url */
export function date(seconds, format, fallback, url) {
  if (!Number.isFinite(seconds)) return fallback;
  const moment = new Date(seconds * 1000);
  const shown = html`<time datetime=${moment.toISOString()} title=${fullDate(moment)}
    >${slackDate(seconds, format)}</time>`;
  return url ? link(url, shown) : shown;
}

function draw(node) {
  const children = () => node.children.map(draw);
  const by = {
    text: () => node.text,
    bold: () => html`<strong>${children()}</strong>`,
    italic: () => html`<em>${children()}</em>`,
    strike: () => html`<s>${children()}</s>`,
    code: () => html`<code>${node.text}</code>`,
    pre: () => html`<pre tabindex="0">${node.text}</pre>`,
    quote: () => html`<blockquote>${children()}</blockquote>`,
    link: () => link(node.url, children()),
    user: () => userMention(node.id, node.label),
    channel: () => channelMention(node.id, node.label),
    group: () => groupMention(node.id, node.label),
    broadcast: () => broadcast(node.name),
    date: () => date(node.seconds, node.format, node.fallback, node.url),
    emoji: () => emoji(node.name),
  };
  return by[node.type]();
}

/** Links of the sandbox itself open in this window. */
function sameSite(url) {
  return new URL(url, location.href).origin === location.origin;
}

function path(url) {
  const target = new URL(url, location.href);
  return target.pathname + target.search + target.hash;
}

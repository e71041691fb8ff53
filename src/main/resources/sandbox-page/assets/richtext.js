import {html, nothing} from './lit.js';
import {broadcast, channelMention, date, emoji, groupMention, link, userMention} from './text.js';

/** @param {object} block a rich_text block @return what it says, as Slack draws it */
export function richText(block) {
  return html`<div class="rich-text">${(block.elements ?? []).map(part)}</div>`;
}

function part(element) {
  const inside = () => (element.elements ?? []).map(inline);
  const border = element.border ? 'bordered' : '';
  switch (element.type) {
    case 'rich_text_section':
      return html`<div class="rich-section">${inside()}</div>`;
    case 'rich_text_quote':
      return html`<blockquote>${inside()}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre class=${border} tabindex="0">${inside()}</pre>`;
    case 'rich_text_list': {
      const items = (element.elements ?? []).map((item) => html`<li>${part(item)}</li>`);
      const shape = `indent-${Math.min(element.indent ?? 0, 6)} ${border}`;
      return element.style === 'ordered'
        ? html`<ol class=${shape} start=${(element.offset ?? 0) + 1}>${items}</ol>`
        : html`<ul class=${shape}>${items}</ul>`;
    }
    default:
      return nothing;
  }
}

function inline(element) {
  const by = {
    text: () => element.text,
    link: () => link(element.url, element.text || element.url),
    emoji: () => emoji(element.name + (element.skin_tone ? `::skin-tone-${element.skin_tone}` : '')),
    user: () => userMention(element.user_id),
    usergroup: () => groupMention(element.usergroup_id),
    channel: () => channelMention(element.channel_id),
    broadcast: () => broadcast(element.range),
    date: () => date(element.timestamp, element.format, element.fallback ?? '', element.url),
    color: () => html`<code>${element.value}</code>`,
  };
  return styled(by[element.type]?.() ?? element.text ?? '', element.style);
}

function styled(words, style = {}) {
  let drawn = words;
  if (style.code) drawn = html`<code>${drawn}</code>`;
  if (style.bold) drawn = html`<strong>${drawn}</strong>`;
  if (style.italic) drawn = html`<em>${drawn}</em>`;
  if (style.strike) drawn = html`<s>${drawn}</s>`;
  if (style.underline) drawn = html`<u>${drawn}</u>`;
  if (style.highlight) drawn = html`<mark>${drawn}</mark>`;
  return drawn;
}

import {html, nothing} from './lit.js';
import {emoji, link} from './text.js';

/**
 * Draws a markdown block: headings, lists, tables, quotes, rules, code, and the inline marks.
 *
 * @param {string} text standard Markdown
 */
export function markdown(text) {
  return html`<div class="markdown">${blocks(text.split('\n'))}</div>`;
}

const FENCE = /^\s*(```|~~~)/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const ITEM = /^(\s*)(?:[-*+]|(\d+)[.)])\s+(.*)$/;
const QUOTE = /^\s*>\s?/;
const CELLS = /^\s*\|.*\|\s*$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

function blocks(lines) {
  const drawn = [];
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    const take = (wanted) => {
      const from = i;
      while (i < lines.length && wanted(lines[i])) i++;
      return lines.slice(from, i);
    };
    if (!line.trim()) {
      i++;
    } else if (FENCE.test(line)) {
      i++;
      const code = take((l) => !FENCE.test(l));
      i++;
      drawn.push(html`<pre tabindex="0">${code.join('\n')}</pre>`);
    } else if (HEADING.test(line)) {
      const [, marks, words] = HEADING.exec(line);
      drawn.push(html`<p class="heading level-${marks.length}" role="heading"
        aria-level=${Math.min(marks.length + 1, 6)}>${inline(words)}</p>`);
      i++;
    } else if (RULE.test(line)) {
      drawn.push(html`<hr>`);
      i++;
    } else if (QUOTE.test(line)) {
      const quoted = take((l) => QUOTE.test(l)).map((l) => l.replace(QUOTE, ''));
      drawn.push(html`<blockquote>${blocks(quoted)}</blockquote>`);
    } else if (CELLS.test(line) && TABLE_RULE.test(lines[i + 1] ?? '')) {
      drawn.push(table(take((l) => CELLS.test(l))));
    } else if (ITEM.test(line)) {
      drawn.push(list(take((l) => ITEM.test(l))));
    } else {
      const words = take((l) => l.trim() && ![FENCE, HEADING, QUOTE, ITEM].some((r) => r.test(l)));
      drawn.push(html`<p>${inline(words.join('\n'))}</p>`);
    }
  }
  return drawn;
}

function list(lines) {
  const items = lines.map((line) => {
    const [, space, number, words] = ITEM.exec(line);
    const task = /^\[([ xX])\]\s+/.exec(words);
    return {
      depth: Math.min(Math.floor(space.length / 2), 6),
      number,
      box: task ? (task[1] === ' ' ? '☐ ' : '☑ ') : '',
      words: task ? words.slice(task[0].length) : words,
    };
  });
  return html`<ul class="plain">${items.map((item) => html`<li class="indent-${item.depth}">
    <span class="bullet">${item.number ? `${item.number}.` : item.box || '•'}</span>
    <span>${inline(item.words)}</span></li>`)}</ul>`;
}

function table(lines) {
  const rows = lines.filter((line) => !TABLE_RULE.test(line))
      .map((line) => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim()));
  const [head, ...body] = rows;
  return html`<div class="table-frame" tabindex="0"><table>
    <thead><tr>${head.map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead>
    <tbody>${body.map((row) => html`<tr>${row.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

const INLINE = [
  [/^`([^`\n]+)`/, (m) => html`<code>${m[1]}</code>`],
  [/^!?\[([^\]]+)\]\(([^()\s]+(?:\([^()]*\))?[^()\s]*)(?:\s+"[^"]*")?\)/, (m) => link(m[2], inline(m[1]))],
  [/^<(https?:[^>\s]+)>/, (m) => link(m[1], m[1])],
  [/^(?:\*\*|__)(?=\S)([\s\S]+?\S|\S)(?:\*\*|__)/, (m) => html`<strong>${inline(m[1])}</strong>`],
  [/^~~(?=\S)([\s\S]+?)~~/, (m) => html`<s>${inline(m[1])}</s>`],
  [/^\*(?=\S)([^*\n]+?)\*/, (m) => html`<em>${inline(m[1])}</em>`],
  [/^_(?=\S)([^_\n]+?)_(?!\w)/, (m) => html`<em>${inline(m[1])}</em>`],
  [/^https?:\/\/[^\s<>)]*[^\s<>).,;:!?'"]/, (m) => link(m[0], m[0])],
  [/^:([a-z0-9_+-]+):/, (m) => emoji(m[1])],
  [/^\\([!-/:-@[-`{-~])/, (m) => m[1]],
];

function inline(text) {
  const drawn = [];
  let words = '';
  for (let i = 0; i < text.length;) {
    const rest = text.slice(i);
    const inWord = /\w/.test(text[i - 1] ?? '');
    const rule = !(inWord && /^[_h:]/.test(rest)) && INLINE.find(([pattern]) => pattern.test(rest));
    if (!rule) {
      words += text[i++];
      continue;
    }
    const found = rule[0].exec(rest);
    drawn.push(words || nothing, rule[1](found));
    words = '';
    i += found[0].length;
  }
  drawn.push(words || nothing);
  return drawn;
}

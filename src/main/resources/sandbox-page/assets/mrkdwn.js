/**
 * Reads Slack's mrkdwn into a tree. Nothing here touches the document: the tree is drawn by
 * text.js, which puts people's words into text nodes only.
 *
 * @typedef {{type: 'text', text: string}
 *   | {type: 'bold' | 'italic' | 'strike', children: Node[]}
 *   | {type: 'code' | 'pre', text: string}
 *   | {type: 'quote', children: Node[]}
 *   | {type: 'link', url: string, children: Node[]}
 *   | {type: 'user' | 'channel' | 'group', id: string, label: string}
 *   | {type: 'broadcast', name: string}
 *   | {type: 'date', seconds: number, format: string, url: string, fallback: string}
 *   | {type: 'emoji', name: string}} Node
 */

const MARKS = {'*': 'bold', '_': 'italic', '~': 'strike'};
/** A mark that closes later than this is no mark; it bounds the work on hostile words. */
const LONGEST_MARK = 2000;
const URL_AT_START = /^https?:\/\/[^\s<>|]+/;
/** Every change draws the whole page again, so what was read once is kept. @type {Map<string, Node[]>} */
const parsed = new Map();
const MOST_PARSED = 2000;
const EMOJI_AT_START = /^:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/i;

/** @param {string} text as Slack escapes it @return {string} */
export function unescape(text) {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/**
 * @param {string} text mrkdwn
 * @param {{verbatim?: boolean}} [options] verbatim: bare addresses do not become links
 * @return {Node[]}
 */
export function parse(text, options = {}) {
  const key = `${options.verbatim ? 'v' : ' '}${text}`;
  if (!parsed.has(key)) {
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(key, read(text, options));
  }
  return parsed.get(key);
}

function read(text, options) {
  const nodes = [];
  const parts = text.split(/```([\s\S]+?)```/);
  parts.forEach((part, index) => {
    if (index % 2) {
      nodes.push({type: 'pre', text: raw(part.replace(/^\n|\n$/g, ''))});
    } else {
      // The line breaks around a preformatted piece belong to its frame.
      const from = index > 0 ? part.replace(/^\n/, '') : part;
      nodes.push(...quotes(index < parts.length - 1 ? from.replace(/\n$/, '') : from, options));
    }
  });
  return nodes;
}

/**
 * @param {string} text mrkdwn
 * @param {(id: string) => string | undefined} [nameOf] names for the ids of people and channels
 * @return {string} the words alone, for labels and notifications
 */
export function plain(text, nameOf = () => undefined) {
  const named = (node, mark) => mark + (nameOf(node.id) ?? (node.label.replace(/^@/, '') || node.id));
  const words = (node) => {
    switch (node.type) {
      case 'user':
      case 'group':
        return named(node, '@');
      case 'channel':
        return named(node, '#');
      case 'broadcast':
        return `@${node.name}`;
      case 'date':
        return node.fallback;
      case 'emoji':
        return `:${node.name}:`;
      case 'pre':
        return ` ${node.text} `;
      case 'quote':
        return ` ${node.children.map(words).join('')} `;
      default:
        return node.text ?? node.children.map(words).join('');
    }
  };
  return parse(text, {verbatim: true}).map(words).join('').replace(/\s+/g, ' ').trim();
}

/** Within code nothing is marked, but links and mentions still stand in their raw form. */
function raw(text) {
  return unescape(text.replace(/<([^<>|]*)\|?([^<>]*)>/g, (whole, target, label) => label || target));
}

/** Lines that begin with a quote mark become one quote; three marks quote all that follows. */
function quotes(text, options) {
  const nodes = [];
  const lines = text.split('\n');
  let said = [];
  const flush = () => {
    if (said.length && said.join('') + (said.length - 1 ? '\n' : '') !== '') {
      nodes.push(...inline(said.join('\n'), options));
    }
    said = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const mark = /^(?:&gt;|>)/;
    if (!mark.test(lines[i])) {
      said.push(lines[i]);
      continue;
    }
    flush();
    let quoted = [];
    if (/^(?:&gt;|>){3}/.test(lines[i])) {
      quoted = [lines[i].replace(/^(?:&gt;|>){3} ?/, ''), ...lines.slice(i + 1)];
      i = lines.length;
    } else {
      for (; i < lines.length && mark.test(lines[i]); i++) {
        quoted.push(lines[i].replace(/^(?:&gt;|>) ?/, ''));
      }
      i--;
    }
    nodes.push({type: 'quote', children: inline(quoted.join('\n'), options)});
  }
  flush();
  return nodes;
}

/** Everything within lines: marks, links, mentions, code, emoji. */
function inline(text, options) {
  const nodes = [];
  let words = '';
  const flush = () => {
    if (words) nodes.push({type: 'text', text: unescape(words)});
    words = '';
  };
  for (let i = 0; i < text.length;) {
    const piece = token(text, i, options);
    if (piece) {
      flush();
      nodes.push(piece.node);
      i = piece.end;
    } else {
      words += text[i++];
    }
  }
  flush();
  return nodes;
}

function token(text, i, options) {
  const c = text[i];
  if (c === '<') return angle(text, i, options);
  if (c === '`') return code(text, i);
  if (c === ':') return emoji(text, i);
  if (c === 'h' && !options.verbatim && !/\w/.test(text[i - 1] ?? '')) return address(text, i);
  if (c in MARKS) return marked(text, i, options);
  return undefined;
}

function angle(text, i, options) {
  const end = text.indexOf('>', i);
  if (end < 0) return undefined;
  const inner = text.slice(i + 1, end);
  if (!inner || inner.includes('<')) return undefined;
  const node = reference(inner, options);
  return node && {node, end: end + 1};
}

function reference(inner, options) {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : inner.slice(bar + 1);
  if (/^@[UWB]/.test(target)) return {type: 'user', id: target.slice(1), label: unescape(label)};
  if (/^#[CGD]/.test(target)) return {type: 'channel', id: target.slice(1), label: unescape(label)};
  if (target.startsWith('!subteam^')) {
    return {type: 'group', id: target.slice(9), label: unescape(label)};
  }
  if (target.startsWith('!date^')) {
    const [, seconds, format, url = ''] = target.split('^');
    return {type: 'date', seconds: Number(seconds), format, url: unescape(url), fallback: unescape(label)};
  }
  if (target.startsWith('!')) return {type: 'broadcast', name: target.slice(1)};
  if (!/^(https?|mailto|tel|slack):/i.test(target)) return undefined;
  const url = unescape(target);
  const shown = label || target.replace(/^(mailto|tel):/, '');
  return {type: 'link', url, children: inline(shown, {...options, verbatim: true})};
}

function code(text, i) {
  const end = text.indexOf('`', i + 1);
  const inner = text.slice(i + 1, end);
  if (end < 0 || !inner || inner.includes('\n')) return undefined;
  return {node: {type: 'code', text: raw(inner)}, end: end + 1};
}

function emoji(text, i) {
  const found = EMOJI_AT_START.exec(text.slice(i, i + 80));
  return found && {node: {type: 'emoji', name: found[1]}, end: i + found[0].length};
}

function address(text, i) {
  const found = URL_AT_START.exec(text.slice(i));
  if (!found) return undefined;
  const url = found[0].replace(/[.,;:!?)\]}'"*_~]+$/, '');
  const node = {type: 'link', url: unescape(url), children: [{type: 'text', text: unescape(url)}]};
  return {node, end: i + url.length};
}

/** A mark opens before a word and closes after one, on the same line. */
function marked(text, i, options) {
  const mark = text[i];
  if (/[\p{L}\p{N}]/u.test(text[i - 1] ?? '') || /[\s]/.test(text[i + 1] ?? ' ')) return undefined;
  if (text[i + 1] === mark) return undefined;
  const line = text.slice(i, i + LONGEST_MARK).split('\n', 1)[0].length + i;
  for (let end = text.indexOf(mark, i + 1); end > 0 && end < line; end = text.indexOf(mark, end + 1)) {
    if (/\s/.test(text[end - 1]) || /[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) continue;
    if (insideAngle(text, end)) continue;
    const children = inline(text.slice(i + 1, end), options);
    return {node: {type: MARKS[mark], children}, end: end + 1};
  }
  return undefined;
}

function insideAngle(text, at) {
  const open = text.lastIndexOf('<', at);
  if (open < 0) return false;
  const close = text.indexOf('>', open);
  return close > at;
}

/** @param {Node[]} nodes @return {boolean} nothing but a few emoji: drawn large */
export function onlyEmoji(nodes) {
  const seen = nodes.filter((node) => node.type === 'emoji').length;
  return seen > 0 && seen <= 12
      && nodes.every((n) => n.type === 'emoji' || (n.type === 'text' && !n.text.trim()));
}

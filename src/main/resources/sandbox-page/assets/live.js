import {change, page} from './state.js';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 5000;
/** A short break between two snapshots is not worth a banner. */
const LOST_AFTER = 1500;

/** @type {WebSocket | undefined} */
let socket;
let wait = FIRST_WAIT;
let retry = 0;
let lost = 0;

/**
 * Follows the workspace as the person this window acts as; connects again whenever the line breaks.
 *
 * @param {(snapshot: object) => void} onSnapshot
 */
export function follow(onSnapshot) {
  clearTimeout(retry);
  const own = open();
  const replaced = socket;
  socket = own;
  replaced?.close();
  own.addEventListener('message', (event) => {
    if (own !== socket) return;
    clearTimeout(lost);
    wait = FIRST_WAIT;
    onSnapshot(JSON.parse(event.data));
    change((p) => {
      p.connection = 'live';
    });
  });
  own.addEventListener('close', () => {
    if (own !== socket) return;
    clearTimeout(lost);
    lost = setTimeout(() => change((p) => {
      p.connection = 'lost';
    }), page.connection === 'lost' ? 0 : LOST_AFTER);
    retry = setTimeout(() => follow(onSnapshot), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  });
}

function open() {
  const address = new URL('/page/live', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  address.searchParams.set('as', page.me);
  return new WebSocket(address);
}

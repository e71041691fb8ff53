/** Dates as people read them, in the zone and language of the browser. */

const format = (options) => {
  const formatter = new Intl.DateTimeFormat(undefined, options);
  return (date) => formatter.format(date);
};

const time = format({hour: 'numeric', minute: '2-digit'});
const timeSeconds = format({hour: 'numeric', minute: '2-digit', second: '2-digit'});
const long = format({weekday: 'long', year: 'numeric', month: 'long', day: 'numeric'});
const medium = format({year: 'numeric', month: 'long', day: 'numeric'});
const short = format({year: 'numeric', month: 'short', day: 'numeric'});
const divider = format({weekday: 'long', month: 'long', day: 'numeric'});
const full = format({dateStyle: 'full', timeStyle: 'short'});

/** @param {string} ts Slack's message key, seconds with a fraction @return {Date} */
export function fromTs(ts) {
  return new Date(Number(ts) * 1000);
}

export const clock = time;
export const fullDate = full;

/** @param {Date} date @return {string} a key that is equal for two moments of one local day */
export function dayKey(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param {Date} date @return {string} `Today`, `Yesterday` or the date */
export function dayName(date, now = new Date()) {
  return near(date, now) ?? divider(date);
}

/** @param {Date} date @return {string} `3 minutes ago`, `last week` */
export function ago(date, now = new Date()) {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const relative = new Intl.RelativeTimeFormat(undefined, {numeric: 'auto'});
  const steps = [['day', 86400], ['hour', 3600], ['minute', 60]];
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  }
  return Math.abs(seconds) < 45 ? 'just now' : relative.format(Math.round(seconds / 60), 'minute');
}

/**
 * @param {number} seconds since the epoch
 * @param {string} pattern of a Slack date, such as `{date_short} at {time}`
 * @return {string}
 */
export function slackDate(seconds, pattern, now = new Date()) {
  const date = new Date(seconds * 1000);
  const relative = (otherwise) => near(date, now)?.toLowerCase() ?? otherwise(date);
  const words = {
    date_num: () => dayKey(date),
    date: () => medium(date),
    date_short: () => short(date),
    date_long: () => long(date),
    date_pretty: () => relative(medium),
    date_short_pretty: () => relative(short),
    date_long_pretty: () => relative(long),
    date_long_full: () => long(date),
    day_divider_pretty: () => dayName(date, now),
    time: () => time(date),
    time_secs: () => timeSeconds(date),
    ago: () => ago(date, now),
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => words[name]?.() ?? whole);
}

/** @param {number} seconds since the epoch @return {string} for an input of type datetime-local */
export function localDateTime(seconds) {
  const date = new Date(seconds * 1000);
  return `${dayKey(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

function near(date, now) {
  const days = Math.round((startOfDay(date) - startOfDay(now)) / 86400000);
  return {'-1': 'Yesterday', '0': 'Today', '1': 'Tomorrow'}[days];
}

function startOfDay(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function two(number) {
  return String(number).padStart(2, '0');
}

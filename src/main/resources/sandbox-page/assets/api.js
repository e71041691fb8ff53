import {notify} from './notice.js';
import {page} from './state.js';

/** What a person sees when the sandbox itself cannot be reached. */
const UNREACHABLE = 'The sandbox did not answer. Nothing was sent; try again when it is back.';

/**
 * Does something as the person this window acts as.
 *
 * @param {string} what the act, such as `say`
 * @param {object} [fields]
 * @return {Promise<{ok: boolean, error?: string, message?: string, errors?: object}>} never rejects
 */
export async function ask(what, fields = {}) {
  try {
    const response = await fetch('/page/act', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({as: page.me, do: what, ...fields}),
    });
    if (!response.ok) return {ok: false, error: `http_${response.status}`, message: UNREACHABLE};
    return await response.json();
  } catch {
    return {ok: false, error: 'unreachable', message: UNREACHABLE};
  }
}

/** As {@link ask}, and tells the person when it failed. */
export async function act(what, fields) {
  const answer = await ask(what, fields);
  if (!answer.ok) notify(answer.message || `That did not work (${answer.error}).`);
  return answer;
}

/** @param {File} file @return {Promise<object | undefined>} the file as the workspace keeps it */
export async function upload(file) {
  const query = new URLSearchParams({as: page.me, name: file.name});
  try {
    const response = await fetch(`/page/upload?${query}`, {method: 'POST', body: file});
    const answer = await response.json();
    if (answer.ok) return answer.file;
    notify(answer.message || `${file.name} could not be uploaded (${answer.error}).`);
  } catch {
    notify(`${file.name} could not be uploaded. ${UNREACHABLE}`);
  }
  return undefined;
}

/** @param {string} path @return {Promise<any>} */
export async function load(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`);
  return response.json();
}

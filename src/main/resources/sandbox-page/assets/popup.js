/** Small panels over the page: where they stand, and how they close. */

const GAP = 4;

/**
 * Shows an element in the top layer beside its anchor, turned over where there is no room.
 *
 * @param {HTMLElement} panel with the attribute `popover`, in the document
 * @param {Element} anchor
 * @param {{align?: 'start' | 'end', match?: boolean}} [options] match: at least the anchor's width
 */
export function showBeside(panel, anchor, options = {}) {
  if (!panel.matches(':popover-open')) panel.showPopover();
  const at = anchor.getBoundingClientRect();
  if (options.match) panel.style.minWidth = `${at.width}px`;
  panel.style.maxHeight = '';
  const below = innerHeight - at.bottom - 2 * GAP;
  const above = at.top - 2 * GAP;
  const under = panel.offsetHeight <= below || below >= above;
  const height = Math.min(panel.offsetHeight, under ? below : above);
  const wanted = options.align === 'end' ? at.right - panel.offsetWidth : at.left;
  const left = Math.max(GAP, Math.min(wanted, innerWidth - panel.offsetWidth - GAP));
  panel.style.left = `${left}px`;
  panel.style.top = `${under ? at.bottom + GAP : at.top - GAP - height}px`;
  panel.style.maxHeight = `${height}px`;
}

/** @return {Element} where a panel must stand to be reachable: the open modal, or the page */
export function topSurface() {
  return [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
}

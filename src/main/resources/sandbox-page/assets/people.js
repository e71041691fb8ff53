import {html} from './lit.js';
import {follow} from './live.js';
import {avatar} from './avatar.js';
import {icon} from './icons.js';
import {openMenu} from './menu.js';
import {announce} from './notice.js';
import {restore, showPerson} from './route.js';
import {change, nameOf, page, user} from './state.js';
import {forgetSurfaces} from './surface.js';

const KEPT = 'sandbox.as';
let arrived = () => {};

/**
 * Chooses whom this window acts as at the start: the address, this window's last choice, or the
 * first of the people.
 *
 * @param {{id: string}[]} people
 */
export function firstPerson(people) {
  const asked = new URL(location.href).searchParams.get('as');
  const known = (id) => people.some((p) => p.id === id) && id;
  const me = known(asked) || known(sessionStorage.getItem(KEPT)) || people[0]?.id;
  sessionStorage.setItem(KEPT, me);
  return me;
}

/** @param {object} snapshot the newest one */
export function receive(snapshot) {
  if (snapshot.me !== page.me) return;
  const before = page.snapshot;
  change((p) => {
    p.snapshot = snapshot;
  });
  if (before?.me !== snapshot.me) {
    restore();
    arrived();
  }
}

/** @param {string} id @return {Promise<void>} once the workspace is seen with that person's eyes */
export function actAs(id) {
  return new Promise((resolve) => {
    arrived = () => {
      announce(`You now act as ${nameOf(user(id))}`);
      resolve();
    };
    sessionStorage.setItem(KEPT, id);
    forgetSurfaces(() => true);
    change((p) => {
      p.me = id;
      p.newSince.clear();
      p.editing = undefined;
    });
    follow(receive);
  });
}

/** The button that says whom one acts as, and lets one be somebody else. */
export function peopleSwitcher() {
  const me = user(page.me);
  const open = (event) => openMenu(event.currentTarget, [
    {heading: true, label: 'Act as'},
    ...page.snapshot.users.filter((u) => u.can_act_as).map((u) => ({
      label: u.real_name || nameOf(u),
      hint: u.title || (u.is_guest ? 'Guest' : u.is_external ? u.team_name : ''),
      before: avatar(u),
      chosen: u.id === page.me,
      act: () => u.id !== page.me && actAs(u.id),
    })),
  ], {label: 'Whom to act as'});
  return html`<button type="button" class="person" aria-haspopup="menu" @click=${open}
      aria-label="You act as ${nameOf(me)}, ${me?.title ?? ''}. Change">
    ${avatar(me)}
    <span class="person-words">
      <strong>${me?.real_name ?? nameOf(me)}</strong><small>${me?.title ?? ''}</small></span>
    ${icon('down')}
  </button>`;
}

/** @param {HTMLElement} anchor @param {string} id whose card to show */
export function profile(anchor, id) {
  const person = user(id);
  if (!person) return;
  const facts = [person.title, person.is_external && (person.team_name ?? 'Other company'), person.tz]
      .filter(Boolean).join(' · ');
  const message = {
    label: `Message ${nameOf(person)}`,
    before: icon('reply'),
    act: () => showPerson(id),
  };
  const become = {
    label: `Act as ${nameOf(person)}`,
    before: icon('people'),
    act: () => actAs(id),
  };
  openMenu(anchor, [
    {heading: true, label: html`${avatar(person, 'large')}
      <span><strong>${person.real_name || nameOf(person)}</strong><small>${facts}</small></span>`},
    ...(id === page.me ? [] : [message]),
    ...(id !== page.me && person.can_act_as ? [become] : []),
  ], {label: nameOf(person), align: 'start'});
}

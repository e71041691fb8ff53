import {html, nothing} from './lit.js';
import {guideHidden, guideProgress, showGuide} from './guide.js';
import {showKeys} from './help.js';
import {icon} from './icons.js';
import {peopleSwitcher} from './people.js';
import {drawerButton} from './sidebar.js';
import {change, page} from './state.js';

/** The bar over everything: workspace, guide, theme, and whom one acts as. */
export function topbar() {
  const progress = guideProgress();
  return html`<header class="topbar">
    ${drawerButton()}
    <span class="workspace">${page.snapshot.team.name}</span>
    <span class="sandbox-mark" title="Everything here runs on this machine; nothing reaches Slack"
      >local sandbox</span>
    <span class="space"></span>
    ${progress ? html`<button type="button" class="bar-button guide-button" @click=${openGuide}
      aria-label="What to try next, ${progress} done" title="What to try next"
      >${icon('flag')}<span>${progress}</span></button>` : nothing}
    <button type="button" class="bar-button keys-button" aria-label="Keyboard" title="Keyboard"
      @click=${showKeys}>${icon('keys')}</button>
    ${themeButton()}
    ${peopleSwitcher()}
  </header>`;
}

function openGuide() {
  showGuide(guideHidden() || !matchMedia('(min-width: 900px)').matches);
  change((p) => {
    p.drawer = !matchMedia('(min-width: 900px)').matches;
  });
  requestAnimationFrame(() => document.querySelector('.guide .current .guide-step')?.focus());
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function themeButton() {
  const words = isDark() ? 'Light theme' : 'Dark theme';
  return html`<button type="button" class="bar-button" aria-label=${words} title=${words} @click=${() => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('sandbox.theme', theme);
    change();
  }}>${icon(isDark() ? 'sun' : 'moon')}</button>`;
}

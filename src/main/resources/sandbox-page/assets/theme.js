'use strict';

// Loaded before the styles, as a plain script, so that the page never flashes in the other theme.
(() => {
  const chosen = localStorage.getItem('sandbox.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();

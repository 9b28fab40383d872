// Menus of table rows open beside their button; pages ask whether a row is in use, and send the focus to their heading.
(() => {
  'use strict';

  const gap = 4;

  document.addEventListener('toggle', (event) => {
    const menu = event.target;
    if (event.newState !== 'open' || !menu.matches?.('[data-menu-baris]')) {
      return;
    }
    const button = document.querySelector(`[popovertarget="${menu.id}"]`);
    if (button === null) {
      return;
    }
    const place = button.getBoundingClientRect();
    const below = place.bottom + gap + menu.offsetHeight <= innerHeight;
    menu.style.inset = 'auto';
    menu.style.top = `${below ? place.bottom + gap : Math.max(gap, place.top - gap - menu.offsetHeight)}px`;
    menu.style.left = `${Math.max(gap, place.right - menu.offsetWidth)}px`;
  }, true);

  // A menu that hangs in the air while the page moves below it belongs to nothing.
  addEventListener('scroll', () => {
    document.querySelector('[data-menu-baris]:popover-open')?.hidePopover();
  }, { passive: true });

  // Rows must not move while somebody points at one or has the focus in it.
  dinsos.barisDipakai = () => document.querySelector('tbody > [data-baris]:is(:hover, :focus-within)') !== null;

  dinsos.keJudul = (always) => {
    const heading = document.querySelector('h1');
    if (heading !== null && (always || document.activeElement === document.body)) {
      heading.tabIndex = -1;
      heading.focus();
    }
  };
})();

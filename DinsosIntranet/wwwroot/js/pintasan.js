// Keyboard shortcuts. Pages take part through attributes: data-utama (the filled button), data-simpan, data-bagian="1…4",
// data-orang-baru, and rows of tables data-baris (Enter opens data-buka or the first link, Space ticks).
(() => {
  'use strict';

  const inField = (element) => element instanceof HTMLElement
    && (element.isContentEditable || element.matches('input, select, textarea, [role="textbox"], [role="combobox"], [role="listbox"]'));
  const ticks = (element) => element.matches('input[type="checkbox"], input[type="radio"]');
  const visible = (element) => element.getClientRects().length > 0;
  const usable = (element) => visible(element) && !element.disabled && element.getAttribute('aria-disabled') !== 'true';
  const dialog = () => [...document.querySelectorAll('dialog[open], .rz-dialog')].at(-1) ?? null;
  const find = (selector) => [...(dialog() ?? document).querySelectorAll(selector)].filter(usable).at(-1) ?? null;

  const press = (selector) => {
    const button = find(selector);
    if (button !== null) {
      // Moving the focus first lets the field that was typed in hand over its value.
      button.focus();
      button.click();
    }
    return button !== null;
  };

  const focusOn = (selector) => {
    const place = find(selector);
    if (place === null) {
      return false;
    }
    const field = place.matches('input, select, textarea, button, a[href]')
      ? place
      : [...place.querySelectorAll('input:not([type="hidden"]), select, textarea, button, a[href], [tabindex="0"]')].find(usable) ?? place;
    if (field === place && !place.hasAttribute('tabindex')) {
      place.tabIndex = -1;
    }
    field.focus();
    place.scrollIntoView({ block: 'nearest' });
    return true;
  };

  const newRequest = () => {
    const address = document.querySelector('[data-alamat-baru]')?.dataset.alamatBaru;
    if (!address || dialog() !== null) {
      return false;
    }
    Blazor.navigateTo(address);
    return true;
  };

  const showList = () => {
    const list = document.getElementById('pintasan');
    if (list === null || list.open || dialog() !== null) {
      return false;
    }
    list.showModal();
    return true;
  };

  const alt = (event) => {
    const section = /^(?:Digit|Numpad)([1-4])$/.exec(event.code);
    if (section !== null) {
      return focusOn(`[data-bagian="${section[1]}"]`);
    }
    return event.code === 'KeyB' && press('[data-orang-baru]');
  };

  const inTable = (event) => {
    const row = event.target.closest?.('[data-baris]');
    if (!row || (inField(event.target) && !ticks(event.target))) {
      return false;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const rows = [...row.parentElement.querySelectorAll(':scope > [data-baris]')].filter(visible);
      const next = rows[rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next) {
        next.tabIndex = -1;
        next.focus();
      }
      return true;
    }
    // Enter and Space on a button or link inside the row stay theirs.
    if (event.target !== row) {
      return false;
    }
    const target = event.key === 'Enter' ? row.querySelector('[data-buka]') ?? row.querySelector('a[href]')
      : event.key === ' ' ? row.querySelector('input[type="checkbox"], .rz-chkbox-box')
        : null;
    target?.click();
    return target !== null;
  };

  const single = (event) => {
    if (inField(event.target) || dinsos.setelan('tunggal') !== 'ya') {
      return false;
    }
    return event.key === '/' ? focusOn('[data-cari]') : event.key === '?' && showList();
  };

  const handle = (event) => {
    if (event.isComposing || document.getElementById('tirai')?.open) {
      return false;
    }
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key === 'Enter') {
      return press('[data-utama]');
    }
    if (control && !event.altKey && event.key.toLowerCase() === 's') {
      press('[data-simpan]');
      return true;
    }
    if (event.altKey && !control) {
      return alt(event);
    }
    if (control) {
      return false;
    }
    return event.key === 'F2' ? newRequest() : inTable(event) || single(event);
  };

  document.addEventListener('keydown', (event) => {
    if (!event.defaultPrevented && handle(event)) {
      event.preventDefault();
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-buka-pintasan]')) {
      showList();
    } else if (event.target.closest('[data-tutup-kotak]')) {
      event.target.closest('dialog')?.close();
    }
  });
})();

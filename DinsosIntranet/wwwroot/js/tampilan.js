// Small behaviour of the frame that must work without asking the server: device settings, links to places on the page,
// menus that close after a choice, who printed a page and when.
(() => {
  'use strict';

  const go = (id) => {
    const target = document.getElementById(id);
    if (target === null) {
      return;
    }
    const field = target.matches('input, select, textarea, button, a, [tabindex]')
      ? target
      : target.querySelector('input, select, textarea, [tabindex]') ?? target;
    if (!field.matches('input, select, textarea, button, a[href], [tabindex]')) {
      field.tabIndex = -1;
    }
    field.focus();
    target.scrollIntoView({ block: 'nearest' });
  };

  // Capture, so that these come before Blazor's own handling of links.
  document.addEventListener('click', (event) => {
    const jump = event.target.closest('[data-ke]');
    if (jump !== null) {
      event.preventDefault();
      go(jump.dataset.ke);
      return;
    }

    const flip = event.target.closest('[data-alih]');
    if (flip !== null) {
      const name = flip.dataset.alih;
      dinsos.pilih(name, dinsos.setelan(name) === 'ya' ? 'tidak' : 'ya');
    }

    const theme = event.target.closest('[data-pilih-tema]');
    if (theme !== null) {
      dinsos.pilih('tema', theme.dataset.pilihTema);
    }

    if (event.target.closest('[data-cetak]') !== null) {
      print();
    }

    // A link or command inside a menu has done its work: the menu closes.
    const menu = event.target.closest('[popover]');
    if (menu !== null && event.target.closest('a, [data-tutup]') !== null && menu.matches(':popover-open')) {
      menu.hidePopover();
    }
  }, true);

  const reflect = () => {
    for (const button of document.querySelectorAll('[data-pilih-tema]')) {
      button.setAttribute('aria-pressed', String(button.dataset.pilihTema === dinsos.setelan('tema')));
    }
    for (const control of document.querySelectorAll('input[data-setelan]')) {
      const value = dinsos.setelan(control.dataset.setelan);
      control.checked = control.type === 'radio' ? control.value === value : value === 'ya';
    }
  };

  document.addEventListener('change', (event) => {
    const control = event.target;
    if (control.matches?.('input[data-setelan]')) {
      dinsos.pilih(control.dataset.setelan, control.type === 'radio' ? control.value : control.checked ? 'ya' : 'tidak');
    }
  });
  // The name of the chosen file, where our own button stands in for the browser's.
  document.addEventListener('change', (event) => {
    const place = event.target.type === 'file' && document.querySelector(`[data-nama-berkas="${event.target.id}"]`);
    if (place) {
      place.textContent = event.target.files[0]?.name ?? 'Belum ada berkas dipilih';
    }
  });
  document.addEventListener('toggle', reflect, true);
  document.addEventListener('di:setelan', reflect);
  dinsos.segarkan = reflect;

  // Who printed and when stands in the margin of every page; a style reaches there, an element does not.
  addEventListener('beforeprint', () => {
    const { pencetak, zona } = document.querySelector('[data-pencetak]')?.dataset ?? {};
    if (pencetak === undefined) {
      return;
    }
    const time = new Date(dinsos.kini()).toLocaleString('id-ID', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zona || undefined });
    document.documentElement.style.setProperty('--di-cetak', JSON.stringify(`Dicetak ${pencetak}, ${time}`));
  });
})();

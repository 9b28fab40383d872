// Tirai layar: covers the page on F8 and after three idle minutes, sooner where a page names its seconds
// (data-tirai-detik); such a page is also blurred while its window is not in front. "Lanjut" opens the curtain again;
// five minutes later the session ends. It keeps passers-by from reading; what a person may do is decided by the server as ever.
(() => {
  'use strict';

  const usualLimit = 3 * 60_000;
  const sessionLimit = 5 * 60_000;
  const root = document.documentElement;
  let lastMove = Date.now();
  let lastShared = 0;

  const sensitive = () => document.querySelector('[data-tirai-detik]');
  const idleLimit = () => Number(sensitive()?.dataset.tiraiDetik ?? usualLimit / 1000) * 1000;
  const curtain = () => document.getElementById('tirai');
  // Tabs share their activity: working in one does not cover the other.
  const lastActivity = () => Math.max(lastMove, Number(dinsos.ingatan('di-aktif') ?? 0));
  const drawnAt = () => Number(dinsos.ingatan('di-tirai') ?? 0);
  const zone = () => document.querySelector('[data-pencetak]')?.dataset.zona || undefined;
  const clockText = (time) => new Date(time).toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: zone() }).replace(':', '.');

  const write = (name, text) => {
    const place = curtain()?.querySelector(`[data-${name}]`);
    if (place) {
      place.textContent = text;
    }
  };

  const show = () => {
    const dialog = curtain();
    if (dialog === null) {
      return;
    }
    root.dataset.tirai = '';
    write('pukul', clockText(dinsos.kini()));
    write('batas-tirai', clockText(dinsos.kini() + Math.max(0, drawnAt() + sessionLimit - Date.now())));
    if (!dialog.open) {
      for (const menu of document.querySelectorAll(':popover-open')) {
        menu.hidePopover();
      }
      dialog.showModal();
    }
  };

  const draw = () => {
    if (drawnAt() === 0) {
      dinsos.ingat('di-tirai', String(Date.now()));
    }
    show();
  };

  const open = () => {
    dinsos.ingat('di-tirai', null);
    lastMove = Date.now();
    dinsos.ingat('di-aktif', String(lastMove));
    delete root.dataset.tirai;
    curtain()?.close();
  };

  const endSession = () => {
    const form = document.querySelector('form[data-keluar]');
    dinsos.ingat('di-tirai', null);
    if (form === null) {
      location.reload();
      return;
    }
    const back = form.querySelector('input[name="kembali"]');
    if (back !== null) {
      back.value = location.pathname;
    }
    form.requestSubmit();
  };

  const watch = () => {
    if (curtain() === null) {
      return;
    }
    const drawn = drawnAt();
    if (drawn !== 0) {
      if (Date.now() - drawn >= sessionLimit) {
        endSession();
      } else {
        show();
      }
    } else if (curtain().open) {
      open();
    } else if (Date.now() - lastActivity() >= idleLimit() && document.querySelector('[data-tanpa-tirai]') === null) {
      draw();
    }
  };

  const moved = () => {
    const now = Date.now();
    if (curtain()?.open) {
      return;
    }
    // A computer that slept wakes with a mouse move: the idle time before it still counts.
    if (now - lastActivity() >= idleLimit()) {
      watch();
      return;
    }
    lastMove = now;
    if (now - lastShared > 10_000) {
      lastShared = now;
      dinsos.ingat('di-aktif', String(now));
    }
  };

  for (const name of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
    addEventListener(name, moved, { passive: true, capture: true });
  }
  addEventListener('keydown', (event) => {
    if (event.key === 'F8' && curtain() !== null) {
      event.preventDefault();
      draw();
    } else if (event.key === 'Escape' && curtain()?.open) {
      // Esc would uncover the page by accident.
      event.preventDefault();
    }
  });
  addEventListener('blur', () => {
    if (sensitive() !== null) {
      root.dataset.kabur = '';
    }
  });
  addEventListener('focus', () => delete root.dataset.kabur);
  addEventListener('storage', (event) => {
    if (event.key === 'di-tirai') {
      watch();
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-lanjut]')) {
      open();
    } else if (event.target.closest('[data-tirai-tombol]')) {
      draw();
    } else if (event.target.closest('form[data-keluar] [type="submit"]')) {
      dinsos.ingat('di-tirai', null);
    }
  });
  // However the browser closed it, only "Lanjut" opens the curtain.
  document.addEventListener('close', (event) => {
    if (event.target.id === 'tirai' && drawnAt() !== 0) {
      show();
    }
  }, true);

  if (document.querySelector('[data-halaman-terbuka]') !== null) {
    dinsos.ingat('di-tirai', null);
    delete root.dataset.tirai;
  }
  dinsos.ingat('di-aktif', String(Date.now()));
  setInterval(watch, 1000);
})();

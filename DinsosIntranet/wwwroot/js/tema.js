// Runs before the first paint: puts what this device remembers on <html>, so that nothing flashes.
// Settings: tema (sistem|terang|gelap), samar, rapat, tunggal (ya|tidak). All are per device, none is personal data.
(() => {
  'use strict';

  const root = document.documentElement;
  const allowed = {
    tema: ['sistem', 'terang', 'gelap'],
    samar: ['ya', 'tidak'],
    rapat: ['ya', 'tidak'],
    tunggal: ['ya', 'tidak'],
  };
  const usual = { tema: 'sistem', samar: null, rapat: 'tidak', tunggal: 'ya' };
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');

  // Storage may be forbidden by the browser's policy; the page then simply forgets.
  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const store = (name, value) => {
    try {
      if (value === null) {
        localStorage.removeItem(name);
      } else {
        localStorage.setItem(name, value);
      }
    } catch {
      /* see above */
    }
  };

  const read = (name) => {
    const value = stored(`di-${name}`);
    return allowed[name].includes(value) ? value : usual[name];
  };

  const apply = () => {
    const theme = read('tema');
    const dark = theme === 'gelap' || (theme === 'sistem' && prefersDark.matches);
    root.dataset.tema = dark ? 'gelap' : 'terang';
    root.dataset.rapat = read('rapat');
    const masked = read('samar');
    if (masked === null) {
      delete root.dataset.samar;
    } else {
      root.dataset.samar = masked;
    }

    // Both of Radzen's sheets are in the page with the system's preference as their media; a choice overrides it.
    for (const sheet of document.querySelectorAll('link[data-lembar]')) {
      const isDark = sheet.dataset.lembar === 'gelap';
      if (theme === 'sistem') {
        sheet.media = isDark ? '(prefers-color-scheme: dark)' : 'not all and (prefers-color-scheme: dark)';
      } else {
        sheet.media = isDark === dark ? 'all' : 'not all';
      }
    }
  };

  const setting = (name) => {
    const value = read(name);
    return name === 'samar' && value === null
      ? (document.querySelector('[data-samar-bawaan]') ? 'ya' : 'tidak')
      : value;
  };

  const choose = (name, value) => {
    if (allowed[name]?.includes(value)) {
      store(`di-${name}`, value);
      if (name === 'tema') {
        // The server reads it to name the right sheet in the first bytes of the next page; see App.razor.cs.
        document.cookie = `di-tema=${value}; path=/; max-age=31536000; samesite=strict`;
      }
      apply();
      document.dispatchEvent(new CustomEvent('di:setelan', { detail: { name, value } }));
    }
  };

  // The server's time when the page was sent: the clocks of office computers are often wrong.
  const sent = Date.parse(root.dataset.kini ?? '');
  const offset = Number.isNaN(sent) ? 0 : sent - Date.now();

  window.dinsos = {
    setelan: setting,
    pilih: choose,
    ingatan: stored,
    ingat: store,
    kini: () => Date.now() + offset,
  };

  // A drawn curtain survives a reload; see tirai.js.
  if (stored('di-tirai') !== null) {
    root.dataset.tirai = '';
  }

  apply();
  prefersDark.addEventListener('change', apply);
  addEventListener('storage', apply);
})();

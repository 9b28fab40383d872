// Clock chips count on by themselves: <… data-batas="UTC" [data-kuning="UTC"]>. Office hours of today come from
// <… data-jam-kerja="from/to from/to"> (UTC); only time inside them counts. What ends on another day keeps the server's text.
(() => {
  'use strict';

  const minute = 60_000;

  const windows = () => (document.querySelector('[data-jam-kerja]')?.dataset.jamKerja ?? '')
    .split(' ')
    .filter((part) => part.includes('/'))
    .map((part) => part.split('/').map((time) => Date.parse(time)));

  const counted = (from, to, hours) => hours.length === 0
    ? to - from
    : hours.reduce((sum, [open, close]) => sum + Math.max(0, Math.min(to, close) - Math.max(from, open)), 0);

  // A due time outside today's hours needs the calendar of holidays, which only the server has.
  const countable = (due, now, hours) => hours.length === 0
    ? Math.abs(due - now) < 6 * 60 * minute
    : due >= hours[0][0] && due <= hours[hours.length - 1][1];

  const words = (minutes) => minutes < 1 ? 'kurang dari 1 menit' : minutes < 60 ? `${minutes} menit` : `${Math.floor(minutes / 60)} jam`;

  const update = (chip, now, hours) => {
    const due = Date.parse(chip.dataset.batas);
    const text = [...chip.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    if (Number.isNaN(due) || text === undefined || !countable(due, now, hours)) {
      return;
    }

    const late = now >= due;
    // Begun minutes do not count, late or not: so does the server.
    const minutes = Math.floor((late ? counted(due, now, hours) : counted(now, due, hours)) / minute);
    const verb = late ? 'Lewat' : 'Sisa';
    const lower = text.data.trim()[0] === text.data.trim()[0].toLowerCase();
    // The server's own text node is changed in place: replacing it would cut it off from later renders.
    text.data = `${lower ? verb.toLowerCase() : verb} ${words(minutes)}`;

    const holder = chip.closest('.jam, .ubin');
    const warn = Date.parse(chip.dataset.kuning ?? '');
    if (holder !== null && (late || now >= warn)) {
      holder.classList.remove('hijau', 'kuning', 'merah');
      holder.classList.add(late ? 'merah' : 'kuning');
    }
  };

  const tick = () => {
    const now = dinsos.kini();
    const hours = windows();
    for (const chip of document.querySelectorAll('[data-batas]')) {
      update(chip, now, hours);
    }
  };

  const everyMinute = () => {
    setTimeout(() => {
      tick();
      everyMinute();
    }, minute - (dinsos.kini() % minute) + 50);
  };

  everyMinute();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      tick();
    }
  });
})();

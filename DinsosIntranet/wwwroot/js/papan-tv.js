// A board on the wall, in place of mulai.js: nobody stands before it to press a button. It starts Blazor, keeps trying for
// ever when the server is away, and loads the page again as soon as the server answers; never before, since a page that
// fails to load takes this script with it. It also shows the time, which must go on while the server is away.
(() => {
  'use strict';

  // The server sends a picture at least every minute.
  const silence = 90_000;
  // Without a first picture the page has not come to life: its connection was refused, or broke while it was made.
  const patience = 30_000;
  const root = document.documentElement;
  const sent = Date.parse(root.dataset.kini ?? '');
  // The server's time and the browser's stopwatch: the clock of a television may be set while the page stands.
  let ahead = (Number.isNaN(sent) ? Date.now() : sent) - performance.now();
  let picture = null;
  let pictureAt = performance.now();
  let lostAt = null;
  let trying = false;
  let loading = false;
  let leaving = false;
  let nextLook = 0;

  const now = () => ahead + performance.now();
  const board = () => document.querySelector('[data-papan-tv]');
  const wait = (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    addEventListener('online', resolve, { once: true });
  });

  const timeText = (at) => {
    const minutes = Number(board()?.dataset.zona ?? 420);
    const local = new Date(at + minutes * 60_000);
    return `${String(local.getUTCHours()).padStart(2, '0')}.${String(local.getUTCMinutes()).padStart(2, '0')}`;
  };

  const showLost = () => {
    const place = board()?.querySelector('[data-terputus]');
    if (place) {
      place.hidden = lostAt === null;
      const text = lostAt === null ? '' : `Tidak terhubung sejak ${timeText(lostAt)}`;
      if (place.textContent !== text) {
        place.textContent = text;
      }
    }
  };

  const answers = async () => {
    try {
      const answer = await fetch(location.href, { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(10_000) });
      return answer.type === 'opaqueredirect' || answer.ok;
    } catch {
      return false;
    }
  };

  const loadAgain = async () => {
    if (loading || leaving) {
      return;
    }
    loading = true;
    if (await answers()) {
      location.reload();
      // Should the server have gone in just this moment, the browser may keep the old page.
      await wait(30_000);
    }
    loading = false;
  };

  const reconnect = async () => {
    for (let attempt = 0; trying; attempt++) {
      try {
        if (await Blazor.reconnect()) {
          return;
        }
        // The server is there and has forgotten this page.
        await loadAgain();
      } catch {
        if (attempt >= 2) {
          await loadAgain();
        }
      }
      await wait(Math.min(400 * 2 ** attempt, 5000));
    }
  };

  const down = () => {
    if (trying || leaving) {
      return;
    }
    trying = true;
    lostAt = now();
    showLost();
    void reconnect();
  };

  const up = () => {
    trying = false;
    lostAt = null;
    showLost();
  };

  const notePicture = (at) => {
    if (at === undefined || at === picture) {
      return;
    }
    // A picture that has just come tells the time as well; the first may have been lying ready for a minute.
    const drift = Date.parse(at) - now();
    if (picture !== null && Math.abs(drift) > 30_000) {
      ahead += drift;
    }
    picture = at;
    pictureAt = performance.now();
  };

  const tick = () => {
    const screen = board();
    if (screen !== null) {
      notePicture(screen.dataset.saat);
      // The server's own text node is changed in place: replacing it would cut it off from later renders.
      const text = screen.querySelector('[data-jam-dinding]')?.firstChild;
      const clock = `${timeText(now())} ${screen.dataset.zonaNama ?? ''}`;
      if (text && screen.dataset.zonaNama && text.data !== clock) {
        text.data = clock;
      }
      const theme = screen.dataset.tema;
      if (theme && dinsos.setelan('tema') !== theme) {
        dinsos.pilih('tema', theme);
      }
    }
    showLost();
    if (performance.now() - pictureAt > (picture === null ? patience : silence) && performance.now() > nextLook) {
      nextLook = performance.now() + 5000;
      void loadAgain();
    }
  };

  addEventListener('pagehide', () => { leaving = true; });
  addEventListener('pageshow', () => { leaving = false; });
  setInterval(tick, 1000);

  Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: down, onConnectionUp: up } } });
})();

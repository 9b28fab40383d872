// Starts Blazor and looks after the connection: the page stays readable while it is lost, comes back with its state when
// the server still has it, and is loaded again when the server does not. What is typed while nobody listens is told to the
// server once it listens again; where it cannot be told the page is not loaded again behind the person's back.
(() => {
  'use strict';

  const lost = 'Sambungan terputus. Isian Anda aman; menyambung lagi…';
  const back = 'Tersambung lagi, isian aman.';
  const reload = 'Server baru dimulai ulang. Halaman dimuat lagi…';
  const unsaved = 'Halaman perlu dimuat lagi. Yang diketik sejak sambungan terputus belum tersimpan: catat dulu, lalu muat ulang.';
  // A line that dies without a word is missed only after half a minute; until then typing goes nowhere.
  const silence = 35_000;
  const root = document.documentElement;
  const typed = new Map();
  let trying = false;
  let leaving = false;
  let telling = false;
  let deafSince = 0;
  let clear = 0;

  const show = (state, text, button = null) => {
    clearTimeout(clear);
    if (state === null) {
      delete root.dataset.sambungan;
    } else {
      root.dataset.sambungan = state;
    }
    const bar = document.getElementById('sambungan');
    if (bar !== null) {
      bar.replaceChildren(text, ...(button === null ? [] : [button]));
      // On a phone the words take several lines; the page below makes room for all of them.
      root.style.setProperty('--sambungan', `${bar.offsetHeight}px`);
    }
  };

  // The fields of the last half minute, or since the connection went; the one touched last comes last.
  const remember = (event) => {
    const field = event.target;
    if (telling || !field.matches?.('input:not([type="file"]), select, textarea')) {
      return;
    }
    const now = performance.now();
    const events = typed.get(field)?.events ?? new Set();
    typed.delete(field);
    for (const [older, { at }] of typed) {
      if (trying || at > now - silence) {
        break;
      }
      typed.delete(older);
    }
    typed.set(field, { events: events.add(event.type), at: now });
  };

  // Hearing the same twice does no harm: the field says what stands in it now.
  const tellTyped = () => {
    telling = true;
    for (const [field, { events }] of typed) {
      for (const type of ['input', 'change'].filter((name) => events.has(name) && field.isConnected)) {
        field.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }
    typed.clear();
    telling = false;
  };

  const typedInVain = () => [...typed].some(([field, { at }]) => at >= deafSince && field.isConnected);

  const wait = (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    // A laptop that wakes up or finds its network again need not sit out the pause.
    addEventListener('online', resolve, { once: true });
  });

  const startOver = () => {
    if (!typedInVain()) {
      show('putus', reload);
      location.reload();
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'rz-button rz-button-sm di-garis';
    button.textContent = 'Muat ulang';
    button.addEventListener('click', () => location.reload());
    show('putus', unsaved, button);
  };

  // A server that answers pages but will not take the connection back (signed out, another version) needs a new page.
  const pageAnswers = async () => {
    try {
      const answer = await fetch(location.href, { method: 'HEAD', redirect: 'manual', cache: 'no-store' });
      return answer.type === 'opaqueredirect' || answer.status < 500;
    } catch {
      return false;
    }
  };

  const reconnect = async () => {
    for (let attempt = 0; trying; attempt++) {
      try {
        if (!await Blazor.reconnect()) {
          startOver();
        }
        return;
      } catch {
        if (attempt >= 3 && await pageAnswers()) {
          startOver();
          return;
        }
        await wait(Math.min(400 * 2 ** Math.min(attempt, 4), 5000));
      }
    }
  };

  const down = (_, error) => {
    if (trying || leaving) {
      return;
    }
    trying = true;
    deafSince = performance.now() - (/timeout/i.test(error?.message ?? '') ? silence : 0);
    show('putus', lost);
    void reconnect();
  };

  const up = () => {
    trying = false;
    const failure = document.getElementById('blazor-error-ui');
    if (failure !== null) {
      failure.style.display = 'none';
    }
    tellTyped();
    show('pulih', back);
    clear = setTimeout(() => show(null, ''), 4000);
  };

  // Closing or leaving the page also ends the connection; that is not a fault to report.
  addEventListener('pagehide', () => { leaving = true; });
  addEventListener('pageshow', () => { leaving = false; });

  for (const name of ['input', 'change']) {
    addEventListener(name, remember, { capture: true, passive: true });
  }

  Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: down, onConnectionUp: up } } });
})();

// Starts Blazor and looks after the connection: the page stays readable while it is lost, comes back with its state when
// the server still has it, and is loaded again when the server does not.
(() => {
  'use strict';

  const lost = 'Sambungan terputus. Isian Anda aman; menyambung lagi…';
  const back = 'Tersambung lagi, isian aman.';
  const reload = 'Server baru dimulai ulang. Halaman dimuat lagi…';
  const root = document.documentElement;
  let trying = false;
  let leaving = false;
  let clear = 0;

  const show = (state, text) => {
    clearTimeout(clear);
    const bar = document.getElementById('sambungan');
    if (bar !== null) {
      bar.textContent = text;
    }
    if (state === null) {
      delete root.dataset.sambungan;
    } else {
      root.dataset.sambungan = state;
    }
  };

  const wait = (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    // A laptop that wakes up or finds its network again need not sit out the pause.
    addEventListener('online', resolve, { once: true });
  });

  const startOver = () => {
    show('putus', reload);
    location.reload();
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

  const down = () => {
    if (trying || leaving) {
      return;
    }
    trying = true;
    show('putus', lost);
    void reconnect();
  };

  const up = () => {
    trying = false;
    const failure = document.getElementById('blazor-error-ui');
    if (failure !== null) {
      failure.style.display = 'none';
    }
    show('pulih', back);
    clear = setTimeout(() => show(null, ''), 4000);
  };

  // Closing or leaving the page also ends the connection; that is not a fault to report.
  addEventListener('pagehide', () => { leaving = true; });
  addEventListener('pageshow', () => { leaving = false; });

  Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: down, onConnectionUp: up } } });
})();

// Ticks of an escort. What is not sent yet stays in this browser: a random id of the phone, random ids of stops, and times.
const form = document.querySelector('[data-jalan]');
const place = 'di-jalan';
const retry = 30_000;

const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(place));
    return typeof kept?.client === 'string' && Array.isArray(kept.ticks) ? kept : null;
  } catch {
    return null;
  }
};

const write = (kept) => localStorage.setItem(place, JSON.stringify(kept));

// Without a secure connection browsers offer no randomUUID.
const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

const ticks = () => read()?.ticks ?? [];
const time = (at) => new Date(at).toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit' });

const show = (note) => {
  const waiting = ticks();
  for (const row of form.querySelectorAll('[data-henti]')) {
    const tick = waiting.find((entry) => entry.stop === row.dataset.henti);
    const box = row.querySelector('input');
    const isSent = row.dataset.sudah !== undefined;
    box.checked = isSent || tick !== undefined;
    box.disabled = isSent;
    row.querySelector('[data-keadaan]').textContent = isSent ? 'tercatat' : tick !== undefined ? `${time(tick.at)}, menunggu dikirim` : 'belum';
  }
  form.querySelector('[data-kirim]').textContent = note ?? (waiting.length > 0 ? `${waiting.length} centang menunggu jaringan kantor.` : '');
};

const toggle = (stop, isTicked) => {
  const kept = read() ?? { client: newId(), ticks: [] };
  kept.ticks = kept.ticks.filter((entry) => entry.stop !== stop);
  if (isTicked) {
    kept.ticks.push({ stop, at: new Date().toISOString() });
  }
  write(kept);
  show();
};

let sending = false;

const send = async (isAsked) => {
  const kept = read();
  if (sending || kept === null || kept.ticks.length === 0) {
    return;
  }
  sending = true;
  let note = null;
  try {
    const answer = await fetch(form.dataset.jalan, {
      method: 'POST',
      redirect: 'error',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: form.querySelector('[name="__RequestVerificationToken"]').value },
      body: JSON.stringify(kept),
    });
    if (answer.ok) {
      const fates = new Map((await answer.json()).map((entry) => [entry.stop, entry.fate]));
      const left = ticks().filter((entry) => !fates.has(entry.stop) || !kept.ticks.some((sent) => sent.stop === entry.stop && sent.at === entry.at));
      if (left.length > 0) {
        write({ client: kept.client, ticks: left });
      } else {
        localStorage.removeItem(place);
      }
      for (const row of form.querySelectorAll('[data-henti]')) {
        if (fates.has(row.dataset.henti) && fates.get(row.dataset.henti) !== 'refused') {
          row.dataset.sudah = '';
        }
      }
      const refused = [...fates.values()].filter((fate) => fate === 'refused').length;
      note = refused > 0 ? `${refused} centang ditolak: perjalanannya sudah selesai atau bukan untuk Anda.` : 'Semua centang terkirim.';
    } else if (answer.status === 401 || answer.status === 400) {
      note = 'Belum terkirim. Muat ulang halaman ini, masuk lagi bila diminta; centang tetap tersimpan.';
    } else if (isAsked) {
      note = 'Belum terkirim. Coba lagi nanti; centang tetap tersimpan.';
    }
  } catch {
    note = isAsked ? 'Tidak ada sambungan. Centang tersimpan dan dikirim saat jaringan kantor tersedia.' : null;
  } finally {
    sending = false;
  }
  show(note);
};

form.addEventListener('change', (event) => {
  const row = event.target.closest('[data-henti]');
  if (row !== null) {
    toggle(row.dataset.henti, event.target.checked);
    send(false);
  }
});
form.querySelector('[data-coba]').addEventListener('click', () => send(true));
window.addEventListener('online', () => send(false));
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send(false));
setInterval(() => send(false), retry);
show();
send(false);

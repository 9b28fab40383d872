// Reads the QR code of a letter with the browser's own detector, from the camera or from a chosen picture.
// Browsers without one offer nothing: the code can be typed or pasted there. Nothing leaves the device but the code.
(async () => {
  const area = document.getElementById('pindai');
  const code = document.getElementById('kode');
  if (!area || !code || !('BarcodeDetector' in window)) {
    return;
  }
  const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
  if (!formats.includes('qr_code')) {
    return;
  }

  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  const button = area.querySelector('[data-pindai]');
  const video = area.querySelector('video');
  const news = area.querySelector('[role=status]');
  let stream = null;

  const read = async source => (await detector.detect(source).catch(() => []))[0]?.rawValue ?? null;

  const stop = () => {
    stream?.getTracks().forEach(track => track.stop());
    stream = null;
    video.hidden = true;
    button.textContent = 'Pindai dengan kamera';
  };

  const take = text => {
    code.value = text;
    news.textContent = 'Kode terbaca. Tekan Periksa surat.';
  };

  const look = async () => {
    if (!stream) {
      return;
    }
    const text = video.readyState >= 2 ? await read(video) : null;
    if (text) {
      stop();
      take(text);
      code.form.requestSubmit();
      return;
    }
    setTimeout(look, 250);
  };

  if (navigator.mediaDevices?.getUserMedia) {
    area.hidden = false;
    document.querySelector('[data-tanpa-pindai]')?.remove();
    button.addEventListener('click', async () => {
      if (stream) {
        stop();
        news.textContent = '';
        return;
      }
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        video.srcObject = stream;
        video.hidden = false;
        await video.play();
        button.textContent = 'Berhenti memindai';
        news.textContent = 'Arahkan kamera ke kode QR di kaki surat.';
        look();
      } catch {
        stop();
        news.textContent = 'Kamera tidak dapat dipakai. Tempel tulisan di kaki surat, atau unggah berkasnya.';
      }
    });
  }

  // A photo of the paper is no file of ours, but the code on it can be read here.
  const file = document.getElementById('berkas');
  file?.addEventListener('change', async () => {
    const picture = file.files?.[0];
    if (!picture?.type.startsWith('image/')) {
      return;
    }
    const bitmap = await createImageBitmap(picture).catch(() => null);
    const text = bitmap && await read(bitmap);
    if (text) {
      // Whoever shows the chosen file's name hears that there is none any more.
      file.value = '';
      file.dispatchEvent(new Event('change', { bubbles: true }));
      area.hidden = false;
      take(text);
    }
  });
})();

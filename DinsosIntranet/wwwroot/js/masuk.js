// Sign-in page: show or hide the password, fill in an account of the demonstration.
(() => {
  'use strict';

  const name = document.getElementById('nama');
  const password = document.getElementById('sandi');

  for (const button of document.querySelectorAll('[data-lihat-sandi]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const show = password.type === 'password';
      password.type = show ? 'text' : 'password';
      button.textContent = show ? 'Tutup' : 'Lihat';
      button.setAttribute('aria-label', show ? 'Sembunyikan kata sandi' : 'Lihat kata sandi');
      password.focus();
    });
  }

  for (const button of document.querySelectorAll('[data-pakai]')) {
    button.addEventListener('click', () => {
      name.value = button.dataset.pakai;
      password.value = button.dataset.sandi;
      password.form.querySelector('[type="submit"]').focus();
    });
  }

  // The password leaves the screen before it leaves the page.
  password?.form.addEventListener('submit', () => {
    password.type = 'password';
  });
})();

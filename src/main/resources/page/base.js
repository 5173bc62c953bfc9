'use strict';
const shuttle = (function () {
  const root = document.documentElement;
  const words = JSON.parse(document.getElementById('words').textContent);
  const heard = [];
  const keep = (name, value) => {
    try { localStorage.setItem('shuttle.' + name, value); } catch (refused) { /* then it is not kept */ }
  };
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  /** A text in the page's language, with {0}, {1} … filled in. */
  const say = (key, ...values) =>
    (words[root.lang] || words.en)[key].replace(/\{(\d)\}/g, (whole, n) => String(values[n]));

  const speak = (language) => {
    root.lang = language;
    const attribute = language === 'en' ? 'en' : 'zh';
    for (const e of all('[data-attribute]')) { e.setAttribute(e.dataset.attribute, e.dataset[attribute]); }
    document.title = root.dataset[attribute === 'en' ? 'titleEn' : 'titleZh'];
    for (const hear of heard) { hear(); }
  };
  for (const radio of all('input[name=language]')) {
    radio.checked = radio.value === root.lang;
    radio.addEventListener('change', () => { speak(radio.value); keep('language', radio.value); });
  }

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  const button = document.querySelector('.theme');
  const shown = () => {
    button.setAttribute('aria-pressed', String(isDark()));
    document.dispatchEvent(new Event('shuttle-theme'));
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    keep('theme', root.dataset.theme);
    shown();
  });
  dark.addEventListener('change', shown);

  const copied = (button) => {
    button.dataset.done = '';
    document.getElementById('announce').textContent = say('copied');
    setTimeout(() => { delete button.dataset.done; }, 1600);
  };
  /** The clipboard asks for a secure page; a page from disk or plain HTTP selects and copies the old way. */
  const copyText = (text) => {
    if (navigator.clipboard) { return navigator.clipboard.writeText(text); }
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error('not copied'));
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.copy');
    if (button) { copyText(button.dataset.copy).then(() => copied(button), () => undefined); }
  });

  shown();
  speak(root.lang);
  return { all, say, onLanguage: (hear) => { heard.push(hear); hear(); } };
}());

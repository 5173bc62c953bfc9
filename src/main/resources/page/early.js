(function () {
  'use strict';
  const root = document.documentElement;
  const kept = (name) => {
    try { return localStorage.getItem('shuttle.' + name); } catch (refused) { return null; }
  };
  root.classList.add('js');
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') { root.dataset.theme = theme; }
  const language = kept('language');
  if (language === 'en' || language === 'zh-CN') {
    root.lang = language;
  } else if (root.dataset.choose === 'browser') {
    root.lang = /^zh/i.test(navigator.language || '') ? 'zh-CN' : 'en';
  }
}());

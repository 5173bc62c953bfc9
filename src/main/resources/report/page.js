
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
  var each = function (list, f) { Array.prototype.forEach.call(list, f); };

  var radios = document.querySelectorAll('input[name=language]');
  var speak = function (language) {
    root.lang = language;
    each(document.querySelectorAll('[data-attribute]'), function (e) {
      e.setAttribute(e.dataset.attribute, language === 'en' ? e.dataset.en : e.dataset.zh);
    });
  };
  var choose = function (language) {
    each(radios, function (r) { r.checked = r.value === language; });
    speak(language);
  };
  each(radios, function (r) {
    r.addEventListener('change', function () {
      speak(r.value);
      try { localStorage.setItem('shuttle.language', r.value); } catch (e) { /* not kept */ }
    });
  });
  var kept = null;
  try { kept = localStorage.getItem('shuttle.language'); } catch (e) { /* none */ }
  if (kept === 'en' || kept === 'zh-CN') {
    choose(kept);
  } else if (root.dataset.choose === 'browser') {
    choose(/^zh/i.test(navigator.language || '') ? 'zh-CN' : 'en');
  }

  each(document.querySelectorAll('.compare'), function (compare) {
    var slider = compare.querySelector('.slider');
    slider.addEventListener('input', function () { compare.style.setProperty('--cut', slider.value + '%'); });
    var sharpen = function () {
      each(compare.querySelectorAll('.paper'), function (paper) {
        var ratio = window.devicePixelRatio || 1;
        var wider = paper.clientWidth * ratio >= paper.naturalWidth;
        var taller = paper.clientHeight * ratio >= paper.naturalHeight;
        paper.classList.toggle('magnified', wider || taller);
      });
    };
    each(compare.querySelectorAll('input[name=result], img'), function (e) {
      e.addEventListener(e.type === 'radio' ? 'change' : 'load', sharpen);
    });
    window.addEventListener('resize', sharpen);
    sharpen();
  });

  each(document.querySelectorAll('.closeup'), function (closeup) {
    var loupe = closeup.querySelector('.loupe');
    var place = [0.5, 0.5];
    loupe.addEventListener('scroll', function () {
      place = [(loupe.scrollLeft + loupe.clientWidth / 2) / loupe.scrollWidth,
               (loupe.scrollTop + loupe.clientHeight / 2) / loupe.scrollHeight];
    });
    var look = function () {
      var x = place[0], y = place[1];
      loupe.scrollLeft = x * loupe.scrollWidth - loupe.clientWidth / 2;
      loupe.scrollTop = y * loupe.scrollHeight - loupe.clientHeight / 2;
    };
    each(closeup.querySelectorAll('input[name=zoom]'), function (zoom) { zoom.addEventListener('change', look); });
    look();
  });
}());

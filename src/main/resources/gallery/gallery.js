(function () {
  const count = document.querySelector('.count');
  const none = document.querySelector('.none');
  let first = true;

  const show = () => {
    const jobs = shuttle.store.jobs();
    const wanted = shuttle.choice.from(jobs);
    shuttle.wall.show(wanted);
    const total = shuttle.store.total();
    const number = (n) => n.toLocaleString('en');
    count.textContent = wanted.length === jobs.length ? shuttle.say('count.all', number(total))
      : shuttle.say('count.some', number(wanted.length), number(total));
    none.hidden = wanted.length > 0;
    none.textContent = shuttle.say(jobs.length ? 'count.none' : 'count.empty');
    document.documentElement.dataset.shown = String(wanted.length);
  };
  const presets = () => Array.from(new Set(shuttle.store.jobs().map((job) => job.r).filter((r) => r))).sort();
  const refresh = () => {
    shuttle.choice.offer(presets());
    show();
    if (first && history.state && history.state.y) {
      window.scrollTo(0, history.state.y);
    }
  };

  history.scrollRestoration = 'manual';
  window.addEventListener('pagehide', () => history.replaceState({ y: window.scrollY }, ''));
  shuttle.choice.hear(() => { first = false; window.scrollTo(0, Math.min(window.scrollY, 300)); show(); });
  shuttle.store.hear(refresh);
  shuttle.store.again().then(() => { refresh(); first = false; document.documentElement.dataset.ready = ''; });
  let spoken = document.documentElement.lang;
  shuttle.onLanguage(() => {
    if (document.documentElement.lang === spoken) { return; }
    spoken = document.documentElement.lang;
    refresh();
    shuttle.wall.again();
  });
}());

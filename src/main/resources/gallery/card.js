/* A job's card, the same as the page brings for the newest ones. Everything from a shelf is text, never markup. */
shuttle.card = function (job) {
  const make = (name, className, ...children) => {
    const e = document.createElement(name);
    if (className) { e.className = className; }
    e.append(...children);
    return e;
  };
  const path = (folder, file) => './' + (folder + '/' + file).split('/').map(encodeURIComponent).join('/');
  const mat = make('span', 'mat');
  if (job.i) {
    const img = new Image();
    img.loading = 'lazy';
    img.decoding = 'async';
    img.alt = '';
    img.addEventListener('error', () => mat.replaceChildren(make('span', 'without', shuttle.say('gallery.gone'))));
    img.src = path(job.f, job.i);
    mat.append(img);
  } else {
    mat.append(make('span', 'without', make('code', '', job.c || '')));
  }
  const stripe = make('span', 'stripe');
  stripe.setAttribute('aria-hidden', 'true');
  for (const rgb of (job.l || '').match(/[0-9a-f]{6}/gi) || []) {
    const i = make('i');
    i.style.backgroundColor = '#' + rgb;
    stripe.append(i);
  }
  const facts = [];
  const count = (n) => n.toLocaleString('en');
  if (job.w && job.h) { facts.push(count(job.w) + ' × ' + count(job.h)); }
  if (job.r) { facts.push(make('bdi', '', job.r)); }
  if (job.o) { facts.push(make('bdi', '', job.o)); }
  const time = make('time', '', shuttle.date(job.t));
  time.dateTime = new Date(job.t).toISOString();
  const line = make('span', 'facts-line', ...facts.flatMap((f, i) => (i ? [' · ', f] : [f])));
  const badges = make('span', 'badges');
  if (job.s !== 'DONE') { badges.append(make('span', 'badge state-' + job.s, shuttle.say('state.' + job.s))); }
  if (job.p) { badges.append(make('span', 'badge path-' + job.p, shuttle.say('path.' + job.p))); }
  badges.append(time);
  const name = make('span', 'name', make('bdi', '', job.n));
  name.title = job.n;
  const link = make('a', '', mat, stripe, name, line, badges);
  link.href = path(job.f, 'report.html');
  const card = make('li', 'card', link);
  if (shuttle.retry && job.s !== 'DONE') { card.append(shuttle.retry(job)); }
  return card;
};
shuttle.date = (ms) => new Date(ms).toLocaleDateString(document.documentElement.lang,
  { year: 'numeric', month: 'short', day: 'numeric' });

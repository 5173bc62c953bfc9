/* The wall of cards. Only those in sight, and a few rows around them, are there: ten thousand scroll like ten. */
shuttle.wall = (function () {
  const list = document.querySelector('.cards');
  const cards = new Map();
  const rowsAround = 3;
  let jobs = null;
  let row = 0, columns = 0, asked = false;

  const measure = () => {
    const first = list.querySelector('.card');
    if (first) { row = first.getBoundingClientRect().height; }
    columns = getComputedStyle(list).gridTemplateColumns.split(' ').length;
  };
  const card = (job, position) => {
    let e = cards.get(job.f);
    if (!e) {
      e = shuttle.card(job);
      cards.set(job.f, e);
    }
    e.setAttribute('aria-setsize', String(jobs.length));
    e.setAttribute('aria-posinset', String(position + 1));
    return e;
  };
  const place = (held) => {
    if (!jobs) { return; }
    if (!row && jobs.length) {
      list.replaceChildren(card(jobs[0], 0));
      measure();
    }
    if (!columns) { measure(); }
    const rows = Math.ceil(jobs.length / columns);
    const top = -list.getBoundingClientRect().top;
    const at = held ? Math.floor((Number(held.getAttribute('aria-posinset')) - 1) / columns) : null;
    const low = at === null ? top / row : Math.min(top / row, at);
    const high = at === null ? (top + window.innerHeight) / row : Math.max((top + window.innerHeight) / row, at + 1);
    const first = Math.min(Math.max(0, rows - 1), Math.max(0, Math.floor(low) - rowsAround));
    const last = Math.min(rows, Math.ceil(high) + rowsAround);
    list.style.height = (rows * row || 0) + 'px';
    list.style.paddingTop = (first * row || 0) + 'px';
    const wanted = jobs.slice(first * columns, Math.max(first + 1, last) * columns);
    const keep = new Set(wanted.map((job) => job.f));
    for (const [folder, e] of cards) {
      if (!keep.has(folder)) { e.remove(); cards.delete(folder); }
    }
    let before = list.firstElementChild;
    wanted.forEach((job, i) => {
      const e = card(job, first * columns + i);
      if (e === before) { before = before.nextElementSibling; } else { list.insertBefore(e, before); }
    });
    while (before) {
      const next = before.nextElementSibling;
      before.remove();
      before = next;
    }
  };
  const soon = () => {
    if (!asked) { asked = true; requestAnimationFrame(() => { asked = false; place(); }); }
  };
  /* Keys may be faster than frames: the next rows are there before the focus can leave the last card. */
  list.addEventListener('focusin', (event) => {
    const held = event.target.closest('.card');
    if (held) { place(held); }
  });
  window.addEventListener('scroll', soon, { passive: true });
  window.addEventListener('resize', () => { columns = 0; row = 0; soon(); });
  return {
    show: (wanted) => { jobs = wanted; place(); },
    again: () => { cards.clear(); list.replaceChildren(); place(); },
  };
}());

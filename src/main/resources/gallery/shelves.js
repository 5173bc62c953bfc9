/* The jobs, from the data files beside the page: the newest shelf first, the others after it. What is written anew while
   the page is open is seen when it is looked at again. */
shuttle.store = (function () {
  const shelves = new Map();
  const known = new Map();
  const waiting = new Map();
  let heard = () => undefined;
  let total = 0, whole = false;

  const load = (file, fresh) => new Promise((resolve) => {
    const script = document.createElement('script');
    const end = (there) => { script.remove(); resolve(there); };
    script.addEventListener('load', () => end(true));
    script.addEventListener('error', () => end(false));
    script.src = 'gallery/' + file + (fresh ? '?' + fresh : '');
    document.head.append(script);
  });
  const name = (number) => String(number).padStart(6, '0') + '.js';

  shuttle.shelf = (number, jobs) => { shelves.set(number, jobs); };
  shuttle.shelves = (counts) => { waiting.set('index', counts); };

  /** All jobs, each folder once, in the order they ended. */
  const jobs = () => {
    const once = new Map();
    for (const number of Array.from(known.keys()).sort((a, b) => a - b)) {
      for (const job of shelves.get(number) || []) { once.delete(job.f); once.set(job.f, job); }
    }
    return Array.from(once.values());
  };

  const look = async () => {
    if (!await load('index.js', Date.now())) { return; }
    const counts = waiting.get('index');
    total = counts.reduce((sum, c) => sum + c[1], 0);
    const named = new Set(counts.map((c) => c[0]));
    let changed = false;
    for (const number of Array.from(known.keys())) {
      if (!named.has(number)) { known.delete(number); shelves.delete(number); changed = true; }
    }
    for (const [number, count] of counts.slice().reverse()) {
      if (known.get(number) === count) { continue; }
      if (await load(name(number), known.has(number) ? Date.now() : count)) {
        known.set(number, count);
        changed = true;
        if (number === counts[counts.length - 1][0]) { heard(); }
      }
    }
    whole = counts.every(([number, count]) => known.get(number) === count);
    if (changed) { heard(); }
  };

  let looking = null;
  const again = () => {
    looking = (looking || Promise.resolve()).then(look);
    return looking;
  };
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { again(); } });
  setInterval(() => { if (!document.hidden) { again(); } }, 20000);
  return { jobs, again, total: () => (whole ? jobs().length : total), hear: (h) => { heard = h; } };
}());

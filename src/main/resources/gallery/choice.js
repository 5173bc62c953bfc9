/* What is searched and chosen; kept in the address, so that it can be returned to. */
shuttle.choice = (function () {
  const form = document.querySelector('.choice-bar');
  const field = (name) => form.elements.namedItem(name);
  const names = ['q', 'state', 'path', 'preset', 'sort'];
  const usual = { q: '', state: '', path: '', preset: '', sort: 'newest' };
  const wanted = Object.assign({}, usual, Object.fromEntries(new URLSearchParams(location.hash.slice(1))));
  let heard = () => undefined;

  const options = (name, values, label) => {
    const select = field(name);
    select.replaceChildren(...values.map((value) => {
      const option = document.createElement('option');
      option.value = value;
      option.textContent = label(value);
      return option;
    }));
    select.value = values.includes(wanted[name]) ? wanted[name] : values[0];
  };
  const offer = (presets) => {
    const any = (prefix) => (value) => shuttle.say(value ? prefix + value : 'any');
    options('state', ['', 'DONE', 'REJECTED', 'FAILED'], any('state.'));
    options('path', ['', 'cloud', 'local', 'emulated'], any('path.'));
    options('preset', [''].concat(presets), (value) => value || shuttle.say('any'));
    options('sort', ['newest', 'oldest', 'name', 'threads', 'colours'], (value) => shuttle.say('sort.' + value));
  };
  const plain = (text) => text.normalize('NFKC').toLowerCase();
  const orders = {
    newest: (a, b) => b.t - a.t,
    oldest: (a, b) => a.t - b.t,
    name: (a, b) => a.n.localeCompare(b.n, document.documentElement.lang),
    threads: (a, b) => (b.w || 0) * (b.h || 0) - (a.w || 0) * (a.h || 0),
    colours: (a, b) => (b.k || 0) - (a.k || 0),
  };
  const from = (jobs) => {
    const words = plain(wanted.q).split(/\s+/).filter((w) => w);
    const fits = (job) => (!wanted.state || job.s === wanted.state) && (!wanted.path || job.p === wanted.path)
      && (!wanted.preset || job.r === wanted.preset);
    const found = (job) => {
      if (words.length === 0) { return true; }
      job.text = job.text || plain([job.n, job.j, job.r || '', job.c || ''].join(' '));
      return words.every((w) => job.text.includes(w));
    };
    return jobs.filter((job) => fits(job) && found(job)).sort(orders[wanted.sort] || orders.newest);
  };
  const changed = () => {
    for (const name of names) { wanted[name] = field(name).value; }
    const address = new URLSearchParams(Object.entries(wanted).filter(([name, value]) => value !== usual[name]));
    history.replaceState(history.state, '', '#' + address);
    heard();
  };
  form.hidden = false;
  field('q').value = wanted.q;
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  return { offer, from, hear: (h) => { heard = h; } };
}());

/* The jobs under way, a line each: how far they are, and a button to give them up. */
shuttle.underWay = function (list, service, ended) {
  const lines = new Map();
  const steps = ['SENDING', 'ADMITTED', 'SUBMITTING', 'SUBMITTED', 'RUNNING', 'CONVERTING', 'DONE'];
  const refused = document.querySelector('.refused');

  const complain = (name, error) => {
    refused.hidden = false;
    const said = error.message.startsWith(name) ? error.message : name + ': ' + error.message;
    refused.textContent = said + (error.hint ? ' — ' + error.hint : '');
  };
  const line = (id, name) => {
    const e = document.createElement('li');
    const title = document.createElement('bdi');
    const bar = document.createElement('progress');
    const state = document.createElement('span');
    const cancel = document.createElement('button');
    title.textContent = name;
    bar.max = steps.length - 1;
    bar.setAttribute('aria-label', name);
    state.className = 'quiet';
    cancel.type = 'button';
    cancel.className = 'pill';
    cancel.hidden = true;
    cancel.addEventListener('click', () => {
      cancel.disabled = true;
      service.cancel(e.dataset.job).catch((error) => { cancel.disabled = false; complain(name, error); });
    });
    e.append(title, bar, state, cancel);
    list.append(e);
    const made = { e, name, bar, state, cancel };
    lines.set(id, made);
    return made;
  };
  const say = (made, step, share) => {
    made.step = step;
    made.share = share;
    made.bar.value = Math.max(0, steps.indexOf(step)) + (share || 0);
    made.state.textContent = shuttle.say('now.' + step) + (made.node ? ' · ' + made.node : '');
    made.cancel.textContent = shuttle.say('send.cancel');
    made.cancel.hidden = step === 'SENDING';
  };
  const drop = (id) => {
    const made = lines.get(id);
    if (made) { made.e.remove(); lines.delete(id); }
  };
  const told = (job) => {
    if (job.final) {
      const known = lines.has(job.id);
      drop(job.id);
      ended(job, known);
      return;
    }
    const made = lines.get(job.id) || line(job.id, job.name);
    made.e.dataset.job = job.id;
    made.node = job.node || made.node;
    say(made, job.state);
  };
  const again = async () => {
    const open = await service.open().catch(() => null);
    if (!open) { return; }
    const still = new Set(open.jobs.map((job) => job.id));
    for (const id of Array.from(lines.keys())) {
      if (typeof id === 'string' && !still.has(id)) { drop(id); }
    }
    for (const job of open.jobs) { told(job); }
    ended(null, false);
  };
  shuttle.onLanguage(() => { for (const made of lines.values()) { say(made, made.step, made.share); } });
  return {
    told,
    again,
    complain,
    send: async (file, fields) => {
      const key = Symbol(file.name);
      say(line(key, file.name), 'SENDING', 0);
      try {
        const job = await service.send(file, fields, (share) => say(lines.get(key), 'SENDING', share));
        drop(key);
        if (!lines.has(job.id)) { told(job); }
      } catch (error) {
        drop(key);
        complain(file.name, error);
      }
    },
    quiet: () => { refused.hidden = true; },
  };
};

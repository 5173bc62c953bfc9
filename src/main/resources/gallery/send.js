/* Sending pictures by dropping them on the page; there only where the program serves it. */
if (shuttle.service) {
  const service = shuttle.service;
  const section = document.querySelector('.send');
  const form = section.querySelector('form');
  const files = section.querySelector('input[type=file]');
  const field = (name) => form.elements.namedItem(name);
  let styles = null;

  const underWay = shuttle.underWay(section.querySelector('.under-way'), service, (job, known) => {
    if (job && known) {
      document.getElementById('announce').textContent = job.name + ': ' + shuttle.say('state.' + job.state);
    }
    shuttle.store.again();
  });
  const offer = () => {
    if (!styles) { return; }
    const before = field('preset').value || styles.default;
    field('preset').replaceChildren(...styles.styles.map((style) => {
      const option = document.createElement('option');
      option.value = style.name;
      option.textContent = style.title[document.documentElement.lang === 'en' ? 'en' : 'zh'] + ' · ' + style.colours;
      return option;
    }));
    field('preset').value = before;
  };
  const send = async (chosen) => {
    underWay.quiet();
    const fields = { style_preset: field('preset').value, color_count: field('colours').value, prompt: field('prompt').value.trim() };
    for (const file of Array.from(chosen)) { await underWay.send(file, fields); }
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  section.querySelector('.pick').addEventListener('click', () => files.click());
  files.addEventListener('change', () => {
    const chosen = Array.from(files.files);
    files.value = '';
    send(chosen);
  });
  let over = 0;
  const carries = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes('Files');
  const at = (name, act) => document.addEventListener(name, (event) => {
    if (carries(event)) { event.preventDefault(); act(event); }
  });
  const shown = () => section.classList.toggle('over', over > 0);
  at('dragenter', () => { over++; shown(); });
  at('dragleave', () => { over--; shown(); });
  at('dragover', (event) => { event.dataTransfer.dropEffect = 'copy'; });
  at('drop', (event) => { over = 0; shown(); send(event.dataTransfer.files); });

  /* A card of a job without a picture can be sent through again. */
  shuttle.retry = (job) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'pill retry';
    button.textContent = shuttle.say('send.retry');
    button.setAttribute('aria-label', shuttle.say('send.retry') + ' ' + job.n);
    button.addEventListener('click', () => {
      button.disabled = true;
      underWay.quiet();
      service.retry(job.j).then(underWay.told, (error) => { button.disabled = false; underWay.complain(job.n, error); });
    });
    return button;
  };

  service.styles().then((found) => {
    styles = found;
    offer();
    section.hidden = false;
    service.listen(underWay.told, underWay.again);
    underWay.again();
    document.documentElement.dataset.served = '';
  }, () => undefined);
  shuttle.onLanguage(offer);
}

/* The point paper, thread by thread: drawing, and what a hand does with it. */
for (const bench of shuttle.all('.bench')) {
  const box = bench.querySelector('.threads');
  const paper = box.querySelector('.paper');
  const canvas = paper.querySelector('canvas');
  const context = canvas.getContext('2d');
  const where = box.querySelector('.where');
  const swatches = shuttle.all('.swatch', bench);
  const ends = Number(box.dataset.ends), lines = Number(box.dataset.lines);
  const view = new shuttle.View(ends, lines, Number(box.dataset.cell));
  const picture = new Image();
  const chosen = new Set();
  let veil = null, grid = true, cross = null, hover = null, waiting = false;

  const style = () => {
    const of = getComputedStyle(document.documentElement);
    const value = (name) => of.getPropertyValue(name).trim();
    return { ground: value('--raised'), ink: value('--ink'), line: value('--line'), font: value('--sans') };
  };
  const tint = () => (/^#f/.test(style().ground) ? 0xeff5f8 : 0x0d0b0a);

  const drawCross = () => {
    const x = view.x(cross[0]), y = view.y(cross[1]);
    const w = Math.max(view.scale, 6), h = Math.max(view.tall, 6);
    context.lineWidth = 4;
    context.strokeStyle = '#fff';
    context.strokeRect(x - 1, y - 1, w + 2, h + 2);
    context.lineWidth = 2;
    context.strokeStyle = '#111';
    context.strokeRect(x - 1, y - 1, w + 2, h + 2);
  };

  const draw = () => {
    waiting = false;
    context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    const { left, top, right, bottom } = view.cells;
    context.imageSmoothingEnabled = view.scale * view.ratio < 1;
    context.imageSmoothingQuality = 'high';
    if (picture.naturalWidth && right > left && bottom > top) {
      context.drawImage(picture, left, top, right - left, bottom - top,
        view.x(left), view.y(top), (right - left) * view.scale, (bottom - top) * view.tall);
    }
    if (veil) { veil.draw(context, view, tint()); }
    if (grid) { shuttle.drawGrid(context, view); }
    if (cross && document.activeElement === paper) { drawCross(); }
    shuttle.drawRulers(context, view, style());
    box.querySelector('.scale').textContent =
      (view.scale < 1 ? view.scale.toFixed(2) : String(Math.round(view.scale * 10) / 10)) + ' ×';
    box.dataset.scale = view.scale.toFixed(3);
  };
  const redraw = () => {
    if (!waiting) { waiting = true; requestAnimationFrame(draw); }
  };

  const cellAt = (event) => {
    const area = canvas.getBoundingClientRect();
    const [end, line] = view.at(event.clientX - area.left, event.clientY - area.top).map(Math.floor);
    return end >= 0 && line >= 0 && end < ends && line < lines ? [end, line] : null;
  };
  const colourOf = (cell) => (veil && cell ? veil.threads[cell[1] * ends + cell[0]] : null);
  const swatchOf = (index) => swatches.find((s) => Number(s.dataset.index) === index);

  const tell = () => {
    const cell = hover || cross;
    where.replaceChildren();
    if (!cell) { return; }
    const swatch = swatchOf(colourOf(cell));
    if (swatch) {
      const dot = document.createElement('i');
      dot.style.backgroundColor = swatch.dataset.rgb;
      where.append(dot);
    }
    where.append(shuttle.say(swatch ? 'threads.at' : 'threads.place', cell[0] + 1, cell[1] + 1,
      swatch ? swatch.dataset.index : '', swatch ? swatch.dataset.rgb : ''));
  };

  const choose = (index, more) => {
    const only = chosen.size === 1 && chosen.has(index);
    const had = chosen.has(index);
    if (!more) { chosen.clear(); }
    if (more && had) { chosen.delete(index); } else if (!only || more) { chosen.add(index); }
    for (const s of swatches) { s.setAttribute('aria-pressed', String(chosen.has(Number(s.dataset.index)))); }
    veil.choose(chosen);
    box.dataset.chosen = Array.from(chosen).join(' ');
    document.getElementById('announce').textContent = chosen.size === 0 ? shuttle.say('threads.every')
      : shuttle.say('threads.only', Array.from(chosen).join(', '));
    redraw();
  };
  const pick = (cell, more) => {
    const index = colourOf(cell);
    if (index !== null) {
      choose(index, more);
      const swatch = swatchOf(index);
      if (swatch) { swatch.scrollIntoView({ block: 'nearest' }); }
    }
  };
  const zoom = (factor, x, y) => { view.zoom(view.scale * factor, x, y); redraw(); };

  shuttle.hands(paper, {
    pan: (dx, dy) => { view.move(-dx / view.scale, -dy / view.tall); redraw(); },
    zoom,
    click: (event) => pick(cellAt(event), event.shiftKey || event.ctrlKey || event.metaKey),
    hover: (event) => { hover = event && cellAt(event); tell(); },
  });

  const keys = {
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
  };
  paper.addEventListener('keydown', (event) => {
    const step = keys[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) { return; }
    if (step) {
      const far = event.shiftKey ? 8 : 1;
      const from = cross || view.middle.map(Math.floor);
      cross = [Math.min(ends - 1, Math.max(0, from[0] + step[0] * far)), Math.min(lines - 1, Math.max(0, from[1] + step[1] * far))];
      hover = null;
      view.show(cross[0], cross[1]);
      tell();
      document.getElementById('announce').textContent = where.textContent;
    } else if (event.key === '+' || event.key === '=') { zoom(2); } else if (event.key === '-') { zoom(.5); } else if (event.key === '0') {
      view.zoom(view.fit());
    } else if ((event.key === 'Enter' || event.key === ' ') && cross) { pick(cross, event.shiftKey); } else if (event.key === 'Escape' && chosen.size) {
      choose(Array.from(chosen)[0], false);
      if (chosen.size) { choose(Array.from(chosen)[0], false); }
    } else { return; }
    event.preventDefault();
    redraw();
  });
  for (const name of ['focus', 'blur']) { paper.addEventListener(name, redraw); }

  const on = (selector, act) => box.querySelector(selector).addEventListener('click', act);
  on('.in', () => zoom(2));
  on('.out', () => zoom(.5));
  on('.whole', () => { view.zoom(view.fit()); redraw(); });
  on('.lines', (event) => {
    grid = !grid;
    event.currentTarget.setAttribute('aria-pressed', String(grid));
    redraw();
  });
  const full = box.querySelector('.full');
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener('click', () => (document.fullscreenElement ? document.exitFullscreen() : box.requestFullscreen()));

  for (const s of swatches) {
    s.addEventListener('click', (event) => {
      if (!veil) { return; }
      choose(Number(s.dataset.index), event.shiftKey || event.ctrlKey || event.metaKey);
      if (!veil.isSeen(view)) { view.zoom(view.fit()); }
    });
  }

  let first = true;
  new ResizeObserver(() => {
    const area = paper.getBoundingClientRect();
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round((area.width - 2) * ratio);
    canvas.height = Math.round((area.height - 2) * ratio);
    view.resize(area.width - 2, area.height - 2, ratio);
    if (first) { view.zoom(Math.max(view.fit(), Math.min(4, view.fit() * 4))); }
    first = false;
    redraw();
  }).observe(paper);
  document.addEventListener('shuttle-theme', redraw);
  picture.addEventListener('load', redraw);
  picture.src = box.dataset.src;
  shuttle.onLanguage(() => { tell(); redraw(); });

  const unread = () => {
    box.querySelector('.unread').hidden = false;
    for (const s of swatches) { s.disabled = true; }
  };
  shuttle.readThreads(ends, lines).then((threads) => {
    if (!threads) { unread(); return; }
    veil = new shuttle.Veil(threads, ends, lines);
    box.dataset.ready = '';
  }, unread);
}

/* Grid lines, every eighth bold, and rulers that number ends from the left and lines from the top. */
shuttle.drawGrid = function (context, view) {
  const { left, top, right, bottom } = view.cells;
  const stroke = (every, colour, width) => {
    context.beginPath();
    const x0 = view.x(left), x1 = view.x(right), y0 = view.y(top), y1 = view.y(bottom);
    for (let end = Math.ceil(left / every) * every; end <= right; end += every) {
      const x = Math.round(view.x(end) * view.ratio) / view.ratio;
      context.moveTo(x, y0);
      context.lineTo(x, y1);
    }
    for (let line = Math.ceil(top / every) * every; line <= bottom; line += every) {
      const y = Math.round(view.y(line) * view.ratio) / view.ratio;
      context.moveTo(x0, y);
      context.lineTo(x1, y);
    }
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  };
  if (Math.min(view.scale, view.tall) >= 5) { stroke(1, 'rgba(120,120,120,.55)', 1 / view.ratio); }
  if (Math.min(view.scale, view.tall) * 8 >= 20) {
    const firm = Math.min(1, Math.min(view.scale, view.tall) / 8);
    stroke(8, 'rgba(255,255,255,' + .4 * firm + ')', 3);
    stroke(8, 'rgba(15,15,15,' + (.25 + .6 * firm) + ')', 1.25);
  }
};

shuttle.drawRulers = function (context, view, style) {
  const edge = view.edge;
  const every = (pixels) => {
    let step = 8;
    while (step * pixels < 56) { step *= step < 1000 ? 2 : 5; }
    return step;
  };
  context.fillStyle = style.ground;
  context.fillRect(0, 0, view.width, edge);
  context.fillRect(0, 0, edge, view.height);
  context.fillStyle = style.ink;
  context.strokeStyle = style.line;
  context.lineWidth = 1;
  context.font = '11px ' + style.font;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.beginPath();
  const across = every(view.scale);
  for (let end = Math.max(across, Math.ceil(view.cells.left / across) * across); end <= view.cells.right; end += across) {
    const x = Math.round(view.x(end)) + .5;
    if (x < edge + 8) { continue; }
    context.moveTo(x, edge - 5);
    context.lineTo(x, edge);
    context.fillText(String(end), x, edge / 2 - 2);
  }
  const down = every(view.tall);
  for (let line = Math.max(down, Math.ceil(view.cells.top / down) * down); line <= view.cells.bottom; line += down) {
    const y = Math.round(view.y(line)) + .5;
    if (y < edge + 8) { continue; }
    context.moveTo(edge - 5, y);
    context.lineTo(edge, y);
    context.save();
    context.translate(edge / 2 - 2, y);
    context.rotate(-Math.PI / 2);
    context.fillText(String(line), 0, 0);
    context.restore();
  }
  context.stroke();
};

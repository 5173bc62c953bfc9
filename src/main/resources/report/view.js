/* Which part of the point paper is seen: scale in screen pixels per end, the middle in threads. */
shuttle.View = class {
  constructor(ends, lines, cell) {
    Object.assign(this, { ends, lines, cell, edge: 26, width: 1, height: 1, ratio: 1, scale: 1 });
    this.middle = [ends / 2, lines / 2];
  }

  resize(width, height, ratio) {
    const whole = this.scale <= this.fit();
    Object.assign(this, { width, height, ratio });
    this.zoom(whole ? this.fit() : this.scale);
  }

  /** Height of a thread on the screen. */
  get tall() { return this.scale / this.cell; }

  fit() {
    return Math.min((this.width - this.edge) / this.ends, (this.height - this.edge) * this.cell / this.lines);
  }

  x(end) { return this.edge + (this.width - this.edge) / 2 + (end - this.middle[0]) * this.scale; }

  y(line) { return this.edge + (this.height - this.edge) / 2 + (line - this.middle[1]) * this.tall; }

  at(x, y) {
    return [this.middle[0] + (x - this.edge - (this.width - this.edge) / 2) / this.scale,
      this.middle[1] + (y - this.edge - (this.height - this.edge) / 2) / this.tall];
  }

  get cells() {
    const [left, top] = this.at(this.edge, this.edge);
    const [right, bottom] = this.at(this.width, this.height);
    return { left: Math.max(0, Math.floor(left)), top: Math.max(0, Math.floor(top)),
      right: Math.min(this.ends, Math.ceil(right)), bottom: Math.min(this.lines, Math.ceil(bottom)) };
  }

  /** To a scale, with what is at x and y staying where it is. */
  zoom(scale, x, y) {
    const px = x === undefined ? this.edge + (this.width - this.edge) / 2 : x;
    const py = y === undefined ? this.edge + (this.height - this.edge) / 2 : y;
    const before = this.at(px, py);
    this.scale = Math.min(48, Math.max(Math.min(this.fit(), 1), scale));
    const after = this.at(px, py);
    this.move(before[0] - after[0], before[1] - after[1]);
  }

  move(ends, lines) {
    const within = (value, length, seen) =>
      seen >= length ? length / 2 : Math.min(length - seen / 2, Math.max(seen / 2, value));
    this.middle = [within(this.middle[0] + ends, this.ends, (this.width - this.edge) / this.scale),
      within(this.middle[1] + lines, this.lines, (this.height - this.edge) / this.tall)];
  }

  /** Brings a thread into sight. */
  show(end, line) {
    const x = this.x(end + .5), y = this.y(line + .5);
    const out = (value, low, high) => (value < low ? value - low : value > high ? value - high : 0);
    this.move(out(x, this.edge + 12, this.width - 12) / this.scale, out(y, this.edge + 12, this.height - 12) / this.tall);
  }
};

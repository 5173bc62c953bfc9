/* What is not of the chosen colours lies under a veil. Enlarged, the veil is worked out for what is in view; reduced, once
   for the whole, so that a colour of few threads is seen too. */
shuttle.Veil = class {
  constructor(threads, ends, lines) {
    Object.assign(this, { threads, ends, lines, chosen: new Uint8Array(256), any: false, whole: null });
    this.canvas = document.createElement('canvas');
  }

  choose(indices) {
    this.chosen.fill(0);
    for (const i of indices) { this.chosen[i] = 1; }
    this.any = indices.size > 0;
    this.whole = null;
  }

  /** Whether a thread of the chosen colours is in view. */
  isSeen(view) {
    const { left, top, right, bottom } = view.cells;
    for (let line = top; line < bottom; line++) {
      for (let end = left; end < right; end++) {
        if (this.chosen[this.threads[line * this.ends + end]]) { return true; }
      }
    }
    return !this.any;
  }

  draw(context, view, tint) {
    if (!this.any) { return; }
    if (view.scale * view.ratio >= 1) { this.near(context, view, tint); } else { this.far(context, view, tint); }
  }

  paint(canvas, width, height, tint, opacity) {
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    const image = context.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    for (let i = 0; i < pixels.length; i++) { pixels[i] = (opacity(i) << 24 | tint) >>> 0; }
    context.putImageData(image, 0, 0);
  }

  near(context, view, tint) {
    const { left, top, right, bottom } = view.cells;
    const width = right - left;
    const height = bottom - top;
    if (width < 1 || height < 1) { return; }
    this.paint(this.canvas, width, height, tint, (i) => {
      const thread = (top + Math.floor(i / width)) * this.ends + left + i % width;
      return this.chosen[this.threads[thread]] ? 0 : 222;
    });
    context.imageSmoothingEnabled = false;
    context.drawImage(this.canvas, view.x(left), view.y(top), width * view.scale, height * view.tall);
  }

  far(context, view, tint) {
    if (!this.whole || this.whole.tint !== tint) { this.whole = this.reduced(tint); }
    context.imageSmoothingEnabled = true;
    context.drawImage(this.whole, view.x(0), view.y(0), this.ends * view.scale, this.lines * view.tall);
  }

  reduced(tint) {
    const step = Math.max(1, Math.ceil(Math.max(this.ends, this.lines) / 1200));
    const width = Math.ceil(this.ends / step);
    const height = Math.ceil(this.lines / step);
    const found = new Uint16Array(width * height);
    for (let line = 0, thread = 0; line < this.lines; line++) {
      const row = Math.floor(line / step) * width;
      for (let end = 0; end < this.ends; end++, thread++) {
        found[row + Math.floor(end / step)] += this.chosen[this.threads[thread]];
      }
    }
    const canvas = document.createElement('canvas');
    const cells = step * step;
    this.paint(canvas, width, height, tint, (i) => Math.max(0, Math.round(222 * (1 - 1.6 * found[i] / cells))));
    canvas.tint = tint;
    return canvas;
  }
};

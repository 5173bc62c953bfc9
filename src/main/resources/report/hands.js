/* Drag, pinch, wheel and click over an area. The wheel turns the page until the area is chosen: nobody is caught in it. */
shuttle.hands = function (area, act) {
  const held = new Map();
  let moved = 0, apart = 0;
  const inside = (x, y) => {
    const box = area.getBoundingClientRect();
    return [x - box.left, y - box.top];
  };
  const pair = () => {
    const [a, b] = Array.from(held.values());
    return { gap: Math.hypot(a[0] - b[0], a[1] - b[1]), middle: inside((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) };
  };
  area.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) { return; }
    area.setPointerCapture(event.pointerId);
    held.set(event.pointerId, [event.clientX, event.clientY]);
    if (held.size === 1) { moved = 0; }
    if (held.size === 2) { apart = pair().gap; }
  });
  area.addEventListener('pointermove', (event) => {
    const before = held.get(event.pointerId);
    if (!before) { act.hover(event); return; }
    const now = [event.clientX, event.clientY];
    held.set(event.pointerId, now);
    moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (held.size === 2) {
      const { gap, middle } = pair();
      act.zoom(gap / apart, middle[0], middle[1]);
      apart = gap;
    } else if (moved > 4) {
      area.classList.add('held');
      act.pan(now[0] - before[0], now[1] - before[1]);
    }
  });
  const letGo = (event) => {
    const was = held.delete(event.pointerId);
    area.classList.remove('held');
    if (was && held.size === 0 && moved <= 4 && event.type === 'pointerup') { act.click(event); }
  };
  area.addEventListener('pointerup', letGo);
  area.addEventListener('pointercancel', letGo);
  area.addEventListener('pointerleave', () => act.hover(null));
  area.addEventListener('wheel', (event) => {
    if (document.activeElement !== area && !event.ctrlKey && !event.metaKey) { return; }
    event.preventDefault();
    const [x, y] = inside(event.clientX, event.clientY);
    act.zoom(Math.exp(-event.deltaY * (event.deltaMode ? .05 : .002)), x, y);
  }, { passive: false });
};

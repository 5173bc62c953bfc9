/* The colour index of every thread, out of the point paper's own compressed bytes. A canvas would not do: on a page from
   disk it may be drawn on but not read. */
shuttle.readThreads = async function (ends, lines) {
  const data = document.getElementById('thread-data');
  if (!data || !window.DecompressionStream) { return null; }
  const packed = Uint8Array.from(atob(data.textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const rows = new Uint8Array(await new Response(stream).arrayBuffer());
  if (rows.length !== (ends + 1) * lines) { return null; }
  const threads = new Uint8Array(ends * lines);
  for (let line = 0; line < lines; line++) {
    const row = line * (ends + 1);
    if (rows[row] !== 0) { return null; }
    threads.set(rows.subarray(row + 1, row + 1 + ends), line * ends);
  }
  return threads;
};

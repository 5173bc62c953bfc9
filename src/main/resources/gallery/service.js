/* What the page asks of the program that serves it. Opened from disk it asks nothing. */
shuttle.service = (function () {
  if (!/^https?:$/.test(location.protocol)) { return null; }

  const problem = async (answer) => {
    if (answer.status === 401) { location.assign('/sign-in'); }
    const told = await answer.json().catch(() => ({}));
    return Object.assign(new Error(told.detail || answer.statusText || String(answer.status)), { hint: told.hint || '' });
  };
  const ask = async (path, options) => {
    const answer = await fetch(path, Object.assign({ credentials: 'same-origin', headers: { Accept: 'application/json' } }, options));
    if (!answer.ok) { throw await problem(answer); }
    return answer.status === 204 ? {} : answer.json();
  };
  /** Sends a picture; told is called with the share that is there. A fetch would not tell how far it is. */
  const send = (file, fields, told) => new Promise((resolve, reject) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (value) { body.append(name, value); }
    }
    body.append('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', '/api/generate-composer-image-to-image');
    request.setRequestHeader('Prefer', 'respond-async');
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => told(event.loaded / event.total));
    request.addEventListener('load', () => {
      if (request.status === 401) { location.assign('/sign-in'); }
      const answer = request.response || {};
      if (request.status === 202) { resolve(answer); } else { reject(Object.assign(new Error(answer.detail || String(request.status)), { hint: answer.hint || '' })); }
    });
    request.addEventListener('error', () => reject(new Error(shuttle.say('send.away'))));
    request.send(body);
  });
  /** Each new state of each job, as long as the page is open. */
  const listen = (told, reset) => {
    const events = new EventSource('/api/events');
    events.addEventListener('job', (event) => told(JSON.parse(event.data)));
    events.addEventListener('reset', reset);
    events.addEventListener('open', reset);
    events.addEventListener('error', () => {
      if (events.readyState === EventSource.CLOSED) { setTimeout(() => listen(told, reset), 15000); }
    });
  };
  return {
    styles: () => ask('/api/styles'),
    open: () => ask('/api/jobs?state=OPEN&limit=100'),
    cancel: (id) => ask('/api/jobs/' + encodeURIComponent(id), { method: 'DELETE' }),
    retry: (id) => ask('/api/jobs/' + encodeURIComponent(id) + '/retry', { method: 'POST' }),
    send,
    listen,
  };
}());

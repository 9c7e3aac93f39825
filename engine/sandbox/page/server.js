/** Talks to the sandbox. The key comes in the fragment, which browsers never send, and leaves in a header. */

let key = '';

export function takeKey() {
  key = new URLSearchParams(location.hash.slice(1)).get('key') ?? '';
  return key !== '';
}

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export async function call(method, path, body) {
  const headers = { 'x-sandbox-key': key, 'content-type': 'application/json' };
  const response = await fetch(`/sandbox${path}`, { method, headers, body: body && JSON.stringify(body) });
  const json = await response.json().catch(() => ({}));
  if (response.ok) return json;
  throw new Refused(response.status, json.error ?? json.errors?.[0]?.message ?? String(response.status));
}

/** Follows what happens; after a break it begins anew. `onState` hears 'open' and 'lost'. */
export async function follow(onNotice, onState) {
  for (;;) {
    try {
      const response = await fetch('/sandbox/events', { headers: { 'x-sandbox-key': key } });
      if (!response.ok) throw new Refused(response.status, 'events');
      onState('open');
      await readStream(response.body, onNotice);
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return onState('denied');
    }
    onState('lost');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Server-sent events by hand: EventSource cannot send a header. */
async function readStream(body, onNotice) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const lines = block.split('\n');
      const kind = lines.find((line) => line.startsWith('event: '))?.slice(7);
      const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6));
      if (kind && kind !== 'ready') onNotice(kind, JSON.parse(data.join('\n')));
    }
  }
}

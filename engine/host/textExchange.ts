import type { Agent } from 'undici';

interface TextRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Bounds the whole exchange. */
  readonly timeoutMs: number;
  /** Bytes; beyond it the body is not read further. */
  readonly limit: number;
}
interface TextReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const utf8 = new TextDecoder();

/**
 * One exchange of text for text. Rejects with undici's error, or an error of no code if time or room ran out: then what was
 * asked for may be done.
 *
 * undici's own `request` makes a stream of the reply, an iterator over it and a signal with its listeners: four fifths of what
 * it costs to send a message and read two lines.
 */
export function textExchange(agent: Agent, wanted: TextRequest): Promise<TextReply> {
  return new Promise((resolve, reject) => {
    const { origin, pathname, search } = new URL(wanted.url);
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let headers: TextReply['headers'] = {};
    let given: Error | null = null;
    let abort: ((reason: Error) => void) | null = null;

    function giveUp(what: string): void {
      given = new Error(what);
      end();
      reject(given);
      abort?.(given);
    }
    const timer = setTimeout(() => giveUp('out of time'), wanted.timeoutMs);
    const end = (): void => clearTimeout(timer);

    agent.dispatch(
      { origin, path: pathname + search, method: wanted.method, headers: wanted.headers, body: wanted.body },
      {
        onRequestStart(controller) {
          abort = (reason) => controller.abort(reason);
          // It waited for its connection longer than it may take.
          if (given !== null) controller.abort(given);
        },
        onResponseStart(_controller, code, fields) {
          // 1xx: the reply itself is still to come.
          if (code < 200) return;
          status = code;
          headers = fields;
        },
        onResponseData(_controller, chunk) {
          size += chunk.byteLength;
          if (size <= wanted.limit) chunks.push(chunk);
          else if (given === null) giveUp('too long');
        },
        onResponseEnd() {
          end();
          const [only] = chunks;
          const bytes = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
          resolve({ status, headers, body: utf8.decode(bytes) });
        },
        onResponseError(_controller, error) {
          end();
          reject(error);
        },
      },
    );
  });
}

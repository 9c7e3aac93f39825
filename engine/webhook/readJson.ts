import type { IncomingMessage } from 'node:http';
import secureJson from 'secure-json-parse';
import { LIMITS } from '../model/limits.ts';
import { isTooDeep } from './isTooDeep.ts';

/** The parsed body, the status that says why there is none, or `gone` when the sender left in the middle. */
export type ReadJson = { readonly body: unknown } | { readonly refused: 400 | 413 | 415 } | 'gone';

/** Reads a request's body within LIMITS. Never throws; keeps at most one body's worth in memory. */
export async function readJson(request: IncomingMessage): Promise<ReadJson> {
  const { 'content-type': type = '', 'content-encoding': encoding, 'content-length': length } = request.headers;
  // No compression at all: a small body that unpacks into a large one can't be sent then.
  if (encoding !== undefined || !/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type.trim())) return { refused: 415 };
  if (Number(length ?? 0) > LIMITS.webhookBodyBytes) return { refused: 413 };
  const bytes = await readBytes(request);
  return Buffer.isBuffer(bytes) ? parse(bytes) : bytes;
}

function readBytes(request: IncomingMessage): Promise<Buffer | { refused: 413 } | 'gone'> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const collect = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= LIMITS.webhookBodyBytes) {
        chunks.push(chunk);
        return;
      }
      request.off('data', collect);
      request.resume(); // the rest is thrown away
      done({ refused: 413 });
    };
    request.on('data', collect);
    request.once('end', () => done(Buffer.concat(chunks)));
    request.once('error', () => done('gone'));
    request.once('close', () => done('gone'));
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Buffer): ReadJson {
  try {
    const text = utf8.decode(bytes);
    if (isTooDeep(text, LIMITS.webhookDepth)) return { refused: 400 };
    const body: unknown = isPlain(text)
      ? (JSON.parse(text) as unknown)
      : secureJson.parse(text, { protoAction: 'error', constructorAction: 'error' });
    return { body };
  } catch {
    // Broken UTF-8, broken JSON, or a key that would reach a prototype.
    return { refused: 400 };
  }
}

/** No key of it can reach a prototype, not even one with its letters escaped: told without the search for such keys. */
function isPlain(text: string): boolean {
  return !text.includes('__proto__') && !text.includes('constructor') && !text.includes(String.raw`\u00`);
}

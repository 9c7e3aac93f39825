import { crc32 } from 'node:zlib';

export interface Frame {
  /** A whole PNG; all of one size and colour type, as a browser makes them. */
  readonly png: Buffer;
  /** How long it stays. */
  readonly ms: number;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** An animated PNG out of still ones, played for ever (https://www.w3.org/TR/png-3/#apng-frame-based-animation). */
export function apng(frames: readonly Frame[]): Buffer {
  const [first] = frames;
  if (!first) throw new Error('an animation needs a frame');
  const header = chunksOf(first.png).find(({ type }) => type === 'IHDR');
  if (!header) throw new Error('not a PNG');
  let sequence = 0;
  const parts = [SIGNATURE, chunk('IHDR', header.data), chunk('acTL', numbers(frames.length, 0))];
  for (const [at, { png, ms }] of frames.entries()) {
    const control = Buffer.alloc(26);
    control.writeUInt32BE(sequence, 0);
    header.data.copy(control, 4, 0, 8); // width and height
    control.writeUInt16BE(ms, 20);
    control.writeUInt16BE(1000, 22);
    parts.push(chunk('fcTL', control));
    sequence += 1;
    for (const { type, data } of chunksOf(png)) {
      if (type !== 'IDAT') continue;
      if (at === 0) {
        parts.push(chunk('IDAT', data));
      } else {
        parts.push(chunk('fdAT', Buffer.concat([numbers(sequence), data])));
        sequence += 1;
      }
    }
  }
  return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([numbers(data.length), body, numbers(crc32(body))]);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
}

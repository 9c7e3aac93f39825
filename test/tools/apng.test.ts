import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { apng } from '../../.ci/tools/apng.ts';

/** A PNG of one grey pixel, its chunks' checksums left out of account. */
function still(grey: number): Buffer {
  const part = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    part('IDAT', deflateSync(Buffer.from([0, grey]))),
    part('IEND', Buffer.alloc(0)),
  ]);
}

test('still pictures become one that moves, in their order and times', () => {
  const made = apng([
    { png: still(10), ms: 400 },
    { png: still(200), ms: 1500 },
  ]);
  const types = [...made.toString('latin1').matchAll(/IHDR|acTL|fcTL|IDAT|fdAT|IEND/g)].map(([type]) => type);
  expect(types).toEqual(['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'IEND']);
  const delays = [...made.toString('latin1').matchAll(/fcTL/g)].map(({ index }) => made.readUInt16BE(index + 4 + 20));
  expect(delays).toEqual([400, 1500]);
});

test('nothing can’t be animated', () => {
  expect(() => apng([])).toThrow('needs a frame');
});

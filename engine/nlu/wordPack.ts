import type { Embedder } from './embedder.ts';
import { squeeze } from './normalise.ts';
import { wholeWords } from './plainEnglish.ts';
import type { Stem } from './stem.ts';
import { tokenize } from './tokens.ts';

/**
 * A file of word vectors, little-endian: "dgwords1", numbers in a vector (u16), least and most letters of a piece (u8, u8),
 * checksum of what follows (u32, over u32s), number of rows (u32); then of all rows: the hash of "<word>" or of a piece of a word
 * (u32, ascending), what a row is to be multiplied by (f32), how much the word says in 255ths (u8), the vector (i8 each).
 */
export interface WordPack {
  readonly size: number;
  readonly pieces: { readonly least: number; readonly most: number };
  readonly checksum: number;
  readonly hashes: Uint32Array;
  readonly scales: Float32Array;
  readonly shares: Uint8Array;
  readonly vectors: Int8Array;
}

const MAGIC = 'dgwords1';
const HEADER = 20;
const CHECKED_FROM = 16;
const ROW = 9;
/** Words of a message that are looked at: a bound on the time of an answer. */
const MOST_WORDS = 200;
const LONGEST_WORD = 40;
/** A word known by its pieces alone is less certain than one that is known. */
const GUESSED_SHARE = 0.8;

/** Null: this is no pack, or not a whole one. */
export function readWordPack(file: Uint8Array<ArrayBuffer>): WordPack | null {
  if (file.byteLength < HEADER) return null;
  const head = new DataView(file.buffer, file.byteOffset, HEADER);
  const size = head.getUint16(8, true);
  const checksum = head.getUint32(12, true);
  const rows = head.getUint32(16, true);
  if (!Array.from(MAGIC).every((letter, at) => file[at] === letter.charCodeAt(0))) return null;
  if (size === 0 || file.byteLength !== HEADER + rows * (ROW + size)) return null;
  if (checksumOf(file.subarray(CHECKED_FROM)) !== checksum) return null;
  // Typed arrays want their numbers at whole addresses; a file read into a shared buffer has them anywhere.
  const at = file.byteOffset + HEADER;
  const [body, start] = at % 4 === 0 ? [file.buffer, at] : [file.slice(HEADER).buffer, 0];
  return {
    size,
    pieces: { least: file[10] ?? 0, most: file[11] ?? 0 },
    checksum,
    hashes: new Uint32Array(body, start, rows),
    scales: new Float32Array(body, start + rows * 4, rows),
    shares: new Uint8Array(body, start + rows * 8, rows),
    vectors: new Int8Array(body, start + rows * ROW, rows * size),
  };
}

/** Sentences as the sum of their words, those of everyday counting less. `speaks`: what a word of the language looks like. */
export function wordEmbedder(name: string, pack: WordPack, speaks: RegExp, stem: Stem): Embedder {
  const { size } = pack;
  return {
    id: `${name}-${pack.checksum.toString(16).padStart(8, '0')}`,
    size,
    embed(text) {
      const sum = new Float32Array(size);
      let found = false;
      const words = tokenize(squeeze(text)).flatMap((token) => wholeWords(token) ?? token);
      for (const word of words.slice(0, MOST_WORDS))
        if (word.length <= LONGEST_WORD && speaks.test(word)) found = addWord(pack, stem(word), sum) || found;
      return found ? sum : undefined;
    },
  };
}

/** Adds the vector of a word, or of the pieces of one that is not known. False: of that, too, nothing is known. */
function addWord(pack: WordPack, word: string, sum: Float32Array): boolean {
  const marked = `<${word}>`;
  const known = rowOf(pack, hashOf(marked));
  if (known >= 0) {
    addRow(pack, known, pack.shares[known]! / 255, sum);
    return true;
  }
  const rows: number[] = [];
  for (let length = pack.pieces.least; length <= pack.pieces.most && length <= marked.length; length++) {
    for (let at = 0; at + length <= marked.length; at++) {
      const row = rowOf(pack, hashOf(marked.slice(at, at + length)));
      if (row >= 0) rows.push(row);
    }
  }
  for (const row of rows) addRow(pack, row, GUESSED_SHARE / rows.length, sum);
  return rows.length > 0;
}

function addRow({ size, vectors, scales }: WordPack, row: number, share: number, sum: Float32Array): void {
  const factor = scales[row]! * share;
  for (let i = 0; i < size; i++) sum[i]! += vectors[row * size + i]! * factor;
}

function rowOf({ hashes }: WordPack, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = hashes[middle]!;
    if (there === hash) return middle;
    if (there < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** FNV-1a over numbers of four bytes, and what is left of them: byte by byte would be most of the time of reading. */
function checksumOf(bytes: Uint8Array<ArrayBuffer>): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const whole = aligned.length >> 2;
  let hash = 0x811c9dc5;
  for (const word of new Uint32Array(aligned.buffer, aligned.byteOffset, whole))
    hash = Math.imul(hash ^ word, 0x01000193);
  for (const byte of aligned.subarray(whole * 4)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/**
 * A WebAssembly module of one function, put together here byte by byte: the product of two matrices, eight columns by four
 * rows at a time. It is what an encoder spends its time on, four to six times faster than the same loop in JavaScript, and
 * gives the same bits on every machine (no fused multiply-add, sums always in the same order).
 *
 * `multiply(a, weights, bias, out, rows, inner, panels)`: addresses in bytes, 16-byte aligned. `a`: rows × inner, row by row;
 * `weights`: panels of eight columns, each inner × 8; `out`: rows × (8 panels) = a · weights + bias. `rows` is a multiple of 4.
 */
export function matmulModule(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector([[0x60, ...vector(new Array<number[]>(PARAMETERS).fill([I32])), 0]])),
    ...section(2, vector([[...name('host'), ...name('memory'), 2, 0, 1]])),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...name('multiply'), 0, 0]])),
    ...section(10, vector([sized([...LOCALS, ...BODY, END])])),
  ]);
}

const I32 = 0x7f;
const V128 = 0x7b;
const END = 0x0b;

// Parameters and locals by number.
const PARAMETERS = 7;
const [A, WEIGHTS, BIAS, OUT, ROWS, INNER, PANELS] = [0, 1, 2, 3, 4, 5, 6] as const;
const [ROW_BYTES, OUT_BYTES, ROWS_LEFT, INNER_LEFT, FROM, TO, WEIGHT] = [7, 8, 9, 10, 11, 12, 13] as const;
/** Two vectors of weights, one of the row's value, then the sums: row r, half h is SUMS + 2 r + h. */
const [LOW, HIGH, VALUE, SUMS] = [14, 15, 16, 17] as const;
const GROUP = 4;
const PANEL_BYTES = 32;
const LOCALS = vector([
  [7, I32],
  [3 + 2 * GROUP, V128],
]);

const groupRows = [0, 1, 2, 3] as const;

const BODY = [
  ...set(ROW_BYTES, shifted(INNER, 2)),
  ...set(OUT_BYTES, shifted(PANELS, 5)),
  ...repeat(PANELS, 1, [
    ...set(FROM, get(A)),
    ...set(TO, get(OUT)),
    ...set(ROWS_LEFT, get(ROWS)),
    ...repeat(ROWS_LEFT, GROUP, [
      ...groupRows.flatMap((row) => [...set(sum(row, 0), load(BIAS, 0)), ...set(sum(row, 1), load(BIAS, 16))]),
      ...set(WEIGHT, get(WEIGHTS)),
      ...set(INNER_LEFT, get(INNER)),
      ...repeat(INNER_LEFT, 1, [
        ...set(LOW, load(WEIGHT, 0)),
        ...set(HIGH, load(WEIGHT, 16)),
        ...groupRows.flatMap((row) => [
          ...set(VALUE, [...rowStart(FROM, ROW_BYTES, row), ...simd(0x09), 2, 0]),
          ...set(sum(row, 0), plusProduct(sum(row, 0), LOW)),
          ...set(sum(row, 1), plusProduct(sum(row, 1), HIGH)),
        ]),
        ...advance(FROM, constant(4)),
        ...advance(WEIGHT, constant(PANEL_BYTES)),
      ]),
      ...groupRows.flatMap((row) => [...store(row, 0), ...store(row, 1)]),
      // The loop over the inner length has walked one row: three more to the next group.
      ...advance(FROM, times(ROW_BYTES, GROUP - 1)),
      ...advance(TO, times(OUT_BYTES, GROUP)),
    ]),
    ...set(WEIGHTS, get(WEIGHT)),
    ...advance(BIAS, constant(PANEL_BYTES)),
    ...advance(OUT, constant(PANEL_BYTES)),
  ]),
];

function sum(row: number, half: number): number {
  return SUMS + 2 * row + half;
}

function plusProduct(total: number, weights: number): number[] {
  return [...get(total), ...get(VALUE), ...get(weights), ...simd(0xe6), ...simd(0xe4)];
}

function store(row: number, half: number): number[] {
  return [...rowStart(TO, OUT_BYTES, row), ...get(sum(row, half)), ...simd(0x0b), 4, 16 * half];
}

function rowStart(base: number, stride: number, row: number): number[] {
  return row === 0 ? get(base) : [...get(base), ...times(stride, row), 0x6a];
}

/** do { body; left -= step } while (left != 0) */
function repeat(left: number, step: number, body: readonly number[]): number[] {
  return [0x03, 0x40, ...body, ...get(left), ...constant(step), 0x6b, 0x22, left, 0x0d, 0, END];
}

function load(address: number, offset: number): number[] {
  return [...get(address), ...simd(0x00), 4, offset];
}

function advance(local: number, by: readonly number[]): number[] {
  return set(local, [...get(local), ...by, 0x6a]);
}

function times(local: number, count: number): number[] {
  return count === 1 ? get(local) : [...get(local), ...constant(count), 0x6c];
}

function shifted(local: number, bits: number): number[] {
  return [...get(local), ...constant(bits), 0x74];
}

function get(local: number): number[] {
  return [0x20, local];
}

function set(local: number, value: readonly number[]): number[] {
  return [...value, 0x21, local];
}

/** Of less than 64: one signed byte. */
function constant(value: number): number[] {
  return [0x41, value];
}

function simd(code: number): number[] {
  return [0xfd, ...unsigned(code)];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: readonly number[]): number[] {
  return [...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return sized(Array.from(text, (letter) => letter.charCodeAt(0)));
}

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

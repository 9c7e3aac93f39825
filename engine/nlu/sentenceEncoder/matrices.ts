import type { Dense } from './encoderWeights.ts';
import { matmulModule } from './matmulModule.ts';

/** A piece of the module's memory as rows of numbers. */
export interface Room {
  readonly address: number;
  readonly values: Float32Array;
}

export interface Placed {
  readonly inner: number;
  readonly outer: number;
  /** The first `rows` rows of `from`, times the matrix, plus its bias: written into `to`, `outer` numbers a row. */
  into(from: Room, rows: number, to: Room): void;
}

export interface Matrices {
  place(dense: Dense): Placed;
  room(values: number): Room;
}

const NUMBER = 4;
const PAGE = 65_536;
const ALIGNED = 16;
/** Columns and rows the module takes at a time. */
export const COLUMNS = 8;
const ROWS = 4;

/** Rows of a room that `rows` rows of a product need: the module writes whole groups. */
export function wholeGroups(rows: number): number {
  return Math.ceil(rows / ROWS) * ROWS;
}

type Multiply = (
  a: number,
  weights: number,
  bias: number,
  out: number,
  rows: number,
  inner: number,
  panels: number,
) => void;

/** Memory for so many numbers (in as many pieces as you like, up to a hundred), and products in it. */
export function createMatrices(values: number): Matrices {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((values * NUMBER + 100 * ALIGNED) / PAGE) });
  const module = new WebAssembly.Module(matmulModule());
  const multiply = new WebAssembly.Instance(module, { host: { memory } }).exports.multiply as Multiply;
  let end = 0;
  const room = (count: number): Room => {
    const address = end;
    end = Math.ceil((end + count * NUMBER) / ALIGNED) * ALIGNED;
    return { address, values: new Float32Array(memory.buffer, address, count) };
  };
  return {
    room,
    place({ weights, bias, inner, outer }) {
      const panels = outer / COLUMNS;
      const placed = room(weights.length);
      for (let panel = 0, at = 0; panel < panels; panel++)
        for (let row = 0; row < inner; row++)
          for (let column = 0; column < COLUMNS; column++)
            placed.values[at++] = weights[row * outer + panel * COLUMNS + column]!;
      const added = room(outer);
      added.values.set(bias);
      return {
        inner,
        outer,
        into: (from, rows, to) =>
          multiply(from.address, placed.address, added.address, to.address, wholeGroups(rows), inner, panels),
      };
    },
  };
}

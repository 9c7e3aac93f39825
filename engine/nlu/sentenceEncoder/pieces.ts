/** Cuts a text into pieces of words, by their numbers. */
export type Pieces = (text: string) => number[];

/** A piece and how likely it is (logarithm), by number; the first few are not pieces but signs of the encoder's own. */
export type PieceList = readonly (readonly [string, number])[];

const RESERVED = 6;
const SPACE = '\u2581';

/**
 * The likeliest cut of a text into pieces of the list (Kudo 2018, "Subword Regularization"; Viterbi's search). Letters no piece
 * has are left out: the encoder knows nothing of them.
 */
export function piecesOf(list: PieceList): Pieces {
  const known = new Map<string, { readonly id: number; readonly score: number }>();
  let longest = 1;
  list.forEach(([piece, score], id) => {
    if (id < RESERVED) return;
    known.set(piece, { id, score });
    longest = Math.max(longest, Array.from(piece).length);
  });
  return (text) => {
    const normal = text.normalize('NFKC');
    const symbols = normal === '' ? [] : Array.from(SPACE + normal.replaceAll(' ', SPACE));
    const best = new Float64Array(symbols.length + 1).fill(-Infinity);
    const ids = new Int32Array(symbols.length + 1);
    const from = new Int32Array(symbols.length + 1);
    best[0] = 0;
    const reach = (start: number, end: number, id: number, score: number): void => {
      const total = best[start]! + score;
      if (total < best[end]!) return;
      best[end] = total;
      ids[end] = id;
      from[end] = start;
    };
    for (let start = 0; start < symbols.length; start++) {
      let any = false;
      let piece = '';
      for (let end = start + 1; end <= symbols.length && end <= start + longest; end++) {
        piece += symbols[end - 1]!;
        const found = known.get(piece);
        if (found === undefined) continue;
        reach(start, end, found.id, found.score);
        any = true;
      }
      if (!any) reach(start, start + 1, 0, 0);
    }
    const cut: number[] = [];
    for (let end = symbols.length; end > 0; end = from[end]!) if (ids[end] !== 0) cut.push(ids[end]!);
    return cut.reverse();
  };
}

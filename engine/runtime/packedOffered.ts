import type { Offered } from '../model/state.ts';

/** Id, code and caption of each option, one after the other with a sign between; as they are where one has that sign in it. */
export type PackedOffered = string | readonly Offered[];

const BETWEEN = '|';
const MEMBERS = 3;

/** Most customers were sent the same: what they were is written and read once. */
const KEPT = 1_000;
const kept = new Map<string, readonly Offered[]>();
const texts = new WeakMap<readonly Offered[], PackedOffered>();

export function packOffered(offered: readonly Offered[]): PackedOffered {
  let packed = texts.get(offered);
  if (packed === undefined) texts.set(offered, (packed = write(offered)));
  return packed;
}

export function unpackOffered(packed: PackedOffered): readonly Offered[] {
  if (typeof packed !== 'string') return packed;
  let offered = kept.get(packed);
  if (offered === undefined) {
    if (kept.size >= KEPT) kept.clear();
    kept.set(packed, (offered = read(packed)));
    texts.set(offered, packed);
  }
  return offered;
}

function write(offered: readonly Offered[]): PackedOffered {
  const members = offered.flatMap(({ id, code, label }) => [id, code, label]);
  const isShort = offered.length > 0 && offered.every(({ synonyms }) => synonyms === undefined);
  return isShort && !members.some((member) => member.includes(BETWEEN)) ? members.join(BETWEEN) : offered;
}

function read(packed: string): readonly Offered[] {
  const members = packed.split(BETWEEN);
  const offered: Offered[] = [];
  for (let at = 0; at < members.length; at += MEMBERS) {
    const [id, code, label] = members.slice(at, at + MEMBERS);
    // Too few: the schema finds the one that is missing.
    offered.push(Object.freeze({ id, code, label }) as Offered);
  }
  // Shared by all who were offered the same.
  return Object.freeze(offered);
}

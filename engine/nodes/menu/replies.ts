import type { OptionMatch } from '../../nlu/matchOption.ts';
import type { Offered } from '../../model/state.ts';
import { plainPage } from './pages.ts';
import type { MenuOption } from './schema.ts';

/** Short replies come again and again («спасибо», «здравствуйте»): how each was read at a menu is kept, for this many. */
const KEPT = 200;
const LONGEST = 80;
const kept = new WeakMap<readonly MenuOption[], Map<string, OptionMatch | null>>();

/** Reads a reply with `read`, once for all customers who were offered the same. Options as they are sent to everybody only. */
export function readOnce(
  options: readonly MenuOption[],
  offered: readonly Offered[],
  text: string,
  read: () => OptionMatch | null,
): OptionMatch | null {
  if (text.length > LONGEST || !isPlain(offered, plainPage(options))) return read();
  let readings = kept.get(options);
  if (readings === undefined) kept.set(options, (readings = new Map<string, OptionMatch | null>()));
  const known = readings.get(text);
  if (known !== undefined) return known;
  const found = read();
  if (readings.size >= KEPT) readings.clear();
  readings.set(text, found);
  return found;
}

function isPlain(offered: readonly Offered[], plain: readonly Offered[] | undefined): boolean {
  return (
    plain?.length === offered.length &&
    offered.every(({ id, code, label, synonyms }, at) => {
      const one = plain[at];
      return synonyms === undefined && id === one?.id && code === one.code && label === one.label;
    })
  );
}

import { fitOf, fold } from '../ui/wordFit.ts';
import { PALETTE_GROUPS, type PaletteGroup, type PaletteItem } from './paletteItems.ts';

/** So many of a group are listed; who wants others types more. */
const SHOWN = 8;
const SHOWN_ALONE = 50;

export interface PaletteFinding {
  readonly group: PaletteGroup;
  readonly items: readonly PaletteItem[];
}

/** What fits, best groups and best items first; for nothing typed the beginning of every group. */
export function searchPalette(items: readonly PaletteItem[], text: string): readonly PaletteFinding[] {
  const query = fold(text);
  const scored = items
    .map((item) => ({ item, fit: query === '' ? 1 : fitOf(item.names, item.others, query) }))
    .filter(({ fit }) => fit > 0);
  const groups = PALETTE_GROUPS.map((group) => ({
    group,
    found: scored.filter(({ item }) => item.group === group).toSorted((a, b) => b.fit - a.fit),
  })).filter(({ found }) => found.length > 0);
  const shown = groups.length === 1 ? SHOWN_ALONE : SHOWN;
  return groups
    .toSorted((a, b) => (b.found[0]?.fit ?? 0) - (a.found[0]?.fit ?? 0))
    .map(({ group, found }) => ({ group, items: found.slice(0, shown).map(({ item }) => item) }));
}

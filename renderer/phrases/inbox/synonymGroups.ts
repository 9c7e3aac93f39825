import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import { menuOptions } from './menuOptions.ts';
import type { Said } from './sortTexts.ts';

/** The options of the menus where these texts were said, menu by menu, as entries to choose from. */
export function synonymGroups(
  texts: readonly Said[],
  bot: Bot,
  choose: (place: { readonly flow: string; readonly node: string }, option: string, label: string) => void,
): readonly (readonly MenuItem[])[] {
  const places = new Map(
    texts.flatMap((text) => text.places.map(({ flow, node }) => [`${flow}/${node}`, { flow, node }] as const)),
  );
  return [...places].flatMap(([key, place]) => {
    const options = menuOptions(bot, place) ?? [];
    if (options.length === 0) return [];
    return [
      options.map(({ id, label }) => ({
        id: `${key}/${id}`,
        label,
        onSelect: () => choose(place, id, label),
      })),
    ];
  });
}

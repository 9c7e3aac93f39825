import type { Command } from '../command.ts';
import { withItem } from '../layoutItem.ts';

export interface UnfoldArgs {
  readonly flow: string;
  readonly key: string;
}

/** A frame opens because something in it is to be seen. Nobody asked for that as a change, so undo passes it over. */
export const unfold: Command<UnfoldArgs> = {
  capture: 'never',
  apply: (bot, { flow, key }) => withItem(bot, flow, key, { collapsed: undefined, nodes: undefined }),
  label: () => ({ key: 'unfoldFrame' }),
  touched: (_, { flow, key }) => ({ flow, nodes: [key] }),
};

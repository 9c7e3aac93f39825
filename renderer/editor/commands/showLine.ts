import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Command } from '../command.ts';

export interface ShowLineArgs {
  readonly flow: string;
  readonly node: string;
  readonly exit: string;
  /** False = a chip on its output while it leads back, as all of them do unless told. */
  readonly line: boolean;
}

/** Outputs of a block whose connection is drawn as a line even where it leads back. `lines`: as the file has it. */
export function linesIn(lines: unknown, node: string): readonly string[] {
  if (typeof lines !== 'object' || lines === null || !Object.hasOwn(lines, node)) return [];
  const exits = (lines as Readonly<Record<string, unknown>>)[node];
  return Array.isArray(exits) ? exits.filter((exit): exit is string => typeof exit === 'string') : [];
}

export function isLine(bot: Bot, flow: string, node: string, exit: string): boolean {
  return linesIn(bot.layout?.[flow]?.['lines'], node).includes(exit);
}

export const showLine: Command<ShowLineArgs> = {
  capture: 'now',
  apply(bot, { flow, node, exit, line }) {
    const layout = bot.layout?.[flow] ?? { nodes: {} };
    const before = linesIn(layout['lines'], node);
    if (before.includes(exit) === line) return bot;
    const after = line ? [...before, exit] : before.filter((other) => other !== exit);
    const known: unknown = layout['lines'];
    const { [node]: _, ...others } = (typeof known === 'object' ? (known ?? {}) : {}) as Readonly<
      Record<string, unknown>
    >;
    const { lines: __, ...rest } = layout;
    const lines = after.length > 0 ? { ...others, [node]: after } : others;
    const next = Object.keys(lines).length > 0 ? { ...layout, lines } : rest;
    return { ...bot, layout: { ...bot.layout, [flow]: next } };
  },
  label: () => ({ key: 'showLine' }),
  touched: (_, { flow, node }) => ({ flow, nodes: [node] }),
};

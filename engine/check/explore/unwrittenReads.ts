import { BUILT_IN_VARIABLES, templateSlots } from '../../expression/template.ts';
import type { BotFacts } from '../../model/definitions.ts';
import type { Place } from '../../model/state.ts';
import type { BotProgram, ProgramNode } from '../../runtime/compileBot.ts';
import { allNodes } from './values.ts';
import { after, fromAnywhere, keyOf, waysOn } from './ways.ts';

const builtIn: ReadonlySet<string> = new Set(BUILT_IN_VARIABLES);

/**
 * Reads of variables that no path has written before: for each variable a walk from its writers along every way a
 * conversation can go; readers it does not come to read nothing. A fallback in the template answers for itself.
 */
export function unwrittenReads(program: BotProgram): { readonly place: Place; readonly variable: string }[] {
  const nodes = allNodes(program).filter((node) => !node.disabled && node.kind !== null);
  const readers = new Map<string, ProgramNode[]>();
  for (const node of nodes)
    for (const name of readsOf(node, program.facts)) readers.set(name, [...(readers.get(name) ?? []), node]);
  if (readers.size === 0) return [];
  const ways = waysOn(program, nodes, fromAnywhere);
  return [...readers].flatMap(([variable, reading]) => {
    const writers = nodes.filter((node) => node.kind?.writes?.(node.data).includes(variable) === true);
    const written = after(
      writers.map((node) => keyOf(node.place)),
      ways,
    );
    return reading.filter((node) => !written.has(keyOf(node.place))).map((node) => ({ place: node.place, variable }));
  });
}

function readsOf({ kind, data }: ProgramNode, facts: BotFacts): Set<string> {
  const bare = (kind?.texts(data) ?? []).flatMap(templateSlots).filter((slot) => !slot.hasFallback);
  const names = [...bare.map((slot) => slot.name), ...(kind?.reads?.(data, facts) ?? [])];
  return new Set(names.filter((name) => !builtIn.has(name)));
}

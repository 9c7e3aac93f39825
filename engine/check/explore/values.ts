import { showValue } from '../../expression/template.ts';
import type { Value } from '../../model/value.ts';
import type { BotProgram, ProgramNode } from '../../runtime/compileBot.ts';

/** What the nodes of a bot tell apart, by variable: the explorer tries each side and merges what lies between. */
export type Compared = ReadonlyMap<string, readonly Value[]>;

export function allNodes(program: BotProgram): ProgramNode[] {
  return program.ordered.flatMap((flow) => [...flow.nodes.values()]);
}

export function comparedValues(program: BotProgram): Compared {
  const found = new Map<string, Value[]>();
  for (const node of allNodes(program)) {
    for (const name of node.kind?.decides === undefined ? [] : (node.kind.reads?.(node.data, program.facts) ?? []))
      if (!found.has(name)) found.set(name, []);
    for (const { variable, value } of node.kind?.compares?.(node.data, program.facts) ?? []) {
      const values = found.get(variable) ?? [];
      if (!values.some((known) => known === value)) values.push(value);
      found.set(variable, values);
    }
  }
  return found;
}

/** A few letters that are the same for all values on the same side of everything the value is compared with. */
export function sideOf(value: Value, compared: readonly Value[]): string {
  const shown = showValue(value).trim().toLowerCase();
  if (value === null || shown === '') return '-';
  const number = typeof value === 'number' ? value : Number(shown.replace(',', '.'));
  return compared
    .map((other) => {
      const wanted = showValue(other).trim().toLowerCase();
      if (wanted === '') return '+';
      const limit = typeof other === 'number' ? other : Number(wanted.replace(',', '.'));
      if (!Number.isNaN(number) && !Number.isNaN(limit)) return number < limit ? '<' : number > limit ? '>' : '=';
      return shown === wanted ? '=' : shown.includes(wanted) ? '~' : shown < wanted ? '<' : '>';
    })
    .join('');
}

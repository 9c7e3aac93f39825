import { BUILT_IN_VARIABLES } from '../../expression/template.ts';
import type { BotFacts } from '../../model/definitions.ts';
import { SECRET_PREFIX } from '../../expression/secretSlots.ts';
import type { LocalProblem } from '../../nodes/kind.ts';
import type { BotGraph } from './graph.ts';
import type { SeenNode } from './nodeView.ts';

const builtIn: ReadonlySet<string> = new Set(BUILT_IN_VARIABLES);
const findings = new WeakMap<SeenNode, readonly LocalProblem[]>();

/** What a node says of its own data, and the variables it names that the bot does not have. Asked once of each. */
export function ownFindings(seen: SeenNode): readonly LocalProblem[] {
  const known = findings.get(seen);
  if (known !== undefined) return known;
  const own = [...(seen.kind?.problems(seen.data, seen.facts) ?? [])];
  const variables = variablesOf(seen.facts);
  const unknown = seen.names.filter((name) => name !== '' && !builtIn.has(name) && !variables.has(name));
  for (const name of unknown) if (!isTold(own, name)) own.push(unknownName(name));
  findings.set(seen, own);
  return own;
}

/** An access key goes into a header and nowhere else: a text would tell it to the customer. */
function unknownName(name: string): LocalProblem {
  return name.startsWith(SECRET_PREFIX)
    ? { code: 'E-SECRET', level: 'error', facts: { name: name.slice(SECRET_PREFIX.length) } }
    : { code: 'E-VAR', level: 'error', facts: { name } };
}

const names = new WeakMap<BotFacts, ReadonlySet<string>>();
function variablesOf(facts: BotFacts): ReadonlySet<string> {
  let known = names.get(facts);
  if (known === undefined) names.set(facts, (known = new Set(facts.variables.map((variable) => variable.id))));
  return known;
}

/** The kind has said it itself, with its field. */
function isTold(own: readonly LocalProblem[], name: string): boolean {
  return own.some(({ code, facts }) => (code === 'E-VAR' || code === 'E-VARNAME') && facts?.name === name);
}

/** Connections of a node that are none: to a block that is gone, or from an output that is gone. */
export function linkFindings(seen: SeenNode, lost: ReadonlySet<string> | undefined): LocalProblem[] {
  const found: LocalProblem[] = [];
  for (const [exit, to] of seen.links) {
    if (lost?.has(exit) === true) found.push({ code: 'E-REF', level: 'error', exit, facts: { what: 'node', id: to } });
    else if (seen.kind !== null && !seen.exits.has(exit))
      found.push({ code: 'W-EXIT', level: 'warning', exit, facts: { exit } });
  }
  return found;
}

/** Exits that must lead somewhere but don't. An option of a menu is always one of them: choosing it must do something. */
export function openFindings(seen: SeenNode, exposed: boolean): LocalProblem[] {
  if (seen.disabled) return exposed ? passedBy(seen) : [];
  const isMenu = seen.kind?.menu !== undefined;
  if (!exposed && !isMenu) return [];
  const exits = [...seen.exits.values()];
  return exits
    .filter((exit) => exit.required || exits.some((other) => other.spare === exit.id && !seen.links.has(other.id)))
    .filter((exit) => !seen.links.has(exit.id))
    .map(({ id, label }) => ({ code: 'E-OUT', level: 'error', exit: id, facts: { exit: label ?? id } }));
}

/** A disabled node is passed by its first exit; one that has none stops the conversation, unless it would have anyway. */
function passedBy(seen: SeenNode): LocalProblem[] {
  const [first] = seen.exits.values();
  if (first !== undefined && seen.links.has(first.id)) return [];
  if (first?.required === true)
    return [{ code: 'E-OUT', level: 'error', exit: first.id, facts: { exit: first.label ?? first.id } }];
  return seen.kind?.endsAs === undefined ? [{ code: 'W-OFF', level: 'warning' }] : [];
}

/** A jump into what is not there. Of a call its kind tells. */
export function jumpFindings(graph: BotGraph, flow: number, { jump }: SeenNode): LocalProblem[] {
  if (jump?.to !== 'node' && jump?.to !== 'flow') return [];
  const to = jump.flow === undefined ? flow : graph.flowAt.get(jump.flow);
  if (to === undefined)
    return [{ code: 'E-REF', level: 'error', field: 'flow', facts: { what: 'flow', id: jump.flow ?? '' } }];
  if (jump.to === 'node')
    return graph.nodeAt(to, jump.node) < 0
      ? [{ code: 'E-REF', level: 'error', field: 'node', facts: { what: 'node', id: jump.node } }]
      : [];
  return (graph.starts[to] ?? -1) < 0
    ? [{ code: 'E-NOSTART', level: 'error', field: 'flow', facts: { flow: graph.bot.flows[to]?.name ?? jump.flow } }]
    : [];
}

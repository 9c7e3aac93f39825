import { BUILT_IN_VARIABLES, templateNames } from '../expression/template.ts';
import { botFacts } from '../flow/botFacts.ts';
import type { Bot, BotFlow, BotNode } from '../flow/botSchema.ts';
import { flowById, mainFlow, nodeById } from '../flow/graph.ts';
import { knownTimeZone } from '../flow/locale.ts';
import { readNode } from '../flow/readNode.ts';
import type { BotFacts } from '../model/definitions.ts';
import { matchKeyword } from '../nlu/keywords.ts';
import type { JumpTarget, KindName, ProblemLevel } from '../nodes/kind.ts';
import type { KindData } from '../nodes/registry.ts';
import type { Problem } from './problem.ts';
import { openExits, reach, type SeenNode } from './reach.ts';

/** Everything wrong with a bot, errors first, in the order of its flows and nodes. */
export function findProblems(bot: Bot): Problem[] {
  const facts = botFacts(bot);
  const jumps = jumpTargets(bot);
  const problems = bot.flows.flatMap((flow) => flowProblems(flow, bot, facts, jumps));
  if (bot.timeZone !== undefined && knownTimeZone(bot.timeZone) === undefined)
    problems.push({
      code: 'E-ZONE',
      level: 'error',
      flow: mainFlow(bot).id,
      node: null,
      facts: { zone: bot.timeZone },
    });
  if (!bot.flows.some((flow) => flow.nodes.some((node) => node.kind === 'start' && node.disabled !== true))) {
    problems.push({ code: 'E-START', level: 'error', flow: mainFlow(bot).id, node: null, facts: {} });
  }
  problems.push(...sameWords(bot));
  const rank: Record<ProblemLevel, number> = { error: 0, warning: 1, tip: 2 };
  return problems.sort((a, b) => rank[a.level] - rank[b.level]);
}

/** Can it go live? */
export function errorCount(problems: readonly Problem[]): number {
  return problems.filter((problem) => problem.level === 'error').length;
}

interface Jump {
  readonly from: string;
  readonly flow: string;
  readonly node: string;
}

/** Where «go to» leads, which is a way in that no connection shows. */
function jumpTargets(bot: Bot): Jump[] {
  return bot.flows.flatMap((flow) =>
    flow.nodes.flatMap((node) => {
      const target = readJump(node);
      return target?.to === 'node' ? [{ from: flow.id, flow: target.flow ?? flow.id, node: target.node }] : [];
    }),
  );
}

function readJump(node: BotNode): JumpTarget | null {
  const read = readNode(node);
  return read.ok ? (read.kind.target?.(read.data) ?? null) : null;
}

function flowProblems(flow: BotFlow, bot: Bot, facts: BotFacts, jumps: readonly Jump[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, SeenNode>();
  const add = (
    node: string | null,
    problem: Omit<Problem, 'flow' | 'node' | 'facts'> & { facts?: Problem['facts'] | undefined },
  ): void => {
    problems.push({ ...problem, flow: flow.id, node, facts: problem.facts ?? {} });
  };
  for (const node of flow.nodes) {
    const read = readNode(node);
    seen.set(node.id, { node, kind: read.ok ? read.kind : null, data: read.ok ? read.data : null });
    if (!read.ok)
      add(node.id, {
        code: read.why === 'unknownKind' ? 'E-KIND' : 'E-DATA',
        level: 'error',
        facts: { kind: node.kind },
      });
  }
  const { reached, exposed } = reach(
    flow,
    seen,
    new Set(jumps.filter((jump) => jump.flow === flow.id).map((jump) => jump.node)),
  );
  for (const [id, found] of seen) {
    const { node, kind, data } = found;
    for (const [exit, to] of Object.entries(node.exits ?? {})) {
      if (nodeById(flow, to) === undefined)
        add(id, { code: 'E-REF', level: 'error', exit, facts: { what: 'node', id: to } });
      else if (kind !== null && !kind.exits(data, facts).some((known) => known.id === exit))
        add(id, { code: 'W-EXIT', level: 'warning', exit, facts: { exit } });
    }
    if (kind === null) continue;
    if (!reached.has(id)) {
      // What nobody can reach must not block going live: one tip instead of its errors.
      add(id, { code: 'I-REACH', level: 'tip' });
      continue;
    }
    if (node.disabled === true) continue;
    if (kind.kind === 'start' && flow.nodes.length === 1 && Object.keys(node.exits ?? {}).length === 0) {
      // Nothing is drawn yet: that is where everyone begins, not a mistake.
      add(id, { code: 'I-EMPTY', level: 'tip' });
      continue;
    }
    for (const exit of openExits(found, facts, exposed.has(id)))
      add(id, { code: 'E-OUT', level: 'error', exit, facts: { exit: exitName(found, facts, exit) } });
    for (const local of kind.problems(data, facts)) add(id, { ...local, facts: local.facts });
    for (const name of unknownVariables(found, facts)) add(id, { code: 'E-VAR', level: 'error', facts: { name } });
  }
  for (const problem of badJumps(flow, bot, seen, reached)) problems.push(problem);
  for (const node of secondOfItsKind(flow)) add(node, { code: 'E-TWO', level: 'error', facts: {} });
  return problems;
}

function exitName(seen: SeenNode, facts: BotFacts, exit: string): string {
  return seen.kind?.exits(seen.data, facts).find((known) => known.id === exit)?.label ?? exit;
}

function unknownVariables({ kind, data }: SeenNode, facts: BotFacts): string[] {
  const known = new Set<string>([...BUILT_IN_VARIABLES, ...facts.variables.map((variable) => variable.id)]);
  return [...new Set((kind?.texts(data) ?? []).flatMap(templateNames))].filter((name) => !known.has(name));
}

function badJumps(
  flow: BotFlow,
  bot: Bot,
  seen: ReadonlyMap<string, SeenNode>,
  reached: ReadonlySet<string>,
): Problem[] {
  return [...seen.values()].flatMap(({ node }): Problem[] => {
    const wanted = reached.has(node.id) ? readJump(node) : null;
    if (wanted?.to !== 'node' && wanted?.to !== 'flow') return [];
    const lost = (field: 'flow' | 'node', id: string): Problem[] => [
      { code: 'E-REF', level: 'error', flow: flow.id, node: node.id, field, facts: { what: field, id } },
    ];
    const target = wanted.flow === undefined ? flow : flowById(bot, wanted.flow);
    if (target === undefined) return lost('flow', wanted.flow ?? '');
    return wanted.to === 'node' && nodeById(target, wanted.node) === undefined ? lost('node', wanted.node) : [];
  });
}

/** Of these a flow has one at most; the second would never run. */
function secondOfItsKind(flow: BotFlow): string[] {
  return ['start', 'resume', 'fallback']
    .flatMap((kind) => flow.nodes.filter((node) => node.kind === kind && node.disabled !== true).slice(1))
    .map((node) => node.id);
}

/** The same word in two commands, or in a command and a menu: only one of them can have it. */
function sameWords(bot: Bot): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const flow of bot.flows) {
    for (const node of flow.nodes) {
      for (const word of dataOf(node, 'command')?.words ?? []) {
        const key = word.trim().toLowerCase().replaceAll('ё', 'е');
        if (key === '') continue;
        if (owners.has(key))
          problems.push({
            code: 'E-DUP',
            level: 'error',
            flow: flow.id,
            node: node.id,
            field: 'words',
            facts: { word },
          });
        owners.set(key, node.id);
        if (isCaption(bot, word))
          problems.push({
            code: 'W-CAP',
            level: 'warning',
            flow: flow.id,
            node: node.id,
            field: 'words',
            facts: { word },
          });
      }
    }
  }
  return problems;
}

function isCaption(bot: Bot, word: string): boolean {
  return bot.flows.some((flow) =>
    flow.nodes.some((node) =>
      (dataOf(node, 'menu')?.options ?? []).some((option) => matchKeyword(option.label, [word], 'exact') !== null),
    ),
  );
}

/** The data of a node if it is of this kind and can be read. */
function dataOf<K extends KindName>(node: BotNode, kind: K): KindData<K> | null {
  if (node.kind !== kind) return null;
  const read = readNode(node);
  // The kind's own schema gave it.
  return read.ok ? (read.data as KindData<K>) : null;
}

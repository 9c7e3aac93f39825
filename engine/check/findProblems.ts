import { BUILT_IN_VARIABLES, templateNames } from '../expression/template.ts';
import { botFacts } from '../flow/botFacts.ts';
import type { Bot, BotFlow } from '../flow/botSchema.ts';
import { mainFlow, nodeById } from '../flow/graph.ts';
import { knownTimeZone } from '../flow/locale.ts';
import { readNode } from '../flow/readNode.ts';
import type { BotFacts } from '../model/definitions.ts';
import { matchKeyword } from '../nlu/keywords.ts';
import type { ProblemLevel } from '../nodes/kind.ts';
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
    flow.nodes
      .filter((node) => node.kind === 'jump')
      .map((node) => {
        const data = node.data ?? {};
        const text = (value: unknown): string => (typeof value === 'string' ? value : '');
        return { from: flow.id, flow: text(data.flow) || flow.id, node: text(data.node) };
      }),
  );
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
  return [...seen.values()]
    .filter(({ node, kind }) => kind?.kind === 'jump' && reached.has(node.id))
    .flatMap(({ node, data }) => {
      const wanted = data as { to?: string; flow?: string; node?: string };
      const target =
        wanted.flow === undefined || wanted.flow === ''
          ? flow
          : bot.flows.find((candidate) => candidate.id === wanted.flow);
      if (target === undefined)
        return [
          {
            code: 'E-REF',
            level: 'error' as const,
            flow: flow.id,
            node: node.id,
            field: 'flow',
            facts: { what: 'flow', id: wanted.flow ?? '' },
          },
        ];
      const missing =
        wanted.to !== 'lastMenu' &&
        wanted.to !== 'back' &&
        wanted.to !== 'flow' &&
        !['', 'lastMenu', 'back', undefined].includes(wanted.node) &&
        nodeById(target, wanted.node ?? '') === undefined;
      return missing
        ? [
            {
              code: 'E-REF',
              level: 'error' as const,
              flow: flow.id,
              node: node.id,
              field: 'node',
              facts: { what: 'node', id: wanted.node ?? '' },
            },
          ]
        : [];
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
      const words = node.kind === 'command' && Array.isArray(node.data?.words) ? node.data.words : [];
      for (const word of words.filter((candidate): candidate is string => typeof candidate === 'string')) {
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
    flow.nodes.some((node) => {
      const options =
        node.kind === 'menu' && Array.isArray(node.data?.options) ? (node.data.options as { label?: unknown }[]) : [];
      return options.some(
        (option) => typeof option.label === 'string' && matchKeyword(option.label, [word], 'exact') !== null,
      );
    }),
  );
}

import { botFacts } from '../flow/botFacts.ts';
import type { Bot, BotNode } from '../flow/botSchema.ts';
import { mainFlow } from '../flow/graph.ts';
import { readNode } from '../flow/readNode.ts';
import type { BotFacts } from '../model/definitions.ts';
import type { Place } from '../model/state.ts';
import type { IntentModel } from '../nlu/intentModel.ts';
import { trainIntents } from '../nlu/train.ts';
import { customerWords, type CustomerWords } from '../nodes/customerWords.ts';
import type { AnyKind } from '../nodes/kind.ts';

/** A node made ready to run. `kind` is null where this engine does not know it, or cannot read its data. */
export interface ProgramNode {
  readonly place: Place;
  readonly kind: AnyKind | null;
  readonly failure: 'unknownKind' | 'badData' | null;
  readonly data: unknown;
  readonly exits: ReadonlyMap<string, string>;
  readonly disabled: boolean;
}

export interface ProgramFlow {
  readonly id: string;
  readonly nodes: ReadonlyMap<string, ProgramNode>;
  readonly starts: readonly ProgramNode[];
  readonly commands: readonly ProgramNode[];
  /** Nodes no connection leads to that take what no one else understood. */
  readonly listeners: readonly ProgramNode[];
  readonly resume: ProgramNode | null;
  readonly fallback: ProgramNode | null;
  readonly handoff: ProgramNode | null;
}

/** A bot made ready for `step`: look-ups instead of searches, and its phrases learned. */
export interface BotProgram {
  readonly bot: Bot;
  readonly facts: BotFacts;
  readonly words: CustomerWords;
  readonly main: ProgramFlow;
  readonly flows: ReadonlyMap<string, ProgramFlow>;
  /** Main flow first. */
  readonly ordered: readonly ProgramFlow[];
  readonly model: IntentModel;
}

/**
 * Prepares a bot. Its phrases are learned when they are first needed: they take the time. `learned` has them already, or
 * knows where; they must come from the same intents.
 */
export function compileBot(bot: Bot, learned?: IntentModel | (() => IntentModel)): BotProgram {
  const facts = botFacts(bot);
  const flows = new Map(bot.flows.map((flow) => [flow.id, compileFlow(flow.id, flow.nodes)]));
  const main = flows.get(mainFlow(bot).id);
  let model = typeof learned === 'function' ? undefined : learned;
  const learn = typeof learned === 'function' ? learned : () => trainIntents(trainingSet(facts));
  if (main === undefined) throw new Error('the main flow is one of the flows');
  return {
    bot,
    facts,
    words: customerWords(facts.language),
    main,
    flows,
    ordered: [main, ...[...flows.values()].filter((flow) => flow !== main)],
    get model() {
      return (model ??= learn());
    },
  };
}

export function trainingSet(facts: BotFacts): {
  intents: { id: string; name: string; phrases: string[] }[];
  languages: string[];
} {
  return {
    intents: facts.intents.map((intent) => ({ id: intent.id, name: intent.name, phrases: [...intent.phrases] })),
    languages: [...facts.languages],
  };
}

function compileFlow(flow: string, nodes: readonly BotNode[]): ProgramFlow {
  const targets = new Set(nodes.flatMap((node) => Object.values(node.exits ?? {})));
  // As the file has them: which of two comes first must not depend on whether the bot was saved in between.
  const compiled = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1)).map((node) => compileNode(flow, node));
  const ofKind = (kind: string): ProgramNode[] => compiled.filter((node) => node.kind?.kind === kind && !node.disabled);
  return {
    id: flow,
    nodes: new Map(compiled.map((node) => [node.place.node, node])),
    starts: ofKind('start'),
    commands: ofKind('command'),
    listeners: compiled.filter(
      (node) => !node.disabled && !targets.has(node.place.node) && node.kind?.listens?.(node.data) === true,
    ),
    resume: ofKind('resume')[0] ?? null,
    fallback: ofKind('fallback')[0] ?? null,
    handoff: ofKind('handoff')[0] ?? null,
  };
}

function compileNode(flow: string, node: BotNode): ProgramNode {
  const read = readNode(node);
  return {
    place: { flow, node: node.id },
    kind: read.ok ? read.kind : null,
    failure: read.ok ? null : read.why,
    data: read.ok ? read.data : null,
    exits: new Map(Object.entries(node.exits ?? {})),
    disabled: node.disabled === true,
  };
}

export function nodeAt(program: BotProgram, place: Place): ProgramNode | undefined {
  return program.flows.get(place.flow)?.nodes.get(place.node);
}

import { showValue } from '../../expression/template.ts';
import { normalise } from '../../nlu/normalise.ts';
import type { Wait } from '../../model/state.ts';
import type { BotProgram, ProgramNode } from '../../runtime/compileBot.ts';
import type { Compared } from './values.ts';
import { allNodes } from './values.ts';
import { keyOf, waysOn } from './ways.ts';

/** What blocks read of the last message itself, whatever it was an answer to: topics without a question of their own, conditions. */
export interface Heard {
  /** Messages that such blocks tell apart. */
  readonly texts: readonly string[];
  /** Waits (`flow/node`) from which a message comes to such a block with no other wait between. */
  readonly before: ReadonlySet<string>;
}

export function heardTexts(program: BotProgram, compared: Compared): Heard {
  const nodes = allNodes(program).filter((node) => !node.disabled);
  const readers = nodes.filter(readsMessage);
  const phrases = readers.flatMap((node) => (listensAtOnce(node) ? listened(node, program) : []));
  const texts = [...phrases, ...(compared.get('message.text') ?? []).map(showValue)];
  return {
    texts: [...new Set(texts.filter((text) => normalise(text) !== ''))],
    before: readers.length === 0 ? new Set() : waitsBefore(readers, nodes, program),
  };
}

/** Phrases of the topics a block listens to. */
export function listened(node: ProgramNode, program: BotProgram): readonly string[] {
  const wait: Wait = { place: node.place, since: 0, offered: [], memo: {} };
  const samples = node.kind?.samples?.(node.data, wait, program.facts, []) ?? [];
  return samples.map(({ text }) => text).filter((text) => normalise(text) !== '');
}

const listensAtOnce = ({ kind, data }: ProgramNode): boolean => kind?.listens?.(data) === true;

function readsMessage(node: ProgramNode): boolean {
  const { kind, data } = node;
  return listensAtOnce(node) || (kind?.decides !== undefined && kind.reads?.(data).includes('message.text') === true);
}

/** Backwards from the readers to the nearest blocks that wait. */
function waitsBefore(
  readers: readonly ProgramNode[],
  nodes: readonly ProgramNode[],
  program: BotProgram,
): ReadonlySet<string> {
  const places = new Map(nodes.map((node) => [keyOf(node.place), node]));
  const back = new Map<string, string[]>();
  for (const [from, targets] of waysOn(program, nodes))
    for (const to of targets) back.set(to, [...(back.get(to) ?? []), from]);
  const met = new Set<string>();
  const waits = new Set<string>();
  const queue = readers.flatMap(({ place }) => back.get(keyOf(place)) ?? []);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (met.has(at)) continue;
    met.add(at);
    const node = places.get(at);
    if (node !== undefined && waitsHere(node)) waits.add(at);
    else queue.push(...(back.get(at) ?? []));
  }
  return waits;
}

function waitsHere(node: ProgramNode): boolean {
  return !listensAtOnce(node) && (node.kind?.samples !== undefined || node.kind?.menu !== undefined);
}

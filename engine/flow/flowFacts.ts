import type { BotFacts, FlowFact } from '../model/definitions.ts';
import type { BotFlow } from './botSchema.ts';
import { readNode } from './readNode.ts';

type Summary = Pick<FlowFact, 'ends' | 'unnamed' | 'starts'>;
const known = new WeakMap<BotFlow['nodes'], Summary>();

/** What a node may know of the other flows. Nodes never change in place, so a flow is read once. */
export function flowFacts(flows: readonly BotFlow[]): readonly FlowFact[] {
  return flows.map((flow) => ({ id: flow.id, name: flow.name, ...summaryOf(flow.nodes) }));
}

function summaryOf(nodes: BotFlow['nodes']): Summary {
  const cached = known.get(nodes);
  if (cached !== undefined) return cached;
  const ends = new Set<string>();
  let unnamed = false;
  for (const node of nodes) {
    const leaf = leafName(node);
    if (leaf === null) continue;
    if (leaf === '') unnamed = true;
    else ends.add(leaf);
  }
  const summary = {
    ends: [...ends].sort(),
    unnamed: unnamed || ends.size === 0,
    starts: nodes.some((node) => node.kind === 'start' && node.disabled !== true),
  };
  known.set(nodes, summary);
  return summary;
}

/** The name a flow comes back with from here; empty = without one; null = it goes on, or never comes back. */
function leafName(node: BotFlow['nodes'][number]): string | null {
  const read = readNode(node);
  if (!read.ok) return null;
  const { kind, data } = read;
  const isOpen = ({ id }: { readonly id: string }): boolean => node.exits?.[id] === undefined;
  const [first, ...others] = kind.exits(data, NO_FACTS);
  if (node.disabled === true) return first === undefined || isOpen(first) ? '' : null;
  if (kind.endsAs !== undefined) return kind.endsAs(data) ?? '';
  // A jump goes elsewhere, people keep what they were given. What fails, and has no way out, is another matter.
  if (first === undefined || kind.kind === 'handoff') return null;
  return [first, ...others].some((exit) => exit.required && !exit.dashed && isOpen(exit)) ? '' : null;
}

/** Of its own exits a kind tells those that hang on its data; those that hang on the bot lead on the same way. */
const NO_FACTS: BotFacts = {
  name: '',
  language: 'ru',
  languages: [],
  timeZone: 'UTC',
  statuses: [],
  variables: [],
  intents: [],
  entities: [],
  hours: undefined,
  settings: {},
  flows: [],
};

import type { BotFacts } from '../../model/definitions.ts';
import type { ExitSpec, NodeKind } from '../kind.ts';
import { copyPairs, pairSource } from './pairs.ts';
import { callProblems } from './problems.ts';
import { callSchema, type CallData, type Pair } from './schema.ts';

/** Ends that every report knows are named by the screen, in its language. */
const KNOWN_ENDS = new Set(['solved', 'unsolved']);

/** `done`, and an exit for each name an end of the flow has; a name that is not connected goes by `done`. */
function exits(data: CallData, facts: BotFacts): ExitSpec[] {
  const flow = facts.flows.find((known) => known.id === data.flow);
  const names = (flow?.ends ?? []).filter((name) => name !== 'done');
  return [
    { id: 'done', required: flow?.unnamed ?? true, dashed: false },
    ...names.map((name) => ({
      id: name,
      required: false,
      dashed: false,
      spare: 'done',
      ...(KNOWN_ENDS.has(name) ? {} : { label: name }),
    })),
  ];
}

const pairsOf = (data: CallData): Pair[] => [...(data.pass ?? []), ...(data.receive ?? [])];

/** A sub-flow: goes through another flow and comes back here. The variables are the bot's, so both see the same ones. */
export const call: NodeKind<CallData, 'call'> = {
  kind: 'call',
  family: 'system',
  schema: callSchema,
  entry: false,
  exits,
  initial: () => ({}),
  enter(data, context) {
    copyPairs(data.pass, context);
    return { do: 'call', flow: data.flow ?? '' };
  },
  returned: (data, context) => copyPairs(data.receive, context),
  calls: (data) => ((data.flow ?? '') === '' ? null : (data.flow ?? null)),
  texts: (data) => pairsOf(data).flatMap((pair) => (pairSource(pair) === null ? [pair.from ?? ''] : [])),
  reads: (data) =>
    pairsOf(data)
      .flatMap((pair) => pairSource(pair) ?? [])
      .filter((name) => name !== ''),
  writes: (data) => pairsOf(data).flatMap((pair) => ((pair.to ?? '').trim() === '' ? [] : [(pair.to ?? '').trim()])),
  problems: callProblems,
};

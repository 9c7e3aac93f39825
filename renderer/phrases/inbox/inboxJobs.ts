import type { CheckResult } from '../../../engine/check/checkResult.ts';
import { wayOf } from '../../../engine/check/coverage.ts';
import { runCheck } from '../../../engine/check/runCheck.ts';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { botFacts } from '../../../engine/flow/botFacts.ts';
import { fingerprint } from '../../../engine/nlu/fingerprint.ts';
import type { IntentModel, TrainingSet } from '../../../engine/nlu/intentModel.ts';
import { groupSimilar } from '../../../engine/nlu/groupSimilar.ts';
import { phraseKey } from '../../../engine/nlu/phraseKey.ts';
import { trainIntents } from '../../../engine/nlu/train.ts';
import { trimGreeting } from '../../../engine/nlu/trimGreeting.ts';
import { understand } from '../../../engine/nlu/understand.ts';
import { compileBot, trainingSet } from '../../../engine/runtime/compileBot.ts';

// The inbox's work that takes longer than a frame; done in a thread of its own (`inboxWorker.ts`).

export interface Near {
  readonly topic: string;
  /** 0..1, a guess: enough to put topics in order, and to say «like» or «far». */
  readonly confidence: number;
}

/** A message without its politeness: what would be saved, and what tells whether it is saved already. */
export interface Point {
  readonly phrase: string;
  readonly key: string;
}

interface Jobs {
  /** Each text's point, and texts that ask for the same, by index. */
  readonly group: {
    readonly ask: {
      readonly texts: readonly { readonly text: string; readonly count: number }[];
      readonly languages: readonly string[];
    };
    readonly answer: { readonly points: readonly Point[]; readonly groups: readonly (readonly number[])[] };
  };
  /** The topics nearest to each group of phrases, the nearest first. */
  readonly near: {
    readonly ask: { readonly groups: readonly (readonly string[])[]; readonly set: TrainingSet };
    readonly answer: readonly (readonly Near[])[];
  };
  /** Runs the checks that go through these blocks, or through any that understands phrases. */
  readonly checks: {
    readonly ask: { readonly bot: Bot; readonly through: 'phrases' | { readonly flow: string; readonly node: string } };
    readonly answer: readonly CheckResult[];
  };
}
export type JobName = keyof Jobs;
export type Ask<N extends JobName> = Jobs[N]['ask'];
export type Answer<N extends JobName> = Jobs[N]['answer'];

/** As many as there are keys for. */
const NEAREST = 9;
/** Of a group; more would not change which topics are near. */
const READ = 4;

/** News of customers teach the bot nothing: the same phrases are learned once. */
const roughly = kept((set) => trainIntents(set, { calibrate: false }));
const exactly = kept((set) => trainIntents(set));

function kept(train: (set: TrainingSet) => IntentModel): (set: TrainingSet) => IntentModel {
  let last: IntentModel | null = null;
  return (set) => {
    if (last?.fingerprint !== fingerprint(set)) last = train(set);
    return last;
  };
}

export const INBOX_JOBS: { readonly [N in JobName]: (ask: Ask<N>) => Answer<N> } = {
  group: ({ texts, languages }) => ({
    points: texts.map(({ text }) => {
      const phrase = trimGreeting(text);
      return { phrase, key: phraseKey(phrase) };
    }),
    groups: groupSimilar(texts, languages).map(({ members }) => members),
  }),
  near({ groups, set }) {
    const model = roughly(set);
    return groups.map((phrases) => {
      const sums = new Map<string, number>();
      const read = phrases.slice(0, READ);
      for (const phrase of read)
        for (const { intent, confidence } of understand(model, phrase).ranked)
          sums.set(intent, (sums.get(intent) ?? 0) + confidence / read.length);
      const near = [...sums].map(([topic, confidence]) => ({ topic, confidence }));
      return near.sort((one, other) => other.confidence - one.confidence).slice(0, NEAREST);
    });
  },
  checks({ bot, through }) {
    const checks = bot.checks ?? [];
    if (checks.length === 0) return [];
    const program = compileBot(bot, () => exactly(trainingSet(botFacts(bot))));
    const places = placesOf(bot, through);
    return checks.flatMap((check) => {
      const { result, talk } = runCheck(program, check);
      const { nodes } = wayOf(program, talk);
      return places.some((place) => nodes.has(place)) ? [result] : [];
    });
  },
};

function placesOf(bot: Bot, through: Ask<'checks'>['through']): string[] {
  if (through !== 'phrases') return [`${through.flow}/${through.node}`];
  return bot.flows.flatMap(({ id, nodes }) =>
    nodes.filter(({ kind }) => kind === 'intent').map((node) => `${id}/${node.id}`),
  );
}

import { botFacts } from '../flow/botFacts.ts';
import { parseBot } from '../flow/parseBot.ts';
import type { Settings } from '../model/definitions.ts';
import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { embeddersFor, quickEmbeddersFor } from '../nlu/embedders.ts';
import { fingerprint } from '../nlu/fingerprint.ts';
import type { IntentModel, TrainingSet } from '../nlu/intentModel.ts';
import { trainIntents } from '../nlu/train.ts';
import type { VersionRow } from '../ports/botStore.ts';
import type { StoreReader } from '../ports/store.ts';
import { compileBot, trainingSet, type BotProgram } from '../runtime/compileBot.ts';
import type { Learn } from './learnInThread.ts';

/** Versions ready to run. They never change, so each is read and its phrases learned once. */
export interface Programs {
  /** Its phrases may not be learned yet: whoever needs them then waits for that, and everybody with it. */
  of(version: number): Result<{ readonly row: VersionRow; readonly program: BotProgram }>;
  /** Are its phrases learned, or is there nothing to learn? */
  isLearned(version: number): boolean;
  /** Has them learned while others go on. */
  learn(version: number): Promise<void>;
  /** Are phrases being learned again, with what takes longer? What was learned quickly serves meanwhile. */
  isLearningMore(): boolean;
  /** Forgets what is ready: what it was learned with has changed. */
  forget(): void;
  /** What its author has set; nothing where there is none, or it can't be read. */
  settings(version: number | null): Settings;
}

interface Loaded {
  readonly row: VersionRow;
  readonly program: BotProgram;
  /** Of its phrases: versions that have the same ones learn them once. */
  readonly phrases: string;
}

/** Conversations stand on few versions at a time; older ones are read again when needed. */
const KEPT = 8;

const inPlace: Learn = (set) => Promise.resolve(quickly(set));

/** `learnMore` is asked where vectors are chosen that a bot can do without for a while; null = it could not be done. */
export function createPrograms(
  read: Pick<StoreReader, 'version'>,
  learn: Learn = inPlace,
  learnMore?: (set: TrainingSet) => Promise<IntentModel | null>,
): Programs {
  const programs = new Map<number, Loaded>();
  const models = new Map<string, IntentModel>();
  const learning = new Map<string, Promise<IntentModel>>();
  /** Phrases to be learned with the slow vectors too, and the end of their queue: one thread of that is enough. */
  const more = new Set<string>();
  let queue = Promise.resolve();

  function improve(phrases: string, set: TrainingSet): void {
    if (learnMore === undefined || more.has(phrases) || !embeddersFor(set).some(({ slow }) => slow === true)) return;
    more.add(phrases);
    queue = queue.then(async () => {
      const model = fingerprint(set) === phrases ? await learnMore(set) : null;
      more.delete(phrases);
      if (model?.fingerprint !== phrases || !models.has(phrases)) return;
      keep(models, phrases, model);
      // They hold the model that was learned quickly.
      for (const [version, loaded] of programs) if (loaded.phrases === phrases) programs.delete(version);
    });
  }

  function load(id: number): Result<Loaded> {
    const stored = read.version(id);
    if (stored === null) return fail<Fault>({ code: 'notFound', what: 'version', id: String(id) });
    const bot = parseBot(stored.body);
    if (!bot.ok) return bot;
    const set = trainingSet(botFacts(bot.value));
    const phrases = fingerprint(set);
    const model = (): IntentModel => {
      const known = models.get(phrases);
      if (known !== undefined) return known;
      improve(phrases, set);
      return keep(models, phrases, quickly(set));
    };
    return ok({ row: stored.row, program: compileBot(bot.value, model), phrases });
  }

  function programOf(version: number): Result<Loaded> {
    const known = programs.get(version);
    if (known !== undefined) return ok(keep(programs, version, known));
    const loaded = load(version);
    return loaded.ok ? ok(keep(programs, version, loaded.value)) : loaded;
  }

  return {
    of: programOf,
    isLearned(version) {
      const loaded = programOf(version);
      if (!loaded.ok || loaded.value.program.facts.intents.length === 0) return true;
      const model = models.get(loaded.value.phrases);
      if (model !== undefined) keep(models, loaded.value.phrases, model);
      return model !== undefined;
    },
    async learn(version) {
      const loaded = programOf(version);
      if (!loaded.ok || models.has(loaded.value.phrases)) return;
      const { phrases, program } = loaded.value;
      const set = trainingSet(program.facts);
      const begun = learning.get(phrases) ?? learn(set);
      learning.set(phrases, begun);
      try {
        keep(models, phrases, await begun);
      } finally {
        learning.delete(phrases);
      }
      improve(phrases, set);
    },
    isLearningMore: () => more.size > 0,
    forget: () => programs.clear(),
    settings(version) {
      const loaded = version === null ? null : programOf(version);
      return loaded?.ok === true ? loaded.value.program.facts.settings : {};
    },
  };
}

function quickly(set: TrainingSet): IntentModel {
  return trainIntents(set, { embedders: quickEmbeddersFor(set) });
}

/** The one in use is the last to be forgotten. */
function keep<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
  return value;
}

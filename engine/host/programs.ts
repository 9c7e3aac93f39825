import { parseBot } from '../flow/parseBot.ts';
import type { Settings } from '../model/definitions.ts';
import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { fingerprint } from '../nlu/fingerprint.ts';
import type { IntentModel } from '../nlu/intentModel.ts';
import { botFacts } from '../flow/botFacts.ts';
import type { StoreReader, VersionRow } from '../ports/store.ts';
import { trainIntents } from '../nlu/train.ts';
import { compileBot, trainingSet, type BotProgram } from '../runtime/compileBot.ts';

/** Versions ready to run. They never change, so each is read and its phrases learned once. */
export interface Programs {
  of(version: number): Result<{ readonly row: VersionRow; readonly program: BotProgram }>;
  /** What its author has set; nothing where there is none, or it can't be read. */
  settings(version: number | null): Settings;
}

/** Conversations stand on few versions at a time; older ones are read again when needed. */
const KEPT = 8;

export function createPrograms(read: StoreReader): Programs {
  const programs = new Map<number, { row: VersionRow; program: BotProgram }>();
  const models = new Map<string, IntentModel>();

  function load(id: number): Result<{ row: VersionRow; program: BotProgram }> {
    const stored = read.version(id);
    if (stored === null) return fail<Fault>({ code: 'notFound', what: 'version', id: String(id) });
    const bot = parseBot(stored.body);
    if (!bot.ok) return bot;
    const set = trainingSet(botFacts(bot.value));
    const key = fingerprint(set);
    const model = models.get(key) ?? trainIntents(set);
    models.set(key, model);
    return ok({ row: stored.row, program: compileBot(bot.value, model) });
  }

  const programOf: Programs['of'] = (version) => {
    const known = programs.get(version);
    if (known !== undefined) {
      // The one in use is the last to be forgotten.
      programs.delete(version);
      programs.set(version, known);
      return ok(known);
    }
    const loaded = load(version);
    if (!loaded.ok) return loaded;
    programs.set(version, loaded.value);
    const [oldest] = programs.keys();
    if (programs.size > KEPT && oldest !== undefined) programs.delete(oldest);
    if (models.size > KEPT) models.delete([...models.keys()][0] ?? '');
    return loaded;
  };

  return {
    of: programOf,
    settings(version) {
      const loaded = version === null ? null : programOf(version);
      return loaded?.ok === true ? loaded.value.program.facts.settings : {};
    },
  };
}

import { errorCount, findProblems } from '../check/findProblems.ts';
import { type Bot, FORMAT } from '../flow/botSchema.ts';
import type { Fault } from '../model/fault.ts';
import { parseBot, readBot } from '../flow/parseBot.ts';
import { readNewer } from '../flow/readNewer.ts';
import { blankBot } from '../flow/templates/emptyTemplate.ts';
import { templateBot, type TemplateName } from '../flow/templates/templateBot.ts';
import { writeBot } from '../flow/writeBot.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Chance } from '../ports/chance.ts';
import type { Log } from '../ports/log.ts';
import type { Audience, BotDraft, VersionRow } from '../ports/botStore.ts';
import type { Store } from '../ports/store.ts';
import type { Params, Reply } from '../protocol.ts';
import { historyRows, readHistory } from './draftHistory.ts';
import type { LiveBot } from './liveVersions.ts';

/** The bots of this data folder: drafts and versions. */
export interface Bots {
  open(id: string): Result<{ bot: Bot; revision: number }>;
  /** For a window: with the steps of undo if it wants them, and also what is of a newer format. */
  view(id: string, history: boolean): Result<Reply<'bots.open'>>;
  /** The text of the bot file, of any format and in any condition. */
  file(id: string): Result<{ name: string; text: string }>;
  version(id: number): Result<Bot>;
  /** What these people meet, else what others do, else the newest; null = nothing was published. */
  published(id: string, audience: Audience, live: (audience: Audience) => LiveBot | null): VersionRow | null;
  /** Of the template `empty` only «start»: in the window it is drawn on, not read. */
  create(template: TemplateName, language: 'ru' | 'en', name?: string): Promise<Result<{ id: string }>>;
  /** A file of a newer format is kept as it is, to be looked at. */
  import(text: string): Promise<Result<{ id: string }>>;
  /** Without a history the steps of undo that were kept are forgotten. */
  save(
    id: string,
    base: number,
    bot: Bot,
    history?: Params<'bots.save'>['history'],
  ): Promise<Result<{ revision: number }>>;
  duplicate(id: string): Promise<Result<{ id: string }>>;
  /** Fault `publishBlocked` while the draft has errors. */
  publish(id: string, note: string): Promise<Result<VersionRow>>;
  condition(draft: BotDraft): Condition;
  /** The newest version that can be read. */
  copyOf(id: string): { readonly row: VersionRow; readonly bot: Bot } | null;
  /** Puts it in the place of the draft. */
  restore(id: string): Promise<Result<{ number: number }>>;
}

/** How a draft stands. `fault`: why it can't be read. */
interface Condition {
  readonly errors: number;
  readonly problems: number;
  readonly fault: Fault | null;
}

export function createBots(store: Store, chance: Chance, log: Log): Bots {
  const known = new Map<string, Condition & { readonly revision: number }>();

  function draft(id: string): Result<{ row: BotDraft; bot: Bot }> {
    const row = store.read.bot(id);
    if (row === null) return fail({ code: 'notFound', what: 'bot', id });
    const bot = parseBot(row.body);
    return bot.ok ? ok({ row, bot: bot.value }) : bot;
  }

  async function add(bot: Bot, textOf = (id: string) => writeBot({ ...bot, id })): Promise<Result<{ id: string }>> {
    const id = store.read.bot(bot.id) === null ? bot.id : `bot_${chance.secret(60)}`;
    const done = await store.write((writer) => writer.createBot(id, bot.name, textOf(id)));
    return done.ok ? ok({ id }) : done;
  }

  /** Written by a newer Dialogram into this very folder, or a newer file that was opened here. */
  function newer(id: string): Result<Reply<'bots.open'>> | null {
    const row = store.read.bot(id);
    const found = row && readNewer(row.body);
    if (!found) return null;
    return ok({ bot: found.bot, revision: row.revision, newer: { format: found.format, supported: FORMAT } });
  }

  function version(id: number): Result<Bot> {
    const found = store.read.version(id);
    return found === null ? fail({ code: 'notFound', what: 'version', id: String(id) }) : parseBot(found.body);
  }

  function copyOf(id: string): { row: VersionRow; bot: Bot } | null {
    for (const row of store.read.versions(id)) {
      const bot = version(row.id);
      if (bot.ok) return { row, bot: bot.value };
    }
    return null;
  }

  return {
    open(id) {
      const found = draft(id);
      return found.ok ? ok({ bot: found.value.bot, revision: found.value.row.revision }) : found;
    },
    view(id, history) {
      const found = draft(id);
      if (!found.ok) return found.fault.code === 'formatNewer' ? (newer(id) ?? found) : found;
      const { bot, row } = found.value;
      const kept = history ? { history: readHistory(store, id, row.revision, log) } : {};
      return ok({ bot, revision: row.revision, ...kept });
    },
    file(id) {
      const found = draft(id);
      if (found.ok) return ok({ name: found.value.bot.name, text: writeBot(found.value.bot) });
      // Damaged or from a newer version, it is still theirs: handed out as it is stored.
      const row = store.read.bot(id);
      return row === null ? found : ok({ name: row.name, text: row.body });
    },
    version,
    published(id, audience, live) {
      const order: readonly Audience[] = audience === 'all' ? ['all', 'test'] : ['test', 'all'];
      const present = order.map(live).find((one) => one?.bot === id)?.version;
      const versions = store.read.versions(id);
      return versions.find((row) => row.id === present) ?? versions[0] ?? null;
    },
    create: (template, language, name) =>
      add({
        ...(template === 'empty' ? blankBot(language) : templateBot(template, language)),
        id: `bot_${chance.secret(60)}`,
        ...(name === undefined || name.trim() === '' ? {} : { name: name.trim() }),
      }),
    async import(text) {
      const bot = parseBot(text);
      if (!bot.ok) {
        const found = bot.fault.code === 'formatNewer' ? readNewer(text) : null;
        return found === null ? bot : add(found.bot, (id) => `${JSON.stringify({ ...found.raw, id }, null, 2)}\n`);
      }
      // Opened once more as it is: the same bot, not one more of it.
      const isHere = store.read.bot(bot.value.id)?.body === writeBot(bot.value);
      return isHere ? ok({ id: bot.value.id }) : add(bot.value);
    },
    async save(id, base, bot, history) {
      const checked = readBot(bot);
      if (!checked.ok) return checked;
      const stored = store.read.bot(id);
      const over = stored && readNewer(stored.body);
      if (over) return fail({ code: 'formatNewer', format: over.format, supported: FORMAT });
      const text = writeBot({ ...checked.value, id });
      const done = await store.write((writer) => {
        const row = writer.saveBot(id, base, checked.value.name, text);
        if (row !== null) writer.putDraftSteps(id, row.revision, historyRows(history));
        return row;
      });
      if (!done.ok) return done;
      if (done.value !== null) return ok({ revision: done.value.revision });
      const present = store.read.bot(id);
      return present === null
        ? fail({ code: 'notFound', what: 'bot', id })
        : fail({ code: 'changedElsewhere', revision: present.revision });
    },
    async duplicate(id) {
      const draftOf = draft(id);
      const found = draftOf.ok ? draftOf : (newer(id) ?? draftOf);
      if (!found.ok) return found;
      const { bot } = found.value;
      return add({ ...bot, id: `bot_${chance.secret(60)}`, name: `${bot.name} (2)` });
    },
    async publish(id, note) {
      const found = draft(id);
      if (!found.ok) return found;
      const errors = errorCount(findProblems(found.value.bot));
      if (errors > 0) return fail({ code: 'publishBlocked', errors });
      return store.write((writer) => writer.publish(id, writeBot(found.value.bot), note));
    },
    condition(row) {
      const before = known.get(row.id);
      if (before?.revision === row.revision) return before;
      const bot = parseBot(row.body);
      const problems = bot.ok ? findProblems(bot.value) : [];
      const fault = bot.ok ? null : bot.fault;
      const now = { revision: row.revision, errors: errorCount(problems), problems: problems.length, fault };
      known.set(row.id, now);
      return now;
    },
    copyOf,
    async restore(id) {
      const row = store.read.bot(id);
      const copy = copyOf(id);
      if (row === null || copy === null) return fail({ code: 'notFound', what: row === null ? 'bot' : 'version', id });
      // Mended meanwhile: what can be read is never replaced.
      if (parseBot(row.body).ok) return fail({ code: 'changedElsewhere', revision: row.revision });
      const text = writeBot({ ...copy.bot, id });
      const done = await store.write((writer) => writer.saveBot(id, row.revision, copy.bot.name, text));
      return done.ok ? ok({ number: copy.row.number }) : done;
    },
  };
}

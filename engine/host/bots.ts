import { errorCount, findProblems } from '../check/findProblems.ts';
import type { Bot } from '../flow/botSchema.ts';
import { parseBot, readBot } from '../flow/parseBot.ts';
import { blankBot } from '../flow/templates/emptyTemplate.ts';
import { templateBot, type TemplateName } from '../flow/templates/templateBot.ts';
import { writeBot } from '../flow/writeBot.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Chance } from '../ports/chance.ts';
import type { BotDraft, Store, VersionRow } from '../ports/store.ts';

/** The bots of this data folder: drafts and versions. */
export interface Bots {
  open(id: string): Result<{ bot: Bot; revision: number }>;
  version(id: number): Result<Bot>;
  /** What customers meet, or met last; null = nothing was published. */
  published(id: string, live: { readonly bot: string; readonly version: number } | null): Result<Bot> | null;
  /** Of the template `empty` only «start»: in the window it is drawn on, not read. */
  create(template: TemplateName, language: 'ru' | 'en', name?: string): Promise<Result<{ id: string }>>;
  import(text: string): Promise<Result<{ id: string }>>;
  save(id: string, base: number, bot: Bot): Promise<Result<{ revision: number }>>;
  duplicate(id: string): Promise<Result<{ id: string }>>;
  /** Fault `publishBlocked` while the draft has errors. */
  publish(id: string, note: string): Promise<Result<VersionRow>>;
  rollback(id: string, version: number): Promise<Result<VersionRow>>;
  errors(draft: BotDraft): number;
}

export function createBots(store: Store, chance: Chance): Bots {
  const counted = new Map<string, { revision: number; errors: number }>();

  function draft(id: string): Result<{ row: BotDraft; bot: Bot }> {
    const row = store.read.bot(id);
    if (row === null) return fail({ code: 'notFound', what: 'bot', id });
    const bot = parseBot(row.body);
    return bot.ok ? ok({ row, bot: bot.value }) : bot;
  }

  async function add(bot: Bot): Promise<Result<{ id: string }>> {
    const id = store.read.bot(bot.id) === null ? bot.id : `bot_${chance.secret(60)}`;
    const done = await store.write((writer) => writer.createBot(id, bot.name, writeBot({ ...bot, id })));
    return done.ok ? ok({ id }) : done;
  }

  function version(id: number): Result<Bot> {
    const found = store.read.version(id);
    return found === null ? fail({ code: 'notFound', what: 'version', id: String(id) }) : parseBot(found.body);
  }

  return {
    open(id) {
      const found = draft(id);
      return found.ok ? ok({ bot: found.value.bot, revision: found.value.row.revision }) : found;
    },
    version,
    published(id, live) {
      const newest = live?.bot === id ? live.version : store.read.versions(id)[0]?.id;
      return newest === undefined ? null : version(newest);
    },
    create: (template, language, name) =>
      add({
        ...(template === 'empty' ? blankBot(language) : templateBot(template, language)),
        id: `bot_${chance.secret(60)}`,
        ...(name === undefined || name.trim() === '' ? {} : { name: name.trim() }),
      }),
    async import(text) {
      const bot = parseBot(text);
      return bot.ok ? add(bot.value) : bot;
    },
    async save(id, base, bot) {
      const checked = readBot(bot);
      if (!checked.ok) return checked;
      const done = await store.write((writer) =>
        writer.saveBot(id, base, checked.value.name, writeBot({ ...checked.value, id })),
      );
      if (!done.ok) return done;
      if (done.value !== null) return ok({ revision: done.value.revision });
      const present = store.read.bot(id);
      return present === null
        ? fail({ code: 'notFound', what: 'bot', id })
        : fail({ code: 'changedElsewhere', revision: present.revision });
    },
    async duplicate(id) {
      const found = draft(id);
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
    async rollback(id, version) {
      const old = store.read.version(version);
      if (old?.row.bot !== id) return fail({ code: 'notFound', what: 'version', id: String(version) });
      return store.write((writer) => writer.publish(id, old.body, `← ${String(old.row.number)}`));
    },
    errors(row) {
      const known = counted.get(row.id);
      if (known?.revision === row.revision) return known.errors;
      const bot = parseBot(row.body);
      const errors = bot.ok ? errorCount(findProblems(bot.value)) : 1;
      counted.set(row.id, { revision: row.revision, errors });
      return errors;
    },
  };
}

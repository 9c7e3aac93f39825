import { replay } from '../check/replay/replay.ts';
import { replayOn } from '../check/replay/replayOn.ts';
import { scopeOfLead } from '../model/leadKey.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { SessionRow } from '../ports/sessionStore.ts';
import type { LiveSession } from '../protocol/liveViews.ts';
import { compileBot, type BotProgram } from '../runtime/compileBot.ts';
import type { Handlers } from './handlers.ts';
import type { Engine } from './engine.ts';
import { ownerRow, type OwnerEvent } from './ownerRow.ts';
import { sayAsPerson } from './sayAsPerson.ts';
import { talkDetails } from './talkDetails.ts';
import { talkRecord } from './talkRecord.ts';

type LiveHandlers = Pick<
  Handlers,
  | 'live.list'
  | 'live.open'
  | 'live.details'
  | 'live.record'
  | 'live.replay'
  | 'live.restart'
  | 'live.setOwner'
  | 'live.pause'
  | 'live.say'
>;
const TURNS_SHOWN = 200;

/**
 * The conversations as they are. Reading only, but for «take», «return» and «begin anew», which go through the lead's own queue, and a
 * person's words, which go to the CRM alone.
 */
export function liveApi(engine: Engine, now: () => number): LiveHandlers {
  const { store } = engine;

  /** From this commit on not a word of the bot is begun (`mayBeTaken`), whenever its turn comes. */
  async function tell(lead: string, event: OwnerEvent): Promise<Result<Record<string, never>>> {
    // Of an account that was left it is read, but nothing is done to it.
    if (store.read.session(lead) === null || scopeOfLead(lead) !== engine.connection.scope())
      return fail({ code: 'notFound', what: 'lead', id: lead });
    const done = await store.write((writer) => writer.putInbox(ownerRow(lead, event, now(), mark())));
    if (!done.ok) return done;
    engine.wake(lead);
    return ok({});
  }
  // Two presses in one millisecond are two.
  let presses = 0;
  const mark = (): string => String((presses += 1));

  return {
    'live.list': ({ limit }) =>
      ok({
        sessions: store.read
          .sessions(Math.min(limit, 1_000))
          .map((row) => ({ ...row, tester: isTester(engine, row.lead) })),
        total: store.read.sessionCount(),
      }),
    'live.open'({ lead }) {
      const row = store.read.session(lead);
      if (row === null) return fail({ code: 'notFound', what: 'lead', id: lead });
      const bot = engine.bots.version(row.version);
      if (!bot.ok) return bot;
      const deliveries = store.read
        .outbox(lead, TURNS_SHOWN)
        .map((sent) => ({ effect: sent.effect.id, state: sent.state, attempts: sent.attempts, reason: sent.reason }));
      const turns = store.read.traces(lead, TURNS_SHOWN).map(({ id, at, version, event, entries, effects }) => ({
        id,
        at,
        version,
        event,
        entries: [...entries],
        effects: [...effects],
      }));
      return ok({ session: sessionView(engine, row), turns, deliveries, bot: bot.value });
    },
    'live.details'({ lead }) {
      const row = store.read.session(lead);
      if (row === null) return fail({ code: 'notFound', what: 'lead', id: lead });
      return talkDetails(row, store.read.version(row.version)?.row ?? null, engine.bots.version(row.version));
    },
    'live.record'({ lead }) {
      const record = talkRecord(store.read, lead);
      return record.ok ? ok({ record: record.value }) : record;
    },
    'live.replay'({ lead, on }) {
      const record = talkRecord(store.read, lead);
      if (!record.ok) return record;
      if (on === 'version') {
        const programOf = (version: number): BotProgram | null => {
          const loaded = engine.programs.of(version);
          return loaded.ok ? loaded.value.program : null;
        };
        return ok({ on, report: replay(record.value, programOf) });
      }
      const draft = engine.bots.open(record.value.bot);
      if (!draft.ok) return draft;
      const { bot } = draft.value;
      return ok({ on, report: replayOn(record.value, compileBot(bot)), bot });
    },
    'live.restart': ({ lead, forget }) =>
      tell(lead, { type: 'owner', owner: 'bot', restart: forget ? 'customer' : 'talk' }),
    'live.setOwner': ({ lead, owner }) => tell(lead, { type: 'owner', owner }),
    async 'live.say'({ lead, text }) {
      const said = await sayAsPerson(lead, text, `${String(now())}-${mark()}`, store, engine.connection);
      return said.ok ? ok({}) : said;
    },
    'live.pause': ({ lead, until, note }) =>
      tell(lead, { type: 'owner', owner: 'human', pauseUntil: until, ...(note === undefined ? {} : { note }) }),
  };
}

/** A conversation as the list in Live shows it. */
export function sessionView(engine: Engine, row: SessionRow): LiveSession {
  const { state } = row;
  return {
    lead: row.lead,
    name: state.customer.name ?? '',
    channel: state.channel,
    owner: state.owner,
    reason: state.reason,
    phase: state.phase,
    status: state.status,
    node: state.wait?.place.node ?? null,
    lastText: row.lastText,
    updatedAt: row.updatedAt,
    ...engine.store.read.ahead(row.lead),
    botVersion: engine.store.read.version(row.version)?.row.number ?? 0,
    tester: isTester(engine, row.lead),
  };
}

/** Where everyone is one, it says nothing about anybody. */
function isTester({ testers }: Engine, lead: string): boolean {
  return testers.leads() !== undefined && testers.has(lead);
}

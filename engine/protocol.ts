import { z } from 'zod';
import { recordSchema } from './check/replay/record.ts';
import { draftReportSchema, replayReportSchema } from './check/replay/reports.ts';
import { botSchema } from './flow/botSchema.ts';
import { changeSchema } from './flow/diff/change.ts';
import { patchSchema } from './flow/patch/patchSchema.ts';
import { effectSchema } from './model/effect.ts';
import { httpReplySchema, turnEventSchema } from './model/event.ts';
import { faultSchema } from './model/fault.ts';
import { LIMITS } from './model/limits.ts';
import { ownerSchema } from './model/state.ts';
import { traceEntrySchema } from './model/trace.ts';
import { FATES } from './runtime/versionRule.ts';

/**
 * The wire between a window and the engine: one file for both sides. Requests are answered in any order by `id`; pushes
 * come unasked. Handlers (`host/api.ts`) and the typed client (`renderer/bridge.ts`) are derived from `REQUESTS`.
 */
/** No block asks for more (engine/nodes/http/limits.ts); a window can't hold a connection for longer. */
const LONGEST_REQUEST_MS = 30_000;
const none = z.object({});
/** For whom a version is: the people who try it out, or all customers. */
const audience = z.enum(['test', 'all']);
const botRow = z.object({
  id: z.string(),
  name: z.string(),
  revision: z.number(),
  updatedAt: z.number(),
  /** The version customers meet, if this bot is live. */
  live: z.number().nullable(),
  /** The version test contacts meet instead, if this bot is being tried out. */
  test: z.number().nullable(),
  /** Newest published number, 0 = never. */
  published: z.number(),
  /** For whom the next version is, unless somebody chooses: test contacts, until all customers have met the bot. */
  audience,
  errors: z.number(),
  /** Of every level, as the editor counts them. */
  problems: z.number(),
  /** The stored draft can't be read. `copy`: number of the newest version that can take its place. */
  broken: z.object({ fault: faultSchema, copy: z.number().nullable() }).nullable(),
});
const source = z.object({
  id: z.string(),
  type: z.string(),
  login: z.string(),
  active: z.boolean(),
  enabled: z.boolean(),
});
const manager = z.object({ id: z.string(), login: z.string(), name: z.string(), owner: z.boolean() });
const statusMatch = z.object({
  /** Id in the bot; null = only in the CRM. */
  status: z.string().nullable(),
  name: z.string(),
  /** Id in the CRM («External ID»); null = only in the bot. */
  external: z.string().nullable(),
  externalName: z.string().nullable(),
  kind: z.enum(['matched', 'renamed', 'onlyHere', 'onlyThere']),
});
const connection = z.object({
  kind: z.enum(['none', 'sandbox', 'umnico']),
  /** Is the account answering? `fault` says why not. */
  state: z.enum(['off', 'checking', 'on', 'failed']),
  fault: faultSchema.nullable(),
  account: z.string().nullable(),
  manager: manager.nullable(),
  managers: z.array(manager),
  sources: z.array(source),
  webhook: z.object({
    state: z.enum(['off', 'on', 'wrongAddress', 'failed']),
    address: z.string(),
    others: z.number(),
  }),
  /** The sandbox's own page, when it runs. */
  sandboxUrl: z.string().nullable(),
  /** Where the token is kept: keychain, an unprotected file, memory only; null = none saved. */
  secret: z.enum(['keychain', 'file', 'memory']).nullable(),
});
const liveBot = z.object({ bot: z.string(), name: z.string(), version: z.number(), number: z.number() }).nullable();
const status = z.object({
  version: z.string(),
  folder: z.string(),
  startedAt: z.number(),
  running: z.boolean(),
  connection,
  /** What all customers meet. */
  live: liveBot,
  /** What test contacts meet instead. */
  test: liveBot,
  statusesLinked: z.object({ linked: z.number(), total: z.number(), missing: z.array(z.string()) }),
  queues: z.object({
    inboxNew: z.number(),
    inboxParked: z.number(),
    outboxOpen: z.number(),
    outboxUnknown: z.number(),
    outboxDead: z.number(),
  }),
});
export type EngineStatus = z.infer<typeof status>;
const session = z.object({
  lead: z.string(),
  name: z.string(),
  channel: z.string(),
  owner: ownerSchema,
  reason: z.string(),
  phase: z.string(),
  status: z.string().nullable(),
  node: z.string().nullable(),
  lastText: z.string(),
  updatedAt: z.number(),
  botVersion: z.number(),
  /** One of the test contacts that were chosen. */
  tester: z.boolean(),
});
export type LiveSession = z.infer<typeof session>;
const turn = z.object({
  id: z.number(),
  at: z.number(),
  version: z.number(),
  event: turnEventSchema,
  entries: z.array(traceEntrySchema),
  effects: z.array(effectSchema),
});
export type LiveTurn = z.infer<typeof turn>;
const delivery = z.object({
  effect: z.string(),
  state: z.enum(['ready', 'sending', 'sent', 'unknown', 'cancelled', 'dead']),
  attempts: z.number(),
  reason: z.string().nullable(),
});
const version = z.object({
  id: z.number(),
  number: z.number(),
  note: z.string(),
  publishedAt: z.number(),
  /** The widest it was ever published to. */
  audience,
});
const versionName = z.object({ id: z.number(), number: z.number() });
const testers = z.object({
  /** Everybody in the sandbox: nobody there is real. */
  everyone: z.boolean(),
  mayBeEveryone: z.boolean(),
  contacts: z.array(z.object({ id: z.string(), name: z.string(), login: z.string() })),
  /** Whoever writes this to the bot becomes a test contact. */
  word: z.string().nullable(),
});
export type Testers = z.infer<typeof testers>;

/** A step of undo as it is kept with a draft: what it is called, where it was, and what it changed. */
export const draftStepSchema = z.object({
  id: z.string(),
  label: z.object({ key: z.string(), name: z.string().optional(), count: z.number().optional() }),
  touched: z.object({ flow: z.string(), nodes: z.array(z.string()) }),
  /** Epoch ms of its last edit. */
  at: z.number(),
  patch: patchSchema,
});
export type DraftStep = z.infer<typeof draftStepSchema>;
const stepIds = z.array(z.string()).max(LIMITS.draftSteps);
/** Oldest first; the last `undone` of them can be redone. */
const draftHistory = z.object({ steps: z.array(draftStepSchema), undone: z.number() });
export type DraftHistory = z.infer<typeof draftHistory>;

const inBothLanguages = z.object({ ru: z.string(), en: z.string() });
const publishPreview = z.object({
  errors: z.number(),
  /** What `changes` are told against: what these people meet now, else what others do, else the newest; null = nothing. */
  against: versionName.nullable(),
  /** Null = the first publication. */
  changes: z.array(changeSchema.extend({ flowName: z.string().nullable(), words: inBothLanguages })).nullable(),
  /** Conversations under way by where they wait; place and names are null where they wait nowhere. */
  waiting: z.array(
    z.object({
      flow: z.string().nullable(),
      node: z.string().nullable(),
      flowName: z.string().nullable(),
      name: inBothLanguages.nullable(),
      people: z.number(),
      becomes: z.enum(['movesNow', 'finishesOnOld', 'withPerson']),
      /** What the new version makes of that place. */
      why: z.enum(FATES),
    }),
  ),
  total: z.number(),
});

function request<P extends z.ZodType, R extends z.ZodType>(params: P, reply: R): { params: P; reply: R } {
  return { params, reply };
}

export const REQUESTS = {
  'engine.status': request(none, status),
  'bots.list': request(none, z.object({ bots: z.array(botRow) })),
  /** Conversations with something going on in the last 24 hours, by bot; `hours`: oldest first. */
  'bots.activity': request(
    none,
    z.object({ bots: z.array(z.object({ id: z.string(), people: z.number(), hours: z.array(z.number()) })) }),
  ),
  /**
   * `history` asks for the steps of undo kept with the draft. `newer`: the draft is of a newer format and is shown as far as
   * it can be read; it is not to be changed here.
   */
  'bots.open': request(
    z.object({ id: z.string(), history: z.boolean().optional() }),
    z.object({
      bot: botSchema,
      revision: z.number(),
      history: draftHistory.optional(),
      newer: z.object({ format: z.number(), supported: z.number() }).optional(),
    }),
  ),
  'bots.create': request(
    z.object({
      template: z.enum(['menu', 'nlp', 'order', 'booking', 'after-hours', 'empty', 'flowers']),
      language: z.enum(['ru', 'en']),
      name: z.string().optional(),
    }),
    z.object({ id: z.string() }),
  ),
  /** `text` is a bot file; an id that is taken gets a new one. */
  'bots.import': request(z.object({ text: z.string() }), z.object({ id: z.string() })),
  /**
   * Fault `changedElsewhere` when `base` is not the present revision. With the draft stand its steps of undo, by id and oldest
   * first (`undone`: how many at the end can be redone); `steps` holds those the engine has not got yet. Without a history
   * what was kept is forgotten: it would not fit the draft any more.
   */
  'bots.save': request(
    z.object({
      id: z.string(),
      base: z.number(),
      bot: botSchema,
      history: z.object({ ids: stepIds, undone: z.number().int().min(0), steps: z.array(draftStepSchema) }).optional(),
    }),
    z.object({ revision: z.number() }),
  ),
  'bots.duplicate': request(z.object({ id: z.string() }), z.object({ id: z.string() })),
  'bots.delete': request(z.object({ id: z.string() }), none),
  /** Value: the canonical text of the bot file; of a draft that can't be read, what is stored. */
  'bots.export': request(z.object({ id: z.string() }), z.object({ name: z.string(), text: z.string() })),
  /** Puts the newest version that can be read in the place of a draft that can't. */
  'bots.restore': request(z.object({ id: z.string() }), z.object({ number: z.number() })),
  /**
   * Publishes the draft as it is stored and makes it live, for all customers unless it is said otherwise. Fault
   * `publishBlocked` while it has errors. `waiting`: people who finish on an older version. `before`: what was
   * live until now.
   */
  'bots.publish': request(
    z.object({ id: z.string(), note: z.string().optional(), audience: audience.optional() }),
    z.object({ version, waiting: z.number(), before: z.object({ all: liveBot, test: liveBot }) }),
  ),
  /** What publishing the draft as it is stored (or bringing back `version`) would do; changes nothing. */
  'bots.publishPreview': request(
    z.object({ id: z.string(), audience: audience.optional(), version: z.number().optional() }),
    publishPreview,
  ),
  'bots.versions': request(z.object({ id: z.string() }), z.object({ versions: z.array(version) })),
  'bots.version': request(z.object({ version: z.number() }), z.object({ bot: botSchema })),
  /** Makes a version live again, the very one, for all customers unless it is said otherwise. */
  'bots.rollback': request(
    z.object({ id: z.string(), version: z.number(), audience: audience.optional() }),
    z.object({ version, waiting: z.number() }),
  ),
  /** Says by versions who meets what, null = nobody: takes a publication back, or ends a test. */
  'bots.restoreLive': request(z.object({ all: z.number().nullable(), test: z.number().nullable() }), none),
  /** Test contacts of the account that is connected. */
  'testers.list': request(none, z.object({ testers })),
  'testers.change': request(
    z.discriminatedUnion('op', [
      z.object({ op: z.literal('addLead'), lead: z.string() }),
      /** A phone or a nickname, as the channel gives it. */
      z.object({ op: z.literal('addLogin'), login: z.string().max(100) }),
      z.object({ op: z.literal('remove'), id: z.string() }),
      z.object({ op: z.literal('everyone'), on: z.boolean() }),
      /** Wait for whoever writes a word, which is made here; or do not any more. */
      z.object({ op: z.literal('word'), on: z.boolean(), language: z.enum(['ru', 'en']) }),
    ]),
    z.object({ testers }),
  ),
  /** Stops answering customers; what is in flight is finished. */
  'engine.stop': request(none, none),
  'engine.start': request(none, none),
  'connection.sandbox': request(z.object({ language: z.enum(['ru', 'en']) }), z.object({ connection })),
  /** Looks, changes nothing: account, people and sources behind this token. */
  'connection.checkToken': request(
    z.object({ token: z.string(), baseUrl: z.string().optional() }),
    z.object({ account: z.string(), managers: z.array(manager), sources: z.array(source) }),
  ),
  'connection.umnico': request(
    z.object({
      /** Absent = the saved token. */
      token: z.string().optional(),
      baseUrl: z.string().optional(),
      manager: z.string(),
      sources: z.array(z.string()),
      /** The address under which the outside reaches the webhook listener; absent = a tunnel is not set up yet. */
      publicUrl: z.string().optional(),
      /** May the token be written to an unprotected file where there is no keychain? */
      allowFile: z.boolean().optional(),
    }),
    z.object({ connection }),
  ),
  'connection.setSources': request(z.object({ sources: z.array(z.string()) }), z.object({ connection })),
  'connection.setManager': request(z.object({ manager: z.string() }), z.object({ connection })),
  'connection.disconnect': request(none, z.object({ connection })),
  'connection.refresh': request(none, z.object({ connection })),
  /** Shows what linking would do; changes nothing. */
  'statuses.preview': request(z.object({ bot: z.string() }), z.object({ matches: z.array(statusMatch) })),
  'statuses.apply': request(
    z.object({ bot: z.string(), links: z.array(z.object({ status: z.string(), external: z.string() })) }),
    z.object({ linked: z.number(), missing: z.array(z.string()) }),
  ),
  'statuses.links': request(
    z.object({ bot: z.string() }),
    z.object({ links: z.array(z.object({ status: z.string(), external: z.string(), name: z.string() })) }),
  ),
  'live.list': request(z.object({ limit: z.number() }), z.object({ sessions: z.array(session), total: z.number() })),
  'live.open': request(
    z.object({ lead: z.string() }),
    z.object({ session, turns: z.array(turn), deliveries: z.array(delivery), bot: botSchema }),
  ),
  /** A conversation's record with its versions: it replays anywhere. */
  'live.record': request(z.object({ lead: z.string() }), z.object({ record: recordSchema })),
  /** Plays the record again: on the versions it ran on, or on its bot as it is drawn now. */
  'live.replay': request(
    z.object({ lead: z.string(), on: z.enum(['version', 'draft']) }),
    z.discriminatedUnion('on', [
      z.object({ on: z.literal('version'), report: replayReportSchema }),
      z.object({ on: z.literal('draft'), report: draftReportSchema, bot: botSchema }),
    ]),
  ),
  'live.setOwner': request(z.object({ lead: z.string(), owner: z.enum(['bot', 'human']) }), none),
  /** Makes a request of an HTTP block for its author, who asked for a real one; a status is a reply, whatever it says. */
  'test.request': request(
    z.object({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      body: z.string().optional(),
      timeoutMs: z.number().min(1).max(LONGEST_REQUEST_MS),
    }),
    httpReplySchema,
  ),
  'settings.get': request(z.object({ key: z.string() }), z.object({ value: z.unknown() })),
  'settings.set': request(z.object({ key: z.string(), value: z.unknown() }), none),
} as const;

export type Method = keyof typeof REQUESTS;
export type Params<M extends Method> = z.input<(typeof REQUESTS)[M]['params']>;
export type Reply<M extends Method> = z.output<(typeof REQUESTS)[M]['reply']>;

export const requestSchema = z.object({ id: z.number(), method: z.string(), params: z.unknown() });
export type RequestEnvelope = z.infer<typeof requestSchema>;

export const replySchema = z.union([
  z.object({ id: z.number(), ok: z.literal(true), value: z.unknown() }),
  z.object({ id: z.number(), ok: z.literal(false), fault: faultSchema }),
]);
export type ReplyEnvelope = z.infer<typeof replySchema>;

export const pushSchema = z.discriminatedUnion('push', [
  z.object({ push: z.literal('status'), status }),
  z.object({ push: z.literal('bots') }),
  z.object({ push: z.literal('session'), session }),
  z.object({ push: z.literal('turn'), lead: z.string(), turn }),
  z.object({ push: z.literal('delivery'), lead: z.string(), delivery }),
]);
export type Push = z.infer<typeof pushSchema>;

/**
 * On the desktop the engine asks its parent process for the token, because only that one reaches the keychain. It never
 * travels by environment or arguments, and never to a window.
 */
export const secretAskSchema = z.object({
  ask: z.number(),
  secret: z.discriminatedUnion('op', [
    z.object({ op: z.literal('get') }),
    z.object({ op: z.literal('set'), value: z.string(), allowFile: z.boolean() }),
    z.object({ op: z.literal('clear') }),
  ]),
});
export type SecretAsk = z.infer<typeof secretAskSchema>;

/** `kind` says where it is kept: null = nowhere (there is no keychain and a file was not allowed). */
export const secretAnswerSchema = z.object({
  answer: z.number(),
  value: z.string().nullable(),
  kind: z.enum(['keychain', 'file', 'memory']).nullable(),
});
export type SecretAnswer = z.infer<typeof secretAnswerSchema>;

/** What the engine process says to its parent besides replies and pushes. `ready` comes once, or `failed` instead of it. */
export const engineNewsSchema = z.discriminatedUnion('news', [
  z.object({ news: z.literal('ready') }),
  z.object({ news: z.literal('failed'), fault: faultSchema }),
]);
export type EngineNews = z.infer<typeof engineNewsSchema>;

/** What the parent sends besides requests and answers: finish what has begun, then exit. */
export const stopSchema = z.object({ stop: z.literal(true) });

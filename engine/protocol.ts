import { z } from 'zod';
import { recordSchema } from './check/replay/record.ts';
import { draftReportSchema, replayReportSchema } from './check/replay/reports.ts';
import { botSchema } from './flow/botSchema.ts';
import { sealedHeaders } from './model/effect.ts';
import { httpReplySchema } from './model/event.ts';
import { faultSchema } from './model/fault.ts';
import { LIMITS } from './model/limits.ts';
import { readBackMode } from './model/readBackMode.ts';
import { audience, botRow, liveBot, publishPreview, testers, version } from './protocol/botViews.ts';
import { connection, manager, source, statusMatch } from './protocol/connectionViews.ts';
import { backup, customerKey, dataView, erased, foundCustomer } from './protocol/dataViews.ts';
import { draftHistory, draftStepSchema, stepIds } from './protocol/draftHistory.ts';
import { queues, status } from './protocol/engineView.ts';
import { tunnelSettingsSchema } from './protocol/tunnelViews.ts';
import { delivery, details, session, turn } from './protocol/liveViews.ts';
import { topicHits, unrecognised } from './protocol/phrases.ts';
import { hostsChoice, keyChoice, requestSettings } from './protocol/requestViews.ts';
import { queueChoice, queueCounts, queueKind, queueOutcome, queueRow } from './protocol/queueViews.ts';
import { vectorsView } from './protocol/vectorsView.ts';

/**
 * The wire between a window and the engine: one table for both sides. Requests are answered in any order by `id`; pushes
 * come unasked. Handlers (`host/api.ts`) and the typed client (`renderer/bridge.ts`) are derived from `REQUESTS`; the
 * shapes of what is shown stand in `protocol/`.
 */

/** No block asks for more (engine/nodes/http/limits.ts); a window can't hold a connection for longer. */
const LONGEST_REQUEST_MS = 30_000;
const none = z.object({});
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
      /** The address under which the outside reaches the webhook listener; absent = as `connection.setTunnel` said, or not yet. */
      publicUrl: z.string().optional(),
      /** May the token be written to an unprotected file where there is no keychain? */
      allowFile: z.boolean().optional(),
    }),
    z.object({ connection }),
  ),
  /**
   * How the outside reaches this engine. Opened, looked through and registered at once; how far it got is in
   * `connection.tunnel`, kept fresh by pushes. `secret` (password, passphrase, token): absent = the one that is kept, empty =
   * none. `settings` null = nothing is opened any more, and the secret is forgotten.
   */
  'connection.setTunnel': request(
    z.object({
      settings: tunnelSettingsSchema.nullable(),
      secret: z.string().max(10_000).optional(),
      /** May the secret be written to an unprotected file where there is no keychain? */
      allowFile: z.boolean().optional(),
    }),
    z.object({ connection }),
  ),
  /** Looks through the public address now; what is down is opened now. */
  'connection.checkTunnel': request(none, z.object({ connection })),
  /** The SSH server's new key is the right one: fault `notFound` unless it is the one it showed. */
  'connection.trustHostKey': request(z.object({ fingerprint: z.string() }), z.object({ connection })),
  'connection.setSources': request(z.object({ sources: z.array(z.string()) }), z.object({ connection })),
  /** `fast`: who is known is answered before the account's history has shown what a webhook told. */
  'connection.setReadBack': request(z.object({ mode: readBackMode }), none),
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
  /** Read only; changes with each turn. Fault: `notFound`. */
  'live.details': request(z.object({ lead: z.string() }), details),
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
  /** The bot keeps quiet with this customer until then (epoch ms), or until somebody calls it back (null). */
  'live.pause': request(
    z.object({ lead: z.string(), until: z.number().nullable(), note: z.string().max(500).optional() }),
    none,
  ),
  /**
   * Sends a person's own words to the customer, in the name of the employee the bot writes as. They stand in the conversation
   * once the CRM tells of them. Faults `timeout`, `upstreamDown`, `badReply`, `engineGone`, `internal`: nobody knows whether
   * they arrived. `notFound`: no conversation of the present account; `notConnected`: nothing was sent. Nothing is sent twice.
   */
  'live.say': request(
    z.object({ lead: z.string(), text: z.string().trim().min(1).max(LIMITS.messageCharacters) }),
    none,
  ),
  /**
   * The bot has the conversation, and begins it anew when the customer writes; nothing is sent now. `forget`: what it has
   * learnt of the customer goes too, as if they had never written.
   */
  'live.restart': request(z.object({ lead: z.string(), forget: z.boolean() }), none),
  'live.setOwner': request(z.object({ lead: z.string(), owner: z.enum(['bot', 'human']) }), none),
  /** What customers wrote and the bot did not understand: one line a text, the newest first, also what was put aside. */
  'phrases.unrecognised': request(z.object({ bot: z.string() }), z.object({ texts: z.array(unrecognised) })),
  /** Puts texts aside by their keys, now and when they are said again, or brings them back. */
  'phrases.ignore': request(
    z.object({ bot: z.string(), keys: z.array(z.string()).min(1).max(1_000), ignored: z.boolean() }),
    none,
  ),
  /** How often each topic was recognised in the last seven days, today's included. */
  'phrases.hits': request(z.object({ bot: z.string() }), z.object({ topics: z.array(topicHits) })),
  /** Of what waits the oldest rows, of what went wrong the newest; at most a few hundred a queue. `counts`: all there are. */
  'queues.list': request(
    z.object({ kinds: z.array(queueKind) }),
    z.object({ rows: z.array(queueRow), counts: queueCounts }),
  ),
  /** A message is read and answered by the bot, which gets its conversation back; what was to be sent is sent (again). */
  'queues.retry': request(queueChoice, queueOutcome),
  /** What waits, is in doubt or went wrong is left as it is: no answer, no (other) attempt. */
  'queues.drop': request(queueChoice, queueOutcome),
  /** What is in doubt did arrive, somebody says who has seen it. */
  'queues.arrived': request(queueChoice, queueOutcome),
  /** Puts messages back that were dropped from among those set aside. */
  'queues.restore': request(z.object({ ids: z.array(z.string()).max(1_000) }), queueOutcome),
  /** Makes a request of an HTTP block for its author, who asked for a real one; a status is a reply, whatever it says. */
  'test.request': request(
    z.object({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      sealed: sealedHeaders.optional(),
      body: z.string().optional(),
      timeoutMs: z.number().min(1).max(LONGEST_REQUEST_MS),
    }),
    httpReplySchema,
  ),
  /** What requests of HTTP blocks may use: access keys, without their values, and hosts of the own network. */
  'requests.view': request(none, requestSettings),
  /** A key, new or changed. Fault `notFound`: no value, and none is kept. */
  'requests.putKey': request(keyChoice, requestSettings),
  'requests.dropKey': request(z.object({ name: z.string() }), requestSettings),
  'requests.setHosts': request(hostsChoice, requestSettings),
  'data.view': request(none, dataView),
  /** A checked copy of the whole database in `backups/`. Faults: `diskFull`, `fileUnreadable`. */
  'data.backUp': request(none, z.object({ backup })),
  /** Days that finished messages and records are kept. */
  'data.setKeepDays': request(z.object({ days: z.number().int().min(1).max(3_650) }), none),
  /** Conversations of one customer: whoever has this number, or this one. */
  'customers.find': request(z.object({ customer: customerKey }), z.object({ customers: z.array(foundCustomer) })),
  /** Deletes everything that is kept of these conversations, from the copies too. There is no way back. */
  'customers.erase': request(z.object({ leads: z.array(z.string()).min(1).max(100) }), erased),
  'vectors.view': request(none, z.object({ vectors: vectorsView })),
  /** Takes English sentence vectors into use. Faults: `vectorsMissing`, `vectorsForeign`; then all stays as it was. */
  'vectors.choose': request(z.object({ folder: z.string().min(1).max(4_096) }), z.object({ vectors: vectorsView })),
  /** Does without them; the folder itself is not touched. */
  'vectors.remove': request(none, z.object({ vectors: vectorsView })),
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
  /** Texts that were not understood were put aside, or brought back; what comes anew is told by its turn. */
  z.object({ push: z.literal('phrases'), bot: z.string() }),
  /** What waits or went wrong is more or less than it was. */
  z.object({ push: z.literal('queues'), queues }),
]);
export type Push = z.infer<typeof pushSchema>;

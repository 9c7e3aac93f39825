import { z } from 'zod';

const text = z.string();
const count = z.number();

/** Why a request of the author's own is not made (reliability.md, 4.4 and 4.8). */
export const REQUEST_REFUSALS = [
  'address',
  'scheme',
  'port',
  'ownPort',
  'privateAddress',
  'request',
  'noKey',
  'otherHosts',
  'plainHttp',
] as const;

/**
 * Every expected failure, as facts without prose. The words for people are `faultWords.ts`, a table over this union
 * in each language, so a new code does not compile until it can be said. Faults cross the wire: keep them plain JSON.
 */
export const faultSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('fileUnreadable'), path: text, reason: text }),
  z.object({ code: z.literal('fileNotJson'), line: count, column: count }),
  z.object({ code: z.literal('fileTooBig'), limit: count }),
  z.object({ code: z.literal('fileInvalid'), at: text, problem: text, more: count }),
  z.object({ code: z.literal('formatNewer'), format: count, supported: count }),
  z.object({ code: z.literal('dataFolderLocked'), folder: text }),
  z.object({ code: z.literal('dataFolderReadOnly'), folder: text }),
  z.object({ code: z.literal('dataFolderUnusable'), folder: text, reason: text }),
  z.object({ code: z.literal('dataNewer'), version: count, supported: count }),
  z.object({ code: z.literal('ownerLost') }),
  z.object({ code: z.literal('diskFull') }),
  z.object({
    code: z.literal('wordsUnusable'),
    language: z.enum(['ru', 'en']),
    problem: z.enum(['missing', 'broken', 'unreadable']),
  }),
  z.object({ code: z.literal('portInUse'), port: count }),
  z.object({ code: z.literal('badToken') }),
  z.object({ code: z.literal('network'), host: text }),
  z.object({ code: z.literal('timeout'), host: text }),
  z.object({ code: z.literal('upstreamDown'), status: count }),
  z.object({ code: z.literal('tooManyRequests'), retryAfterMs: count }),
  z.object({ code: z.literal('refused'), status: count, reason: text }),
  /** A request of the author's own was not made; `about` is the host or the access key. */
  z.object({ code: z.literal('requestRefused'), why: z.enum(REQUEST_REFUSALS), about: text }),
  /** Access keys are kept, but the keychain does not give them out. */
  z.object({ code: z.literal('secretsLocked') }),
  z.object({ code: z.literal('badReply'), at: text }),
  z.object({ code: z.literal('notFound'), what: text, id: text }),
  z.object({ code: z.literal('changedElsewhere'), revision: count }),
  z.object({ code: z.literal('managerMissing'), login: text }),
  z.object({ code: z.literal('webhookLimit') }),
  z.object({ code: z.literal('statusNotLinked'), status: text }),
  z.object({ code: z.literal('publishBlocked'), errors: count }),
  z.object({ code: z.literal('notConnected') }),
  z.object({ code: z.literal('noPublicAddress') }),
  z.object({ code: z.literal('tunnelDown') }),
  z.object({ code: z.literal('tunnelUnreachable'), url: text }),
  z.object({ code: z.literal('tunnelElsewhere'), url: text }),
  z.object({ code: z.literal('tunnelOpen'), url: text, status: count }),
  z.object({ code: z.literal('tunnelEnded'), through: text }),
  z.object({ code: z.literal('tunnelNoAddress'), through: text }),
  z.object({ code: z.literal('tunnelRefused'), through: text, reason: text }),
  z.object({ code: z.literal('tunnelProgramMissing'), program: text }),
  z.object({ code: z.literal('sshRefused'), host: text, user: text }),
  z.object({ code: z.literal('sshHostKeyChanged'), host: text, now: text }),
  z.object({ code: z.literal('sshKeyUnreadable'), path: text, reason: text }),
  z.object({ code: z.literal('sshNoForward'), host: text, port: count }),
  z.object({ code: z.literal('badRequest'), at: text, problem: text }),
  z.object({ code: z.literal('vectorsMissing'), folder: text }),
  z.object({ code: z.literal('vectorsForeign'), folder: text, at: text }),
  z.object({ code: z.literal('engineGone') }),
  z.object({ code: z.literal('internal'), id: text }),
]);

export type Fault = z.infer<typeof faultSchema>;
export type FaultCode = Fault['code'];

/** A fault of one code, for tables keyed by code. */
export type FaultOf<C extends FaultCode> = Extract<Fault, { code: C }>;

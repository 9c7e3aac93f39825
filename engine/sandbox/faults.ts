import { z } from 'zod';

const chance = z.number().min(0).max(1);

/** The fault switches of umnico-api.md section 9. Chances are 0..1, times are milliseconds. */
export const faultsSchema = z.strictObject({
  /** Every n-th event is delivered twice; 0 = never. */
  duplicateEveryNth: z.int().min(0).max(1000),
  /** The `message.outgoing` echo is delivered before the answer to `send` goes out. */
  echoBeforeReply: z.boolean(),
  /** Messages sent through the API are not echoed at all. */
  dropEcho: z.boolean(),
  /** Every event waits this long before its first delivery. */
  delayMs: z.int().min(0).max(600_000),
  /** Neighbouring events change places. */
  reorder: z.boolean(),
  datetime: z.enum(['iso', 'ms']),
  messageId: z.enum(['int', 'string']),
  /** Message numbers are counted per integration, so that two channels give the same number. */
  messageIdCollides: z.boolean(),
  omitSourceType: z.boolean(),
  omitRealId: z.boolean(),
  /** `replyTo` lies inside `message.message` instead of beside it. */
  replyToInside: z.boolean(),
  /** Customers' messages arrive as comments under a post. */
  commentSource: z.boolean(),
  /** Customers' messages arrive from a group chat. */
  groupChat: z.boolean(),
  rejectLowerCaseBearer: z.boolean(),
  /** What a `limit` over 200 gets. */
  limitOver: z.enum(['clamp', 'refuse']),
  /** `send` and `post` answer 200 with an empty body. */
  emptySendReply: z.boolean(),
  /** Chance that `send`/`post` does its work and the answer is lost. */
  sendFailAfterDelivery: chance,
  /** In what way the answer is lost. */
  sendFailKind: z.enum(['status500', 'drop', 'hang']),
  /** Chance that the connection is dropped before anything is done. */
  lostRequests: chance,
  tooManyRequests: chance,
  retryAfterSeconds: z.int().min(0).max(3600),
  /** Chance of `serverErrorStatus` before anything is done. */
  serverErrors: chance,
  serverErrorStatus: z.union([z.literal(500), z.literal(502), z.literal(503), z.literal(504)]),
  /** Entries of `errors` are strings that contain JSON. */
  nestedErrorStrings: z.boolean(),
  /** What is sent through the API shows in history only this much later. */
  historyLagMs: z.int().min(0).max(600_000),
  /** Umnico greets every new lead itself: an outgoing message without customId. */
  foreignAutoReply: z.boolean(),
  /** 422 on `PUT /leads/{id}` with a statusId. */
  statusRefused: z.boolean(),
  /** 422 on `PUT /leads/{id}` with anything else, and on tags. */
  leadRefused: z.boolean(),
  /** Links to files answer 410. */
  expiredAttachments: z.boolean(),
  /** A lead that nobody took becomes the sender's on the first `send` (unknown on the real service). */
  sendAcceptsLead: z.boolean(),
});

export type Faults = z.infer<typeof faultsSchema>;

export const noFaults: Faults = {
  duplicateEveryNth: 0,
  echoBeforeReply: false,
  dropEcho: false,
  delayMs: 0,
  reorder: false,
  datetime: 'iso',
  messageId: 'int',
  messageIdCollides: false,
  omitSourceType: false,
  omitRealId: false,
  replyToInside: false,
  commentSource: false,
  groupChat: false,
  rejectLowerCaseBearer: false,
  limitOver: 'clamp',
  emptySendReply: false,
  sendFailAfterDelivery: 0,
  sendFailKind: 'status500',
  lostRequests: 0,
  tooManyRequests: 0,
  retryAfterSeconds: 1,
  serverErrors: 0,
  serverErrorStatus: 503,
  nestedErrorStrings: false,
  historyLagMs: 0,
  foreignAutoReply: false,
  statusRefused: false,
  leadRefused: false,
  expiredAttachments: false,
  sendAcceptsLead: false,
};

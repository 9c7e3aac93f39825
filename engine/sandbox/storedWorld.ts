import { z } from 'zod';

const id = z.int().positive();

export const managerSchema = z.object({
  id,
  login: z.string(),
  name: z.string(),
  role: z.enum(['owner', 'manager']),
  confirmed: z.boolean(),
  sources: z.array(z.object({ id, saId: z.int().nullable() })),
});

export const integrationSchema = z.object({ id, type: z.string(), login: z.string(), url: z.string().nullable() });

export const statusSchema = z.object({
  id,
  type: z.enum(['primary', 'regular', 'completed']),
  name: z.string(),
  order: z.int(),
  color: z.string(),
});

export const customerSchema = z.object({
  id,
  profileId: id,
  saId: id,
  name: z.string(),
  login: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  socialId: z.string(),
  /** `customer.created` goes out with the first message, not when the phone is picked up. */
  announced: z.boolean(),
  /** Oldest first; the last one is the open lead, if any is. */
  leadIds: z.array(id),
  createdAt: z.number(),
});

export const sourceSchema = z.object({
  realId: id,
  nativeId: z.string(),
  customerId: id,
  saId: id,
  type: z.enum(['message', 'comment']),
  group: z.boolean(),
  name: z.string(),
});

export const leadSchema = z.object({
  id,
  customerId: id,
  saId: id,
  userId: z.int().nullable(),
  statusId: z.int().nullable(),
  amount: z.number().nullable(),
  details: z.string().nullable(),
  address: z.string().nullable(),
  customFields: z.record(z.string(), z.unknown()).nullable(),
  tags: z.array(z.string()),
  unread: z.int().min(0),
  realIds: z.array(id),
  createdAt: z.number(),
});

export const attachmentSchema = z.object({
  type: z.string(),
  /** Absolute, or a path on the sandbox itself (`/files/…`), whose port may change. */
  url: z.string(),
  name: z.string(),
  filesize: z.number().nullable(),
});

export const messageSchema = z.object({
  /** Running number of the sandbox, in order of arrival. */
  seq: id,
  messageId: z.union([z.int(), z.string()]),
  leadId: id,
  realId: id,
  at: z.number(),
  via: z.enum(['customer', 'api', 'operator', 'auto']),
  text: z.string(),
  attachments: z.array(attachmentSchema),
  customId: z.string().nullable(),
  userId: z.int().nullable(),
  replySeq: z.int().nullable(),
  visibleAt: z.number(),
  /** A hook has taken the event: the phone shows two ticks. */
  acknowledged: z.boolean(),
});

export const uploadSchema = z.object({
  ref: z.string(),
  type: z.string(),
  realId: z.int().nullable(),
  saId: id,
  attachment: attachmentSchema,
});

export const webhookSchema = z.object({
  id,
  url: z.string(),
  name: z.string().nullable(),
  status: z.union([z.literal(0), z.literal(1)]),
  /** Failed attempts in a row. */
  failures: z.int().min(0),
});

export const sessionSchema = z.object({
  userId: id,
  accessToken: z.string(),
  accessExp: z.number(),
  refreshToken: z.string(),
  refreshExp: z.number(),
});

/** An event on its way to one hook. */
export const jobSchema = z.object({
  webhookId: id,
  lane: z.int(),
  type: z.string(),
  leadId: z.int().nullable(),
  messageSeq: z.int().nullable(),
  body: z.string(),
});

/** The file in which a world survives restarts. */
export const storedWorldSchema = z.object({
  format: z.literal('dialogram-sandbox'),
  version: z.literal(1),
  language: z.enum(['ru', 'en']),
  token: z.string().min(1),
  pageKey: z.string().min(1),
  account: z.object({ id, name: z.string(), status: z.string() }),
  nextId: z.record(z.string(), z.int()),
  lastAt: z.number(),
  managers: z.array(managerSchema),
  integrations: z.array(integrationSchema),
  statuses: z.array(statusSchema),
  customers: z.array(customerSchema),
  sources: z.array(sourceSchema),
  leads: z.array(leadSchema),
  messages: z.array(messageSchema),
  uploads: z.array(uploadSchema),
  webhooks: z.array(webhookSchema),
  sessions: z.array(sessionSchema),
  files: z.array(z.object({ key: z.string(), name: z.string(), mime: z.string() })),
  pending: z.array(jobSchema),
});

export type StoredWorld = z.infer<typeof storedWorldSchema>;
export type Manager = z.infer<typeof managerSchema>;
export type Integration = z.infer<typeof integrationSchema>;
export type Status = z.infer<typeof statusSchema>;
export type Customer = z.infer<typeof customerSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Lead = z.infer<typeof leadSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type Message = z.infer<typeof messageSchema>;
export type Upload = z.infer<typeof uploadSchema>;
export type Webhook = z.infer<typeof webhookSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type Job = z.infer<typeof jobSchema>;

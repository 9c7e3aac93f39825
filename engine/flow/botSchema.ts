import { z } from 'zod';
import {
  entitySchema,
  hoursSchema,
  idSchema,
  intentSchema,
  settingsSchema,
  statusSchema,
  variableSchema,
} from '../model/definitions.ts';

/** The bot file, `NAME.dialogram.json` (bot-format.md). Unknown fields survive, hence the loose objects. */
export const FORMAT = 1;

const point = z.looseObject({ x: z.number(), y: z.number() });

/** `null` = there is none; any other value is an edge, and is kept also where it leads to nowhere. */
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value ?? undefined, schema.optional()).optional();
const exits = z
  .record(z.string(), z.string().nullable())
  .transform((edges) =>
    Object.fromEntries(Object.entries(edges).filter((edge): edge is [string, string] => edge[1] !== null)),
  );

export const nodeSchema = z.looseObject({
  id: idSchema,
  kind: z.string().min(1),
  name: z.string().optional(),
  note: z.string().optional(),
  disabled: z.boolean().optional(),
  data: orNull(z.looseObject({})),
  exits: orNull(exits),
});
export type BotNode = z.infer<typeof nodeSchema>;

export const flowSchema = z.looseObject({
  id: idSchema,
  name: z.string(),
  main: z.boolean().optional(),
  nodes: z.array(nodeSchema),
});
export type BotFlow = z.infer<typeof flowSchema>;

export const flowLayoutSchema = z.looseObject({
  nodes: z.record(z.string(), point).default({}),
  /** Read entry by entry (`layoutItems.ts`): a bad one must neither refuse the file nor get lost. */
  frames: z.unknown().optional(),
  notes: z.unknown().optional(),
});

/** The status alone, for `{ status }`. */
const managed = z.string().transform((status) => ({ status }));
const pattern = z.union([z.string(), z.array(z.string())]);
export const checkStepSchema = z.looseObject({
  customer: z
    .union([
      z.string(),
      z.looseObject({ text: z.string().optional(), image: z.string().optional(), file: z.string().optional() }),
    ])
    .optional(),
  bot: pattern.optional(),
  silent: z.boolean().optional(),
  status: z.string().optional(),
  operator: z.string().optional(),
  manager: z.union([z.looseObject({ status: z.string() }), managed]).optional(),
  advance: z.string().optional(),
  http: z.looseObject({ node: z.string(), reply: z.unknown() }).optional(),
  set: z.record(z.string(), z.unknown()).optional(),
  expect: z.record(z.string(), z.unknown()).optional(),
  at: z.string().optional(),
  /** Ours beyond the contract: chance takes this branch, the CRM refuses or not (or only at some nodes), a person takes or returns, where it begins. */
  choose: z.looseObject({ node: z.string(), branch: z.string() }).optional(),
  refuse: z.union([z.boolean(), z.string(), z.array(z.string())]).optional(),
  owner: z.enum(['bot', 'human']).optional(),
  begin: z.string().optional(),
});
export type CheckStep = z.infer<typeof checkStepSchema>;
export const checkSchema = z.looseObject({ id: idSchema, name: z.string(), steps: z.array(checkStepSchema) });
export type BotCheck = z.infer<typeof checkSchema>;

export const botSchema = z.looseObject({
  format: z.literal(FORMAT),
  id: idSchema,
  name: z.string(),
  language: z.string().min(2),
  languages: z.array(z.string()).optional(),
  timeZone: z.string().optional(),
  statuses: z.array(statusSchema).optional(),
  variables: z.array(variableSchema).optional(),
  intents: z.array(intentSchema).optional(),
  entities: z.array(entitySchema).optional(),
  hours: hoursSchema.optional(),
  settings: settingsSchema.optional(),
  flows: z.array(flowSchema).min(1),
  layout: z.record(z.string(), flowLayoutSchema).optional(),
  checks: z.array(checkSchema).optional(),
});
export type Bot = z.infer<typeof botSchema>;

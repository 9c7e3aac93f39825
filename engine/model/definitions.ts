import { z } from 'zod';
import { isVariableName } from './value.ts';

/** The parts of a bot that nodes refer to by id. Unknown fields survive a round trip, hence the loose objects. */
export const idSchema = z.string().min(1).max(80);

export const statusRoleSchema = z.enum(['bot', 'operator', 'closed', 'none']);
export type StatusRole = z.infer<typeof statusRoleSchema>;

export const statusSchema = z.looseObject({ id: idSchema, name: z.string(), role: statusRoleSchema.default('none') });
export type BotStatus = z.infer<typeof statusSchema>;

export const variableSchema = z.looseObject({
  id: z.string().refine(isVariableName, 'a name starts with a letter and holds letters, digits and _ (40 at most)'),
  label: z.string().optional(),
  type: z.enum(['text', 'number', 'boolean', 'date', 'list']).default('text'),
});
export type Variable = z.infer<typeof variableSchema>;

export const intentSchema = z.looseObject({ id: idSchema, name: z.string(), phrases: z.array(z.string()).default([]) });
export type Intent = z.infer<typeof intentSchema>;

const entityValue = z.looseObject({ value: z.string(), synonyms: z.array(z.string()).optional() });
export const entitySchema = z.looseObject({
  id: idSchema,
  name: z.string(),
  /** A value without synonyms may be written as its text alone. */
  values: z.array(z.preprocess((one) => (typeof one === 'string' ? { value: one } : one), entityValue)),
});
export type Entity = z.infer<typeof entitySchema>;

const clock = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time looks like 09:30');
const day = z.array(z.tuple([clock, clock])).optional();
/** A day off as hours hold it. */
export const HOLIDAY = /^(?:\d{4}-\d{2}-\d{2}(?:\.\.\d{4}-\d{2}-\d{2})?|\d{2}-\d{2}(?:\.\.\d{2}-\d{2})?)$/;
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const hoursSchema = z.looseObject({
  weekly: z.looseObject({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }).default({}),
  /** A day (`2027-01-01`), every year's (`01-01`), or a range of either (`2027-01-01..2027-01-08`). */
  holidays: z.array(z.string().regex(HOLIDAY, 'a holiday looks like 2027-01-01')).optional(),
});
export type Hours = z.infer<typeof hoursSchema>;

export const settingsSchema = z.looseObject({
  /** Misses at one node before people are offered. */
  attempts: z.int().min(1).max(10).optional(),
  /** Free texts that come this close together are read as one message. */
  burstSeconds: z.number().min(0).max(30).optional(),
  takeOverWhenManagerWrites: z.boolean().optional(),
  /** The word with which a customer calls the bot back from a person; empty = not allowed. */
  resumeWord: z.string().optional(),
  /** The status the lead gets when the customer calls the bot back; absent = the status stays as it is. */
  resumeStatus: idSchema.optional(),
  /** Silence after which the next message starts from the beginning; 0 = never. */
  restartAfterHours: z.number().min(0).optional(),
  /** A person who took over and writes nothing for this long gives the lead back; 0 or absent = never. */
  operatorSilenceMinutes: z.number().min(0).optional(),
  /** Texts that the CRM sends by itself, `*` for what changes in them: they are no person who took over. */
  autoReplies: z.array(z.string()).optional(),
  /** A question that could not be answered this long goes to people; 0 = it is answered however late. Absent = half an hour. */
  answerWithinMinutes: z.number().min(0).optional(),
  operatorWords: z.array(z.string()).optional(),
  stopWords: z.array(z.string()).optional(),
  /** How sure the bot must be of a phrase. */
  caution: z.enum(['careful', 'normal', 'bold']).optional(),
  answerComments: z.boolean().optional(),
  answerGroups: z.boolean().optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A flow as nodes of other flows see it: `ends` are the names of its «end» nodes, each an exit of a node that calls it. */
export interface FlowFact {
  readonly id: string;
  readonly name: string;
  readonly ends: readonly string[];
  /** Can it come back without such a name: by an end without one, or where a branch simply stops? */
  readonly unnamed: boolean;
  /** Is there a start to begin from? */
  readonly starts: boolean;
}

/** What a node may know of its bot. */
export interface BotFacts {
  readonly name: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly statuses: readonly BotStatus[];
  readonly variables: readonly Variable[];
  readonly intents: readonly Intent[];
  readonly entities: readonly Entity[];
  readonly hours: Hours | undefined;
  readonly settings: Settings;
  readonly flows: readonly FlowFact[];
}

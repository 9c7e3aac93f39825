import { z } from 'zod';
import { faultSchema } from '../model/fault.ts';

/** Bytes. `full`: nothing new is taken in until there is room. */
export const disk = z.object({
  free: z.number().nullable(),
  database: z.number(),
  low: z.boolean(),
  full: z.boolean(),
});

export const backup = z.object({
  name: z.string(),
  kind: z.enum(['daily', 'manual', 'before', 'other']),
  at: z.number(),
  bytes: z.number(),
});

/** The data folder as Settings show it; `backups` newest first. */
export const dataView = z.object({
  folder: z.string(),
  disk,
  backups: z.array(backup),
  /** Daily copies that are kept. */
  dailyKept: z.number(),
  /** Why the last daily copy was not made. */
  failed: faultSchema.nullable(),
  keepDays: z.number(),
});
export type DataView = z.infer<typeof dataView>;

/** One number or one conversation. */
export const customerKey = z.union([
  z.object({ phone: z.string().max(40) }).strict(),
  z.object({ lead: z.string().max(100) }).strict(),
]);
export const foundCustomer = z.object({
  lead: z.string(),
  name: z.string(),
  channel: z.string(),
  /** Null = it wrote, and nobody answered yet. */
  updatedAt: z.number().nullable(),
});
export type FoundCustomer = z.infer<typeof foundCustomer>;

export const erased = z.object({
  rows: z.number(),
  /** Copies that were cleaned too, and names of those that could not be. */
  backups: z.number(),
  backupsLeft: z.array(z.string()),
  /** False: no room to write the file anew; traces may stay in it. */
  rewritten: z.boolean(),
});

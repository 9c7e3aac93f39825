import { z } from 'zod';

/**
 * Other spellings of a field that say the same thing without doubt: a number as text, one word instead of a list of one.
 * They are read, never written: the file keeps what its author wrote.
 */
const isNumeral = (value: unknown): value is string =>
  typeof value === 'string' && /^\s*-?\d+(?:[.,]\d+)?\s*$/u.test(value);

const listed = (value: unknown): unknown => (Array.isArray(value) || value === undefined ? value : [value]);

/** «30» for 30. */
export function numeral<T extends z.ZodType<number | string>>(schema: T): z.ZodPreprocess<T> {
  return z.preprocess((value) => (isNumeral(value) ? Number(value.replace(',', '.')) : value), schema);
}

/** 5 for «5»: codes and ids of the CRM are often written as numbers. */
export const label = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string());

/** One text for a list of one. */
export const labels = z.preprocess(listed, z.array(label));

/** One text with commas for a list of words. */
export const words = z.preprocess(
  (value) => listed(typeof value === 'string' ? value.split(',') : value),
  z.array(label),
);

/** The value itself, whatever of its other names the file uses. */
export function renamed<T extends z.ZodType>(names: Readonly<Record<string, string>>, schema: T): z.ZodPreprocess<T> {
  return z.preprocess((value) => {
    if (!isRecord(value)) return value;
    const read: Record<string, unknown> = { ...value };
    for (const [other, name] of Object.entries(names))
      if (read[name] === undefined && value[other] !== undefined) read[name] = value[other];
    return read;
  }, schema);
}

/** One of the values, or another word for one of them. */
export function synonym<T extends z.ZodType>(others: Readonly<Record<string, unknown>>, schema: T): z.ZodPreprocess<T> {
  return z.preprocess(
    (value) => (typeof value === 'string' && Object.hasOwn(others, value) ? others[value] : value),
    schema,
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { z } from 'zod';
import { IF_UNCLEAR_NAMES, ifUnclearSchema } from '../ifUnclear.ts';
import { isRecord, label, numeral, renamed } from '../spellings.ts';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const headerRow = renamed(
  { key: 'name', header: 'name' },
  z.looseObject({ name: label.optional(), value: label.optional() }),
);
export type HeaderRow = z.infer<typeof headerRow>;

const saveRow = renamed(
  { from: 'path', jsonPath: 'path', to: 'variable', saveTo: 'variable' },
  z.looseObject({ path: label.optional(), variable: label.optional() }),
);
export type SaveRow = z.infer<typeof saveRow>;

const DEEPEST = 100;

/** JSON of the author's own; what is nested deeper than any server's reply could not be walked safely. */
const json = z.unknown().refine((value) => !isDeeper(value, DEEPEST), 'nested too deep');

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}

/** A map `{ name: value }` for a list of rows. */
function rowsOf(name: string, value: string): (written: unknown) => unknown {
  return (written) =>
    isRecord(written)
      ? Object.entries(written).map(([key, field]) => ({
          [name]: key,
          [value]: typeof field === 'boolean' ? String(field) : field,
        }))
      : written;
}

/** One variable alone keeps the whole reply. */
const readSave = (written: unknown): unknown =>
  typeof written === 'string' ? [{ path: '', variable: written }] : rowsOf('variable', 'path')(written);

export const httpSchema = renamed(
  { ...IF_UNCLEAR_NAMES, timeout: 'timeoutSeconds', saveTo: 'save', sampleReply: 'sample', address: 'url' },
  z.looseObject({
    /** GET without one. */
    method: z
      .preprocess((value) => (typeof value === 'string' ? value.trim().toUpperCase() : value), z.enum(METHODS))
      .optional(),
    /** With variables in the path and the query; scheme, host and port are the author's own. */
    url: z.string().optional(),
    headers: z.preprocess(rowsOf('name', 'value'), z.array(headerRow)).optional(),
    /** JSON: as text, or as it is. Variables stand inside its texts; in a text of JSON also where a value stands. */
    body: json.optional(),
    timeoutSeconds: numeral(z.number()).optional(),
    /** Further attempts where a failure may pass. */
    retries: numeral(z.number()).optional(),
    ifUnclear: ifUnclearSchema.optional(),
    /** Parts of the reply to remember. */
    save: z.preprocess(readSave, z.array(saveRow)).optional(),
    /** A reply as the server may give it: JSON or text. Previews and checks get it instead of a real one. */
    sample: json.optional(),
  }),
);
export type HttpData = z.infer<typeof httpSchema>;

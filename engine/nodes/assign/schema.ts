import { z } from 'zod';
import { IF_REFUSED_NAMES, ifRefusedSchema } from '../ifRefused.ts';
import { asTemplate, peopleSchema } from '../people.ts';
import { isRecord, renamed } from '../spellings.ts';

const NAMES = {
  ...IF_REFUSED_NAMES,
  managers: 'to',
  manager: 'to',
  inTurn: 'to',
  user: 'to',
  userId: 'to',
  employee: 'to',
  assignTo: 'to',
  ifUnassigned: 'onlyIfUnassigned',
};

/** `{ mode, variable }` and `{ variable }`: the template says it all. */
function readMode(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { mode, variable, to } = value;
  if (typeof variable === 'string' && (to === undefined || mode === 'variable'))
    return { ...value, to: asTemplate(variable) };
  if (mode === 'variable' && typeof to === 'string') return { ...value, to: asTemplate(to) };
  const isList = typeof to === 'string' && ['inTurn', 'turn', 'roundRobin'].includes(String(mode));
  // `inTurn: true` beside a list says what the list says.
  return { ...value, ...(isList ? { to: to.split(',') } : {}), ...(to === true ? { to: undefined } : {}) };
}

export const assignSchema = renamed(
  NAMES,
  z.preprocess(
    readMode,
    z.looseObject({
      to: peopleSchema.optional(),
      /** Leaves a lead that somebody already has with that person. Default on. */
      onlyIfUnassigned: z.boolean().optional(),
      ifRefused: ifRefusedSchema.optional(),
    }),
  ),
);
export type AssignData = z.infer<typeof assignSchema>;

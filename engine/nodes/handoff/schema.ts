import { z } from 'zod';
import { peopleSchema } from '../people.ts';
import { isRecord, label, renamed } from '../spellings.ts';

/** «Outside the hours» is a text, also where it is written as `{ text, keepStatus }`. */
function readShapes(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value.outsideHours)) return value;
  const { text = '', keepStatus, setStatus } = value.outsideHours;
  return { ...value, outsideHours: text, statusOutsideHours: value.statusOutsideHours ?? keepStatus ?? setStatus };
}

export const handoffSchema = z.preprocess(
  readShapes,
  renamed(
    { statusId: 'status', assign: 'assignTo', manager: 'assignTo', keepStatus: 'statusOutsideHours' },
    z.looseObject({
      /** Id of a status with the role «operator». */
      status: label.optional(),
      /** Said once the CRM has confirmed the status. */
      text: z.string().optional(),
      /** Said instead outside the working hours. */
      outsideHours: z.string().optional(),
      /** Does the lead get the status outside the hours too? Default on; off, it stays with the bot. */
      statusOutsideHours: z.boolean().optional(),
      /** Absent = whoever the CRM chooses. */
      assignTo: peopleSchema.optional(),
      /** For the person who takes over: goes to the lead's comment. */
      brief: z.string().optional(),
      /** Said when the CRM refuses and «failed» leads nowhere. */
      failedText: z.string().optional(),
      /** How else to reach people: `{{contact}}` in `failedText`. */
      contact: z.string().optional(),
    }),
  ),
);
export type HandoffData = z.infer<typeof handoffSchema>;

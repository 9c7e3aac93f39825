import { z } from 'zod';
import { synonym } from './spellings.ts';

/**
 * What follows when it cannot be told whether something went out (the answer was lost, the program was ended): `again`,
 * rather twice than never, or `never`, rather never than twice, and a person decides in the queues. Absent: again.
 */
export const ifUnclearSchema = synonym(
  {
    twice: 'again',
    resend: 'again',
    retry: 'again',
    atLeastOnce: 'again',
    once: 'never',
    no: 'never',
    person: 'never',
    people: 'never',
    atMostOnce: 'never',
  },
  z.enum(['again', 'never']),
);
export type IfUnclear = z.infer<typeof ifUnclearSchema>;

/** Other names of the field. */
export const IF_UNCLEAR_NAMES = { ifUnknown: 'ifUnclear', onUnclear: 'ifUnclear', delivery: 'ifUnclear' };

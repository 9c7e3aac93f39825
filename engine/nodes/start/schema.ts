import { z } from 'zod';
import { isRecord, labels, renamed, synonym, words } from '../spellings.ts';
import { readRestart } from './restart.ts';

/** «all» = no choice was made. */
const sources = synonym({ all: [] }, labels);

const whenObject = renamed(
  { new: 'newLead', inStatuses: 'statuses', status: 'statuses', deepLinks: 'words', deepLink: 'words', link: 'words' },
  z.looseObject({
    newLead: z.boolean().optional(),
    /** Ids of statuses: a message from a lead in one of them begins here. */
    statuses: labels.optional(),
    /** Words or deep-link payloads that begin here. */
    words: words.optional(),
  }),
);

/** «newLead» or «new lead» in a word, or a list of occasions that are joined. */
function readWhen(value: unknown): unknown {
  const occasions: unknown[] = Array.isArray(value) ? value : [value];
  return Object.assign(
    {},
    ...occasions.map((occasion) => (isRecord(occasion) ? occasion : isNewLead(occasion) ? { newLead: true } : {})),
  );
}

function isNewLead(occasion: unknown): boolean {
  return typeof occasion === 'string' && /^new(?:[ _-]?lead)?$/iu.test(occasion);
}

const startData = renamed(
  { channels: 'sources', restartAfter: 'restartAfterHours' },
  z.looseObject({
    /** When a conversation begins here. Absent = a new lead. */
    when: z.preprocess(readWhen, whenObject).optional(),
    /** Ids of the sources it is for, or types of channels; absent = all that are switched on. */
    sources: sources.optional(),
    /** Hours of silence after which the next message begins here anew; 0 = never, absent = as the bot's settings say. */
    restartAfterHours: z.preprocess(readRestart, z.number()).optional(),
    /** Whoever was greeted once begins at the first question, past the messages before it. Absent = greeted each time. */
    greetOnce: z.boolean().optional(),
  }),
);
export type StartData = z.infer<typeof startData>;

/** Where `when` is only a word («in statuses»), what it speaks of stands beside it. */
export const startSchema = z.preprocess((value) => {
  if (!isRecord(value) || (typeof value.when !== 'string' && value.when !== undefined)) return value;
  const { when, statuses, inStatuses, words: said, deepLink } = value;
  const beside = Object.entries({ statuses: statuses ?? inStatuses, words: said ?? deepLink }).filter(
    ([, given]) => given !== undefined,
  );
  return beside.length === 0 ? value : { ...value, when: [when, Object.fromEntries(beside)] };
}, startData);

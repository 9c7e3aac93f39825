import type { Bot, BotNode } from '../botSchema.ts';
import { afterHoursChecks } from './afterHoursChecks.ts';
import type { AfterHoursTexts } from './afterHoursTextsRu.ts';
import { layoutOf } from './layoutOf.ts';

/** «After hours»: people answer by day; at night the bot notes the question, and comes back to it in the morning. */
export function afterHoursTemplate(texts: AfterHoursTexts, language: 'ru' | 'en'): Bot {
  const day: [string, string][] = [['09:00', '20:00']];
  const weekend: [string, string][] = [['10:00', '18:00']];
  const { variables, labels } = texts;
  return {
    format: 1,
    id: 'bot_after_hours',
    name: texts.bot,
    language,
    languages: [language],
    timeZone: texts.zone,
    statuses: [
      { id: 'st_first', name: texts.statuses.first, role: 'bot' },
      { id: 'st_human', name: texts.statuses.human, role: 'operator' },
    ],
    variables: [
      { id: variables.question, label: labels.question, type: 'text' },
      { id: variables.name, label: labels.name, type: 'text' },
      { id: variables.phone, label: labels.phone, type: 'text' },
    ],
    intents: [],
    hours: { weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: weekend, sun: weekend }, holidays: [] },
    settings: { attempts: 3, burstSeconds: 2, takeOverWhenManagerWrites: true, restartAfterHours: 24 },
    flows: [
      { id: 'main', name: texts.flow, main: true, nodes: [...entries(texts), ...noting(texts), ...people(texts)] },
    ],
    layout: layoutOf('main', CELLS),
    checks: afterHoursChecks(texts),
  };
}

const CELLS: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 0],
  open: [1, 0],
  closed: [2, 192],
  question: [3, 192],
  name: [4, 192],
  phone: [5, 192],
  card: [6, 192],
  people: [7, 0],
  resumed: [0, 480],
  rest: [1, 480],
  thanks: [4, 480],
  untilOpen: [5, 480],
  morning: [6, 480],
  over: [7, 480],
};

function entries({ names }: AfterHoursTexts): BotNode[] {
  return [
    // A lead that was given back to the bot begins anew with its next message, however soon that comes.
    { id: 'start', kind: 'start', data: { when: { newLead: true, statuses: ['st_first'] } }, exits: { next: 'open' } },
    { id: 'open', kind: 'hours', name: names.open, exits: { open: 'people', closed: 'closed' } },
    { id: 'resumed', kind: 'resume', name: names.resumed, data: { continue: 'node' }, exits: { next: 'rest' } },
    { id: 'rest', kind: 'end', name: names.rest },
  ];
}

/** Nothing of it has to be answered: who leaves no phone is answered in the chat. */
function noting(texts: AfterHoursTexts): BotNode[] {
  const { names, variables } = texts;
  const ask = (id: 'question' | 'name' | 'phone', data: object, next: string): BotNode => ({
    id,
    kind: 'question',
    name: names[id],
    data: { text: texts[id], saveTo: variables[id], hint: texts[`${id}Hint`], attempts: 3, optional: true, ...data },
    exits: { answered: next, failed: next },
  });
  return [
    {
      id: 'closed',
      kind: 'message',
      name: names.closed,
      data: { parts: texts.closed.map((text) => ({ text })) },
      exits: { next: 'question' },
    },
    // A photo is a question, too: it stays in the conversation.
    ask('question', { answer: 'text', attempts: 1 }, 'name'),
    ask('name', { answer: 'name', skipIfKnown: true }, 'phone'),
    ask('phone', { answer: 'phone', country: texts.country, skipIfKnown: true }, 'card'),
    {
      id: 'card',
      kind: 'lead',
      name: names.card,
      data: { name: `{{${variables.name}}}`, phone: `{{${variables.phone}}}` },
      exits: { next: 'people' },
    },
  ];
}

function people(texts: AfterHoursTexts): BotNode[] {
  const { names } = texts;
  const said = (id: 'thanks' | 'morning', next: string): BotNode => ({
    id,
    kind: 'message',
    name: names[id],
    data: { parts: [{ text: texts[id] }] },
    exits: { next },
  });
  return [
    {
      id: 'people',
      kind: 'handoff',
      name: names.people,
      data: {
        status: 'st_human',
        text: texts.handoff,
        brief: texts.brief,
        failedText: texts.handoffFailed,
        contact: texts.contact,
      },
      exits: { nobody: 'thanks' },
    },
    said('thanks', 'untilOpen'),
    // What comes at night is read in the morning; the bot has said all it can.
    {
      id: 'untilOpen',
      kind: 'wait',
      name: names.untilOpen,
      data: { openingHours: true, onMessage: 'ignore' },
      exits: { next: 'morning' },
    },
    said('morning', 'over'),
    { id: 'over', kind: 'end', name: names.over },
  ];
}

import type { Bot, BotCheck, BotNode } from '../botSchema.ts';
import { flowersTexts, type FlowersTexts } from './flowersTexts.ts';
import { layoutOf } from './layoutOf.ts';

/** The sample of the first run (ux.md, 4): nine blocks, small enough to be read at a glance and whole enough to be published. */
export function flowersTemplate(language: 'ru' | 'en'): Bot {
  const texts = flowersTexts[language];
  return {
    format: 1,
    id: 'bot_flowers',
    name: texts.bot,
    language,
    languages: [language],
    timeZone: texts.zone,
    statuses: [
      { id: 'st_first', name: texts.statuses.first, role: 'bot' },
      { id: 'st_human', name: texts.statuses.human, role: 'operator' },
    ],
    variables: [],
    intents: [],
    settings: {
      attempts: 3,
      burstSeconds: 2,
      takeOverWhenManagerWrites: true,
      resumeWord: texts.resumeWord,
      restartAfterHours: 24,
    },
    flows: [{ id: 'main', name: texts.flow, main: true, nodes: [...entries(texts), ...talk(texts)] }],
    layout: layoutOf('main', CELLS, COLUMN),
    checks: checks(texts),
  };
}

/** Closer together than the other templates: all of it is to be read in the window of a small laptop. */
const COLUMN = 312;

const CELLS: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 0],
  first: [1, 0],
  menu: [2, 0],
  catalogue: [3, 0],
  asked: [2, 264],
  delivery: [3, 184],
  unclear: [1, 280],
  resumed: [0, 280],
  people: [3, 352],
};

function entries(texts: FlowersTexts): BotNode[] {
  const { names } = texts;
  return [
    { id: 'start', kind: 'start', exits: { next: 'first' } },
    {
      id: 'asked',
      kind: 'command',
      name: names.asked,
      data: { words: [...texts.words] },
      exits: { next: 'delivery' },
    },
    { id: 'resumed', kind: 'resume', name: names.resumed, data: { text: texts.resumed, continue: 'menu' } },
    {
      id: 'unclear',
      kind: 'fallback',
      name: names.unclear,
      data: { hint: texts.hint, clarify: true, attempts: 3 },
      exits: { giveUp: 'people' },
    },
  ];
}

function talk(texts: FlowersTexts): BotNode[] {
  const { names, options, synonyms } = texts;
  const option = (id: 'catalogue' | 'delivery' | 'people') => ({ id, label: options[id], synonyms: [...synonyms[id]] });
  return [
    {
      id: 'first',
      kind: 'status',
      name: names.first,
      data: { status: 'st_first', forwardOnly: true },
      exits: { next: 'menu' },
    },
    {
      id: 'menu',
      kind: 'menu',
      name: names.menu,
      data: {
        text: texts.menu,
        options: [option('catalogue'), option('delivery'), option('people')],
        after: 'repeat',
      },
      exits: { catalogue: 'catalogue', delivery: 'delivery', people: 'people' },
    },
    { id: 'catalogue', kind: 'message', name: names.catalogue, data: { parts: [{ text: texts.catalogue }] } },
    // Whoever asked before any menu was shown sees it after the answer.
    {
      id: 'delivery',
      kind: 'message',
      name: names.delivery,
      data: { parts: [{ text: texts.delivery }] },
      exits: { next: 'menu' },
    },
    {
      id: 'people',
      kind: 'handoff',
      name: names.people,
      data: { status: 'st_human', text: texts.handoff, brief: texts.brief },
    },
  ];
}

function checks(texts: FlowersTexts): BotCheck[] {
  const { said, checks: named } = texts;
  const menu = `${texts.menu}*`;
  const begin = [{ customer: said.hello }, { bot: menu }, { status: 'st_first' }];
  return [
    {
      id: 'path',
      name: named.path,
      steps: [
        ...begin,
        { customer: '1' },
        { bot: [texts.catalogue, menu] },
        { customer: '2' },
        { bot: [texts.delivery, menu] },
        { at: 'menu' },
      ],
    },
    {
      id: 'question',
      name: named.question,
      steps: [{ customer: said.price }, { bot: [texts.delivery, menu] }, { customer: '1' }, { bot: texts.catalogue }],
    },
    {
      id: 'operator',
      name: named.operator,
      steps: [
        ...begin,
        { customer: said.operator },
        { bot: texts.handoff },
        { status: 'st_human' },
        { customer: said.wait },
        { silent: true },
        { operator: said.answer },
        { manager: { status: 'st_first' } },
        { bot: [texts.resumed, menu] },
        { customer: '3' },
        { bot: texts.handoff },
      ],
    },
    {
      id: 'unclear',
      name: named.unclear,
      steps: [
        ...begin,
        { customer: said.nonsense },
        { bot: `${texts.hint}*1 — ${texts.options.catalogue}*` },
        { customer: said.nonsense },
        { bot: `*1 — ${texts.options.catalogue}*` },
        { customer: said.nonsense },
        { bot: texts.handoff },
      ],
    },
  ];
}

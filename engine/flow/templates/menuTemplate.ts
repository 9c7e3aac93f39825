import type { Bot, BotNode } from '../botSchema.ts';
import { layoutOf } from './layoutOf.ts';
import { menuChecks } from './menuChecks.ts';
import type { MenuTexts } from './menuTexts.ts';

/** «Cakes to order»: the first acceptance scenario of product.md, E. */
export function menuTemplate(texts: MenuTexts, language: 'ru' | 'en'): Bot {
  const day: [string, string][] = [['10:00', '20:00']];
  return {
    format: 1,
    id: 'bot_cakes',
    name: texts.bot,
    language,
    languages: [language],
    timeZone: texts.zone,
    statuses: [
      { id: 'st_first', name: texts.statuses.first, role: 'bot' },
      { id: 'st_order', name: texts.statuses.order, role: 'none' },
      { id: 'st_human', name: texts.statuses.human, role: 'operator' },
    ],
    variables: [{ id: 'phone', label: texts.phoneLabel, type: 'text' }],
    intents: [],
    hours: { weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }, holidays: [] },
    settings: {
      attempts: 3,
      burstSeconds: 2,
      takeOverWhenManagerWrites: true,
      resumeWord: texts.resumeWord,
      restartAfterHours: 24,
    },
    flows: [{ id: 'main', name: texts.flow, main: true, nodes: [...entries(texts), ...talk(texts), ...people(texts)] }],
    layout: layoutOf('main', CELLS),
    checks: menuChecks(texts),
  };
}

const CELLS: Readonly<Record<string, readonly [number, number]>> = {
  start: [0, 176],
  first: [1, 176],
  hello: [2, 176],
  menu: [3, 176],
  about: [4, 0],
  contacts: [4, 176],
  catalogue: [4, 352],
  order: [4, 648],
  cakes: [5, 176],
  desserts: [5, 352],
  delivery: [5, 528],
  ordered: [5, 704],
  notOrdered: [5, 856],
  words: [2, 376],
  resumed: [2, 536],
  unclear: [3, 848],
  people: [4, 848],
  phone: [5, 1008],
  thanks: [6, 1008],
};

function entries(texts: MenuTexts): BotNode[] {
  const { names } = texts;
  return [
    { id: 'start', kind: 'start', exits: { next: 'first' } },
    {
      id: 'words',
      kind: 'command',
      name: names.words ?? '',
      data: { words: [...texts.words] },
      exits: { next: 'menu' },
    },
    { id: 'resumed', kind: 'resume', name: names.resumed ?? '', data: { text: texts.resumed, continue: 'menu' } },
    {
      id: 'unclear',
      kind: 'fallback',
      name: names.unclear ?? '',
      data: { hint: texts.hint, clarify: true, attempts: 3 },
      exits: { giveUp: 'people' },
    },
  ];
}

function talk(texts: MenuTexts): BotNode[] {
  const { names, options, synonyms, goods, goodsSynonyms } = texts;
  const leaf = (id: string, lines: readonly string[]): BotNode => ({
    id,
    kind: 'message',
    name: names[id] ?? '',
    data: { parts: lines.map((text) => ({ text })) },
  });
  return [
    // Never back along the funnel: who has ordered stays «wants to order».
    {
      id: 'first',
      kind: 'status',
      name: names.first ?? '',
      data: { status: 'st_first', forwardOnly: true },
      exits: { next: 'hello' },
    },
    { ...leaf('hello', texts.hello), note: texts.pictureNote, exits: { next: 'menu' } },
    {
      id: 'menu',
      kind: 'menu',
      name: names.menu ?? '',
      data: {
        text: texts.menu,
        options: [
          { id: 'about', label: options.about, synonyms: [...synonyms.about] },
          { id: 'contacts', label: options.contacts, synonyms: [...synonyms.contacts] },
          { id: 'catalogue', label: options.catalogue, synonyms: [...synonyms.catalogue] },
          { id: 'order', label: options.order, synonyms: [...synonyms.order] },
        ],
        after: 'repeat',
      },
      exits: { about: 'about', contacts: 'contacts', catalogue: 'catalogue', order: 'order' },
    },
    leaf('about', [texts.about]),
    leaf('contacts', [texts.contacts]),
    {
      id: 'catalogue',
      kind: 'menu',
      name: names.catalogue ?? '',
      data: {
        text: texts.catalogue,
        options: [
          { id: 'cakes', label: goods.cakes, synonyms: [...goodsSynonyms.cakes] },
          { id: 'desserts', label: goods.desserts, synonyms: [...goodsSynonyms.desserts] },
          { id: 'delivery', label: goods.delivery, synonyms: [...goodsSynonyms.delivery] },
          { id: 'order', label: goods.order, synonyms: [...synonyms.order] },
          { id: 'back', label: goods.back, code: '0' },
        ],
        after: 'repeat',
      },
      exits: { cakes: 'cakes', desserts: 'desserts', delivery: 'delivery', order: 'order', back: 'menu' },
    },
    leaf('cakes', texts.cakes),
    leaf('desserts', [texts.desserts]),
    leaf('delivery', [texts.delivery]),
    {
      id: 'order',
      kind: 'status',
      name: names.order ?? '',
      data: { status: 'st_order' },
      exits: { next: 'ordered', failed: 'notOrdered' },
    },
    { id: 'ordered', kind: 'end', name: names.ordered ?? '', data: { text: texts.ordered } },
    leaf('notOrdered', [texts.notOrdered]),
  ];
}

function people(texts: MenuTexts): BotNode[] {
  const { names } = texts;
  return [
    {
      id: 'people',
      kind: 'handoff',
      name: names.people ?? '',
      data: { status: 'st_human', text: texts.handoff, brief: texts.brief },
      exits: { nobody: 'phone' },
    },
    {
      id: 'phone',
      kind: 'question',
      name: names.phone ?? '',
      data: { text: texts.askPhone, answer: 'phone', saveTo: 'phone', hint: texts.phoneHint, attempts: 2 },
      exits: { answered: 'thanks', failed: 'thanks' },
    },
    { id: 'thanks', kind: 'end', name: names.thanks ?? '', data: { text: texts.thanks } },
  ];
}

import type { Bot } from '../../flow/botSchema.ts';
import type { TurnEvent } from '../../model/event.ts';
import type { Owner } from '../../model/state.ts';
import type { Language } from '../words/sentence.ts';
import type { Did } from './did.ts';
import type { Divergence, DraftDivergence } from './reports.ts';

/** What a draft would do otherwise in this step, in the reader's language. */
export function draftWords(divergence: DraftDivergence, bot: Bot, language: Language): string {
  const say = SAY[language];
  if (divergence.what === 'owner')
    return say.owner(OWNERS[language][divergence.expected], OWNERS[language][divergence.got]);
  const { expected, got } = divergence;
  const was = expected === null ? null : didWords(expected, bot, language);
  const is = got === null ? null : didWords(got, bot, language);
  if (is === null) return say.gone(was ?? '');
  return was === null ? say.come(is) : say.instead(is, was);
}

/** What came out otherwise on the record's own version. */
export function divergenceWords({ what }: Divergence, language: Language): string {
  return DIVERGED[what][language];
}

/** What began a step: «клиент: 1». */
export function eventWords(event: TurnEvent, language: Language): string {
  const words = EVENT[language];
  switch (event.type) {
    case 'message':
      return `${words.message}: ${event.text === '' ? (event.attachments[0]?.url ?? '') : event.text}`;
    case 'managerMessage':
      return `${words.managerMessage}: ${event.text}`;
    default:
      return words[event.type];
  }
}

const EVENT = {
  ru: {
    message: 'клиент',
    managerMessage: 'сотрудник',
    status: 'сотрудник сменил статус',
    timer: 'прошло время',
    outcome: 'ответ CRM',
    owner: 'кто ведёт диалог',
  },
  en: {
    message: 'customer',
    managerMessage: 'operator',
    status: 'a manager changed the status',
    timer: 'time passed',
    outcome: 'answer of the CRM',
    owner: 'who has the conversation',
  },
} as const;

const DIVERGED = {
  effects: { ru: 'бот сделал бы другое, чем записано', en: 'the bot would do something else than recorded' },
  trace: { ru: 'бот пришёл к тому же другим путём', en: 'the bot got there another way' },
  state: { ru: 'диалог остался бы в другом состоянии', en: 'the conversation would be left in another state' },
  version: { ru: 'версия, на которой шёл диалог, не читается', en: 'the version it ran on cannot be read' },
} as const;

const SAY = {
  ru: {
    owner: (was: string, is: string) => `диалог был бы у ${is}, а был у ${was}`,
    gone: (was: string) => `не было бы: ${was}`,
    come: (is: string) => `добавилось бы: ${is}`,
    instead: (is: string, was: string) => `было бы: ${is}; вместо: ${was}`,
  },
  en: {
    owner: (was: string, is: string) => `${is} would have the conversation, ${was} had it`,
    gone: (was: string) => `would be gone: ${was}`,
    come: (is: string) => `would be added: ${is}`,
    instead: (is: string, was: string) => `would be: ${is}; instead of: ${was}`,
  },
} as const;

const OWNERS: Readonly<Record<Language, Readonly<Record<Owner, string>>>> = {
  ru: { bot: 'бота', human: 'сотрудника', off: 'никого' },
  en: { bot: 'the bot', human: 'a person', off: 'nobody' },
};

/** One thing done, in words: «бот сказал «Здравствуйте!»». */
export function didWords(did: Did, bot: Bot, language: Language): string {
  const words = DID[language];
  switch (did.do) {
    case 'say':
      return words.say(did.text === '' ? (did.media ?? '') : did.text);
    case 'status':
      return words.status(bot.statuses?.find(({ id }) => id === did.status)?.name ?? did.status);
    case 'note':
      return words.note(did.text);
    case 'assign':
      return words.assign(did.to);
    case 'tags':
      return words.tags([...did.add.map((tag) => `+${tag}`), ...did.remove.map((tag) => `−${tag}`)].join(', '));
    case 'lead':
      return words.lead(Object.values(did.fields).join(', '));
    case 'request':
      return words.request(`${did.method} ${did.url}`);
  }
}

const DID = {
  ru: {
    say: (text: string) => `бот говорит «${text}»`,
    status: (name: string) => `статус «${name}»`,
    note: (text: string) => `заметка «${text}»`,
    assign: (to: string) => `ответственный ${to}`,
    tags: (tags: string) => `теги ${tags}`,
    lead: (fields: string) => `в карточку: ${fields}`,
    request: (what: string) => `запрос ${what}`,
  },
  en: {
    say: (text: string) => `the bot says “${text}”`,
    status: (name: string) => `status “${name}”`,
    note: (text: string) => `note “${text}”`,
    assign: (to: string) => `assigned to ${to}`,
    tags: (tags: string) => `tags ${tags}`,
    lead: (fields: string) => `lead’s card: ${fields}`,
    request: (what: string) => `request ${what}`,
  },
} as const;

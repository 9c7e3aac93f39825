import type { Bot } from '../flow/botSchema.ts';
import type { CheckFault, CheckResult } from './checkResult.ts';
import type { Language } from './words/sentence.ts';

export interface CheckWords {
  readonly expected: string;
  readonly got: string;
}

/** What a failed check wanted and what it met instead, in the reader's language. Names take the place of ids. */
export function checkWords({ why, expected = '', got = '' }: CheckResult, bot: Bot, language: Language): CheckWords {
  const words = why === undefined ? null : WORDS[why]({ expected, got, bot });
  return words === null ? { expected, got } : words[language];
}

interface Facts extends CheckWords {
  readonly bot: Bot;
}
type Say = (facts: Facts) => Readonly<Record<Language, CheckWords>>;

/** The step itself is wrong: what may stand there, and what stands there. */
function wrong(ru: string, en: string): Say {
  return ({ got }) => ({ ru: { expected: ru, got }, en: { expected: en, got } });
}

const WORDS: Readonly<Record<CheckFault, Say>> = {
  said: ({ expected, got }) => ({
    ru: {
      expected: expected === '*' ? 'бот что-нибудь скажет' : `бот скажет «${expected}»`,
      got: got.startsWith('(nothing') ? SILENT.ru : `«${got}»`,
    },
    en: {
      expected: expected === '*' ? 'the bot says something' : `the bot says “${expected}”`,
      got: got.startsWith('(nothing') ? SILENT.en : `“${got}”`,
    },
  }),
  silence: ({ got }) => ({
    ru: { expected: 'бот промолчит', got: `бот сказал «${got}»` },
    en: { expected: 'the bot keeps silent', got: `the bot said “${got}”` },
  }),
  status: ({ expected, got, bot }) => ({
    ru: { expected: `статус «${statusName(bot, expected)}»`, got: `статус «${statusName(bot, got) || '—'}»` },
    en: { expected: `status “${statusName(bot, expected)}”`, got: `status “${statusName(bot, got) || '—'}”` },
  }),
  at: ({ expected, got, bot }) => ({
    ru: {
      expected: `ждёт в блоке «${nodeName(bot, expected)}»`,
      got: got === '' ? 'нигде не ждёт' : nodeName(bot, got),
    },
    en: {
      expected: `waits in block “${nodeName(bot, expected)}”`,
      got: got === '' ? 'waits nowhere' : nodeName(bot, got),
    },
  }),
  value: ({ expected, got }) => ({ ru: { expected, got }, en: { expected, got } }),
  unknownKey: wrong('шаг, который бывает в проверках', 'a step that checks have'),
  emptyStep: wrong(
    'шаг, в котором что-то происходит или ожидается',
    'a step in which something happens or is expected',
  ),
  badDuration: wrong('время вида 24h или 1h30m', 'a time like 24h or 1h30m'),
  badValue: wrong(
    'значение: текст, число, да/нет или список текстов',
    'a value: text, number, yes/no or a list of texts',
  ),
  noVariable: wrong('переменная, которую можно задать', 'a variable that can be set'),
  noNode: wrong('блок, который есть в боте', 'a block that is in the bot'),
  noRequest: wrong('блок, который делает запросы', 'a block that makes requests'),
  noChance: wrong('блок, который выбирает случайно', 'a block that draws a branch'),
  noBranch: wrong('выход этого блока', 'an exit of this block'),
  noStatus: ({ expected, got, bot }) => ({
    ru: { expected: `статус «${expected}» (в боте такого нет)`, got: `статус «${statusName(bot, got) || '—'}»` },
    en: { expected: `status “${expected}” (the bot has none such)`, got: `status “${statusName(bot, got) || '—'}”` },
  }),
  lateBegin: () => ({
    ru: { expected: 'начало с блока: только первым шагом', got: 'не первый шаг' },
    en: { expected: 'a place to begin: in the first step only', got: 'a later step' },
  }),
};

const SILENT = { ru: 'бот промолчал', en: 'the bot kept silent' };

function statusName(bot: Bot, id: string): string {
  return bot.statuses?.find((status) => status.id === id)?.name ?? id;
}

function nodeName(bot: Bot, id: string): string {
  const name = bot.flows.flatMap((flow) => flow.nodes).find((node) => node.id === id)?.name ?? '';
  return name === '' ? id : name;
}

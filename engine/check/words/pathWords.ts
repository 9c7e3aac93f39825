import type { Problem } from '../problem.ts';
import type { Language, ProblemTable } from './sentence.ts';

const TYPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  text: { ru: 'текст', en: 'a text' },
  number: { ru: 'число', en: 'a number' },
  boolean: { ru: '«да» или «нет»', en: '“yes” or “no”' },
  date: { ru: 'дата', en: 'a date' },
  list: { ru: 'список', en: 'a list' },
};
const type = (name: unknown, language: Language): string => TYPES[String(name)]?.[language] ?? String(name);

/** What two flows both want to begin with. */
const occasion = ({ what, name }: Problem['facts'], language: Language): string => {
  if (what === 'status')
    return language === 'ru' ? `Обращения в статусе «${name}»` : `Conversations in status “${name}”`;
  if (what === 'word') return language === 'ru' ? `Слово «${name}»` : `The word “${name}”`;
  if (name === '') return language === 'ru' ? 'Новые обращения' : 'New conversations';
  return language === 'ru' ? `Новые обращения из канала «${name}»` : `New conversations of channel “${name}”`;
};

/** Findings about the ways through a bot, and about the bot as a whole. */
export const pathWords: ProblemTable = {
  'E-DEEP': {
    ru: (f) => `Сценарии вложены друг в друга больше ${f.limit} раз: глубже бот не пойдёт. Сократите цепочку.`,
    en: (f) => `Flows are nested more than ${f.limit} deep, and the bot goes no deeper. Shorten the chain.`,
  },
  'W-LOOP': {
    ru: () =>
      'Отсюда разговор ходит по кругу без вопроса: бот остановит его и позовёт людей. Добавьте вопрос или паузу.',
    en: () =>
      'From here the conversation goes round without a question: the bot stops it and calls people. Add a question or a wait.',
  },
  'W-SILENT': {
    ru: (f) =>
      `Здесь уже ${f.count}-е сообщение подряд без вопроса: столько не читают. Объедините тексты или задайте вопрос.`,
    en: (f) =>
      `This makes ${f.count} messages in a row without a question, more than people read. Join them or ask something.`,
  },
  'W-GIVEUP': {
    ru: () =>
      'Когда бот так и не понял, путь не приводит ни к людям, ни к концу: клиент ходит по кругу. Доведите его до «Передать оператору».',
    en: () =>
      'After giving up, no path leads to people or to an end: the customer goes round in circles. Lead it to “Hand off to operator”.',
  },
  'W-SOURCE': {
    ru: (f) =>
      `${occasion(f, 'ru')} уже начинает сценарий «${f.flow}»: до этого начала они не дойдут. Разделите их или перейдите сюда из другого блока.`,
    en: (f) =>
      `${occasion(f, 'en')} already begin flow “${f.flow}” and never get to this start. Divide them, or lead here from another block.`,
  },
  'W-OFF': {
    ru: () => 'Блок отключён, а дальше пути нет: разговор здесь остановится. Включите его или обойдите связью.',
    en: () =>
      'The block is off and nothing follows it: the conversation stops here. Switch it on or connect around it.',
  },
  'W-CLASH': {
    ru: (f) =>
      `В «${f.name}» ожидается ${type(f.type, 'ru')}, а здесь сохранится ${type(f.other, 'ru')}: условия могут ошибиться. Выберите другую переменную.`,
    en: (f) =>
      `“${f.name}” is expected to hold ${type(f.type, 'en')}, but this saves ${type(f.other, 'en')}: conditions may go wrong. Choose another variable.`,
  },
  'E-MAIN': {
    ru: (f) => `Главный сценарий может быть один, и это уже «${f.flow}». Снимите отметку «главный» здесь.`,
    en: (f) => `Only one flow can be the main one, and “${f.flow}” already is. Make this one ordinary.`,
  },
  'I-NAME': {
    ru: () => 'Так же называется другой блок сценария: в списках их не отличить. Переименуйте один из них.',
    en: () => 'Another block of this flow has the same name, so lists cannot tell them apart. Rename one of them.',
  },
  'I-NAMELEN': {
    ru: (f) => `Название длиннее ${f.limit} знаков: в списках его обрежет. Сократите его.`,
    en: (f) => `The name is longer than ${f.limit} characters, so lists cut it off. Shorten it.`,
  },
  'I-NOTELEN': {
    ru: (f) => `Комментарий для команды длиннее ${f.limit} знаков: его не дочитают. Сократите его.`,
    en: (f) => `The team note is longer than ${f.limit} characters: nobody reads it to the end. Shorten it.`,
  },
  'W-LANG': {
    ru: (f) => `Язык бота «${f.language}» не распознан: служебные фразы будут по-английски. Укажите код, например ru.`,
    en: (f) =>
      `The bot's language “${f.language}” is unknown, so its stock phrases will be English. Use a code such as en.`,
  },
  'W-CLOSED': {
    ru: () => 'В рабочем времени нет ни одного часа: для бота всегда закрыто. Добавьте часы или уберите расписание.',
    en: () => 'The opening hours have no hour at all, so for the bot it is always closed. Add hours or remove them.',
  },
};

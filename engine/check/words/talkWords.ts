import type { ProblemTable } from './sentence.ts';

/** Blocks that begin, talk, ask and understand. */
export const talkWords: ProblemTable = {
  'E-START': {
    ru: () => 'Ни один сценарий не запускается сам: в боте нет блока „Начало“. Добавьте его.',
    en: () => 'No flow starts by itself: the bot has no “Start” block. Add one.',
  },
  'E-STARTOP': {
    ru: (f) => `В статусе „${f.status}“ разговор ведёт оператор, бот там молчит. Уберите этот статус.`,
    en: (f) => `In “${f.status}” a person talks and the bot is silent. Remove this status.`,
  },
  'E-WORDS': {
    ru: () => 'Нет ни одного слова, по которому сработает команда. Добавьте слово.',
    en: () => 'There is no word that calls this command. Add one.',
  },
  'E-DUP': {
    ru: (f) => `Слово „${f.word}“ есть и в другой команде. Сработает только одна: уберите его отсюда или там.`,
    en: (f) => `The word “${f.word}” is in another command too. Only one can run: remove it from one of them.`,
  },
  'W-CAP': {
    ru: (f) => `Слово „${f.word}“ есть и в меню. Номер выберет пункт, а слово — команду.`,
    en: (f) => `The word “${f.word}” is in a menu too. The number picks the option, the word the command.`,
  },
  'I-OVEROP': {
    ru: () => 'Команда работает и у оператора: бот ответит поверх человека.',
    en: () => 'This command works while a person has the conversation: the bot will speak over them.',
  },
  'E-NOOPT': {
    ru: () => 'В меню нет пунктов: выбирать нечего. Добавьте пункт.',
    en: () => 'The menu has no options, so there is nothing to choose. Add one.',
  },
  'E-CAPTION': {
    ru: () => 'У пункта нет названия. Напишите его.',
    en: () => 'An option has no caption. Write it.',
  },
  'W-CAPLEN': {
    ru: (f) => `Название „${f.label}“ длиннее ${f.limit} знаков: на телефоне оно не поместится в строку. Сократите.`,
    en: (f) => `“${f.label}” is longer than ${f.limit} characters and will not fit a phone's line. Shorten it.`,
  },
  'W-MANY': {
    ru: (f) => `Пунктов ${f.count}: бот покажет их страницами. Лучше не больше 9, тогда хватит одной цифры.`,
    en: (f) => `${f.count} options: the bot will show them in pages. Nine at most need only one digit.`,
  },
  'E-MANY': {
    ru: (f) => `Пунктов больше ${f.limit}. Разбейте меню на несколько.`,
    en: (f) => `There are more than ${f.limit} options. Split the menu.`,
  },
  'E-DUPID': {
    ru: (f) => `У двух пунктов один идентификатор „${f.id}“. Удалите один из них.`,
    en: (f) => `Two options have the same id “${f.id}”. Remove one of them.`,
  },
  'E-DUPNUM': {
    ru: (f) => `Номер „${f.number}“ стоит у двух пунктов. Измените один.`,
    en: (f) => `The number “${f.number}” is on two options. Change one.`,
  },
  'E-AMB': {
    ru: (f) => `„${f.word}“ указано у двух пунктов: бот их не различит. Измените один.`,
    en: (f) => `“${f.word}” is on two options, so the bot cannot tell them apart. Change one.`,
  },
  'E-LIMITS': {
    ru: () => 'Наименьшее больше наибольшего: ни один ответ не подойдёт. Поправьте границы.',
    en: () => 'The minimum is above the maximum, so no answer fits. Correct the limits.',
  },
  'E-PATTERN': {
    ru: () => 'Выражение не читается. Исправьте его или выберите другой вид ответа.',
    en: () => 'The expression cannot be read. Correct it or choose another kind of answer.',
  },
  'E-NOTOPIC': {
    ru: () => 'Не выбрано ни одной темы: понимать нечего. Добавьте тему.',
    en: () => 'No topic is chosen, so there is nothing to understand. Add one.',
  },
  'E-NOPHR': {
    ru: (f) => `В теме „${f.topic}“ нет фраз: бот её не узнает. Добавьте хотя бы пять.`,
    en: (f) => `Topic “${f.topic}” has no phrases, so the bot cannot recognise it. Add five at least.`,
  },
  'W-FEW': {
    ru: (f) => `В теме „${f.topic}“ мало фраз (${f.count}): бот будет часто ошибаться. Добавьте до десяти.`,
    en: (f) => `Topic “${f.topic}” has few phrases (${f.count}), so the bot will often be wrong. Make it ten.`,
  },
};

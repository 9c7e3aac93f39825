import type { Language, ProblemTable } from './sentence.ts';
import { thing } from './thing.ts';

/** Why an expression is refused, by `facts.why`; anything else is a slip of the pen. */
const PATTERN_FAULT: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  empty: {
    ru: 'Выражение не написано: любой ответ был бы неверным. Напишите его.',
    en: 'There is no expression, so no answer would fit. Write it.',
  },
  long: {
    ru: 'Выражение длиннее 512 знаков. Сократите его.',
    en: 'The expression is longer than 512 characters. Shorten it.',
  },
  lookaround: {
    ru: 'Просмотр вперёд и назад, «(?=» и «(?<=», не поддерживается: он может подвесить бота. Перепишите без него.',
    en: 'Look-around, “(?=” and “(?<=”, is not supported, because it can hang the bot. Write it another way.',
  },
  backreference: {
    ru: 'Ссылка на группу, «\\1», не поддерживается: она может подвесить бота. Перепишите без неё.',
    en: 'A back-reference, “\\1”, is not supported, because it can hang the bot. Write it another way.',
  },
};

/** Blocks that begin, talk, ask and understand. */
export const talkWords: ProblemTable = {
  'E-START': {
    ru: () => 'Ни один сценарий не запускается сам: в боте нет блока «Начало». Добавьте его.',
    en: () => 'No flow starts by itself: the bot has no “Start” block. Add one.',
  },
  'E-STARTOP': {
    ru: (f) => `В статусе «${f.status}» разговор ведёт оператор, бот там молчит. Уберите этот статус.`,
    en: (f) => `In “${f.status}” a person talks and the bot is silent. Remove this status.`,
  },
  'E-WORDS': {
    ru: () => 'Нет ни одного слова, по которому сработает команда. Добавьте слово.',
    en: () => 'There is no word that calls this command. Add one.',
  },
  'E-DUP': {
    ru: (f) => `Слово «${f.word}» есть и в другой команде. Сработает только одна: уберите его отсюда или там.`,
    en: (f) => `The word “${f.word}” is in another command too. Only one can run: remove it from one of them.`,
  },
  'W-CAP': {
    ru: (f) => `Слово «${f.word}» есть и в меню. Номер выберет пункт, а слово — команду.`,
    en: (f) => `The word “${f.word}” is in a menu too. The number picks the option, the word the command.`,
  },
  'W-WORDLEN': {
    ru: (f) => `«${f.word}» длиннее ${f.limit} знаков: так клиент не напишет. Сократите.`,
    en: (f) => `“${f.word}” is longer than ${f.limit} characters: no customer will write it. Shorten it.`,
  },
  'E-EXPRESSION': {
    ru: (f) => `Выражение «${f.expression}» не читается (или ищет назад и вперёд, чего мы не умеем). Исправьте его.`,
    en: (f) =>
      `The expression “${f.expression}” cannot be read (or looks ahead or behind, which we do not do). Correct it.`,
  },
  'W-EXPRESSION': {
    ru: (f) =>
      `Выражение «${f.expression}» подходит к любому сообщению: команда будет срабатывать всегда. Уточните его.`,
    en: (f) => `The expression “${f.expression}” fits every message, so the command always runs. Make it narrower.`,
  },
  'W-ATTEMPTS': {
    ru: () => 'Больше пяти непонятых ответов подряд клиент не вытерпит. Поставьте от 1 до 5.',
    en: () => 'No customer puts up with more than five misses in a row. Choose from 1 to 5.',
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
    ru: (f) => `Название «${f.label}» длиннее ${f.limit} знаков: на телефоне оно не поместится в строку. Сократите.`,
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
    ru: (f) =>
      f.what === undefined
        ? `У двух пунктов один идентификатор «${f.id}». Удалите один из них.`
        : `${thing(f, 'ru')}: идентификатор «${f.id}» стоит дважды, ссылки их не различат. Удалите один из них.`,
    en: (f) =>
      f.what === undefined
        ? `Two options have the same id “${f.id}”. Remove one of them.`
        : `${thing(f, 'en')}: the id “${f.id}” is used twice, so no reference can tell them apart. Remove one of them.`,
  },
  'W-NUM': {
    ru: (f) => `Номер «${f.number}» неудобно набрать. Возьмите цифру, * или #.`,
    en: (f) => `The number “${f.number}” is hard to type. Use a digit, * or #.`,
  },
  'I-BUTTONS': {
    ru: () => 'Umnico пока не передаёт кнопки: клиенты увидят цифры. Ничего делать не нужно.',
    en: () => 'Umnico carries no buttons yet, so customers will see numbers. You need not do anything.',
  },
  'W-TIMEOUT': {
    ru: () => 'Ждать ответа лучше от 5 минут до 7 дней: раньше клиент не успеет, позже забудет. Измените время.',
    en: () => 'Wait for an answer from 5 minutes to 7 days: sooner is too soon, later is forgotten. Change the time.',
  },
  'W-REM': {
    ru: (f) => `Напоминание через ${f.minutes} мин не успеет: ожидание к этому времени кончится. Поставьте его раньше.`,
    en: (f) => `The reminder after ${f.minutes} min comes too late: the wait is over by then. Set it earlier.`,
  },
  'W-REMMANY': {
    ru: (f) => `Напоминаний больше ${f.limit}: остальные бот не отправит, чтобы не надоесть. Удалите лишние.`,
    en: (f) => `There are more than ${f.limit} reminders: the others are not sent, so as not to annoy. Remove some.`,
  },
  'W-VARIANTS': {
    ru: (f) => `Вариантов ${f.count}. Лучше не больше ${f.limit}: за остальными трудно уследить.`,
    en: (f) => `There are ${f.count} variants. Keep to ${f.limit} at most: more are hard to look after.`,
  },
  'W-EQUAL': {
    ru: () => 'Два варианта одинаковы. Измените один или уберите.',
    en: () => 'Two variants are the same. Change one or remove it.',
  },
  'W-FILES': {
    ru: (f) => `Файлов больше ${f.limit} в одном сообщении: клиенту придёт пачка. Разделите на два блока.`,
    en: (f) => `There are more than ${f.limit} files in one message: the customer gets a heap. Split it in two.`,
  },
  'W-DELAY': {
    ru: (f) => `Пауза перед отправкой бывает от 0 до ${f.limit} секунд. Для долгой возьмите блок «Пауза».`,
    en: (f) => `The delay before sending can be 0 to ${f.limit} seconds. For a long one use the block “Wait”.`,
  },
  'E-DUPNUM': {
    ru: (f) => `Номер «${f.number}» стоит у двух пунктов. Измените один.`,
    en: (f) => `The number “${f.number}” is on two options. Change one.`,
  },
  'E-AMB': {
    ru: (f) => `«${f.word}» указано у двух пунктов: бот их не различит. Измените один.`,
    en: (f) => `“${f.word}” is on two options, so the bot cannot tell them apart. Change one.`,
  },
  'E-LIMITS': {
    ru: () => 'Наименьшее больше наибольшего: ни один ответ не подойдёт. Поправьте границы.',
    en: () => 'The minimum is above the maximum, so no answer fits. Correct the limits.',
  },
  'E-LIMIT': {
    ru: (f) => `Граница «${f.text}» непонятна. Напишите число, а для даты — день: 01.05.2027, «сегодня» или «+30d».`,
    en: (f) =>
      `The limit “${f.text}” cannot be read. Write a number, or for a date a day: 2027-05-01, “today” or “+30d”.`,
  },
  'E-LIST': {
    ru: (f) => `В списке «${f.list}» меньше двух значений: выбирать не из чего. Добавьте значения.`,
    en: (f) => `The list “${f.list}” has fewer than two values, so there is nothing to choose. Add some.`,
  },
  'E-HINT': {
    ru: () => 'Подсказка пустая: клиент не поймёт, что не так. Напишите её или уберите, тогда бот скажет обычную.',
    en: () =>
      'The hint is empty, so the customer would not know what is wrong. Write it, or remove it for the usual one.',
  },
  'W-ATT': {
    ru: (f) => `Попыток может быть от 1 до ${f.limit}: дальше бот только надоест. Измените число.`,
    en: (f) => `There can be 1 to ${f.limit} attempts: beyond that the bot only annoys. Change the number.`,
  },
  'E-PATTERN': {
    ru: (f) =>
      PATTERN_FAULT[String(f.why)]?.ru ?? 'Выражение не читается. Исправьте его или выберите другой вид ответа.',
    en: (f) =>
      PATTERN_FAULT[String(f.why)]?.en ?? 'The expression cannot be read. Correct it or choose another kind of answer.',
  },
  'E-NOTOPIC': {
    ru: () => 'Не выбрано ни одной темы: понимать нечего. Добавьте тему.',
    en: () => 'No topic is chosen, so there is nothing to understand. Add one.',
  },
  'E-NOPHR': {
    ru: (f) => `В теме «${f.topic}» нет фраз: бот её не узнает. Добавьте хотя бы пять.`,
    en: (f) => `Topic “${f.topic}” has no phrases, so the bot cannot recognise it. Add five at least.`,
  },
  'W-OVER': {
    ru: (f) => `Темы «${f.a}» и «${f.b}» пересекаются: фраза «${f.phrase}» есть в обеих. Оставьте её в одной.`,
    en: (f) => `Topics “${f.a}” and “${f.b}” overlap: the phrase “${f.phrase}” is in both. Keep it in one.`,
  },
  'W-FEW': {
    ru: (f) => `В теме «${f.topic}» мало фраз (${f.count}): бот будет часто ошибаться. Добавьте до десяти.`,
    en: (f) => `Topic “${f.topic}” has few phrases (${f.count}), so the bot will often be wrong. Make it ten.`,
  },
};

import type { Problem } from './problem.ts';

type Facts = Problem['facts'];
type Sentence = (facts: Facts, exit: string) => string;
type Language = 'ru' | 'en';

const EXITS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  next: { ru: 'Дальше', en: 'Next' },
  other: { ru: 'Другой ответ', en: 'Other reply' },
  timeout: { ru: 'Нет ответа', en: 'No reply' },
  answered: { ru: 'Ответил', en: 'Answered' },
  failed: { ru: 'Не получилось', en: 'Failed' },
  giveUp: { ru: 'Так и не понял', en: 'Gave up' },
  unsure: { ru: 'Не уверен', en: 'Not sure' },
  nobody: { ru: 'Нерабочее время', en: 'Out of hours' },
};

/** The name of a built-in exit; an author's own name is passed through. */
export function exitWords(exit: string, language: Language): string {
  return EXITS[exit]?.[language] ?? exit;
}

const THINGS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  status: { ru: 'Статус', en: 'Status' },
  node: { ru: 'Блок', en: 'Block' },
  flow: { ru: 'Сценарий', en: 'Flow' },
  intent: { ru: 'Тема', en: 'Topic' },
  entity: { ru: 'Список', en: 'List' },
};
const thing = (facts: Facts, language: Language): string =>
  THINGS[String(facts.what)]?.[language] ?? String(facts.what);

/** What happened, what it means, what to do: one sentence or two for each code (ux.md, 2.9 and 5). */
const WORDS: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  'E-OUT': {
    ru: (_, exit) =>
      `У выхода „${exit}“ нет связи: здесь разговор остановится. Соедините его с блоком или добавьте „Завершить“.`,
    en: (_, exit) => `Output “${exit}” is not connected, so the conversation stops here. Connect it or add “End”.`,
  },
  'E-START': {
    ru: () => 'Ни один сценарий не запускается сам: в боте нет блока „Начало“. Добавьте его.',
    en: () => 'No flow starts by itself: the bot has no “Start” block. Add one.',
  },
  'E-ZONE': {
    ru: (f) =>
      `Часового пояса „${f.zone}“ нет: рабочее время посчиталось бы неверно. Выберите другой в настройках бота.`,
    en: (f) =>
      `There is no time zone “${f.zone}”, so opening hours would be wrong. Choose another in the bot's settings.`,
  },
  'E-STARTOP': {
    ru: (f) => `В статусе „${f.status}“ разговор ведёт оператор, бот там молчит. Уберите этот статус.`,
    en: (f) => `In “${f.status}” a person talks and the bot is silent. Remove this status.`,
  },
  'E-TWO': {
    ru: () => 'Такой блок в сценарии может быть только один: второй никогда не сработает. Удалите лишний.',
    en: () => 'A flow can have only one block of this kind: the second never runs. Remove it.',
  },
  'E-KIND': {
    ru: (f) => `Эта версия не знает блок „${f.kind}“. Обновите приложение или замените блок.`,
    en: (f) => `This version does not know the block “${f.kind}”. Update the app or replace the block.`,
  },
  'E-DATA': {
    ru: () => 'Содержимое блока не читается. Заполните его заново.',
    en: () => 'The content of this block cannot be read. Fill it in again.',
  },
  'E-REF': {
    ru: (f) => `${thing(f, 'ru')} „${f.id}“ больше не существует. Выберите другое или уберите ссылку.`,
    en: (f) => `${thing(f, 'en')} “${f.id}” no longer exists. Choose another or remove the reference.`,
  },
  'W-EXIT': {
    ru: (f) => `Связь идёт от выхода „${f.exit}“, которого больше нет. Удалите её или верните выход.`,
    en: (f) => `A connection leaves an output, “${f.exit}”, that no longer exists. Remove it or bring the output back.`,
  },
  'I-EMPTY': {
    ru: () => 'Бот пока ничего не отвечает. Добавьте первый блок после „Начала“.',
    en: () => 'The bot says nothing yet. Add the first block after “Start”.',
  },
  'I-REACH': {
    ru: () => 'К этому блоку не ведёт ни один путь: клиенты его не увидят.',
    en: () => 'No path leads to this block: customers will not see it.',
  },
  'E-VAR': {
    ru: (f) => `Переменной „${f.name}“ нет. Создайте её или выберите другую.`,
    en: (f) => `There is no variable “${f.name}”. Create it or choose another.`,
  },
  'E-VARREQ': {
    ru: () => 'Не выбрано, куда сохранить ответ. Выберите или создайте переменную.',
    en: () => 'Nothing says where to save the answer. Choose or create a variable.',
  },
  'E-VARNAME': {
    ru: (f) => `„${f.name}“ не годится для имени: начните с буквы, дальше буквы, цифры и „_“, до 40 знаков.`,
    en: (f) => `“${f.name}” cannot be a name: begin with a letter, then letters, digits and “_”, 40 at most.`,
  },
  'E-EMPTY': {
    ru: () => 'Пустой текст: клиент ничего не увидит. Напишите его.',
    en: () => 'The text is empty: the customer sees nothing. Write it.',
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
  'W-LEN': {
    ru: (f) => `Текст длиннее ${f.limit} знаков. В некоторых каналах его могут не доставить. Сократите или разбейте.`,
    en: (f) => `The text is over ${f.limit} characters and may not be delivered in some channels. Shorten or split it.`,
  },
  'E-LIMITS': {
    ru: () => 'Наименьшее больше наибольшего: ни один ответ не подойдёт. Поправьте границы.',
    en: () => 'The minimum is above the maximum, so no answer fits. Correct the limits.',
  },
  'E-PATTERN': {
    ru: () => 'Выражение не читается. Исправьте его или выберите другой вид ответа.',
    en: () => 'The expression cannot be read. Correct it or choose another kind of answer.',
  },
  'E-STATUS': {
    ru: () => 'Не выбран статус. Выберите его из списка.',
    en: () => 'No status is chosen. Choose one from the list.',
  },
  'E-NOMAP': {
    ru: (f) => `Статус „${f.status}“ не сопоставлен со статусом Umnico. Откройте „Подключения“ и сопоставьте.`,
    en: (f) => `Status “${f.status}” is not linked to one in Umnico. Open Connections and link it.`,
  },
  'W-OP': {
    ru: (f) => `В статусе „${f.status}“ бот замолчит. Возьмите блок „Передать оператору“.`,
    en: (f) => `In “${f.status}” the bot falls silent. Use the block “Hand off to operator”.`,
  },
  'W-ARCH': {
    ru: (f) => `Статус „${f.status}“ закроет обращение для команды.`,
    en: (f) => `Status “${f.status}” closes the conversation for your team.`,
  },
  'E-NOOP': {
    ru: () => 'Не выбран статус оператора. Дайте одному из статусов роль „Оператор“ и выберите его.',
    en: () => 'No operator status is chosen. Give a status the role “Operator” and choose it.',
  },
  'E-NOTOP': {
    ru: (f) => `У статуса „${f.status}“ роль не „Оператор“: бот не замолчит. Выберите другой или измените роль.`,
    en: (f) =>
      `Status “${f.status}” does not have the role “Operator”, so the bot would not fall silent. Choose another or change the role.`,
  },
  'E-TARGET': {
    ru: () => 'Не выбрано, куда перейти. Выберите блок, сценарий или последнее меню.',
    en: () => 'Nothing says where to go. Choose a block, a flow or the last menu.',
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

/** The sentence of a finding, in the reader's language. */
export function problemWords(problem: Problem, language: Language): string {
  const words = WORDS[problem.code];
  return words === undefined
    ? problem.code
    : words[language](problem.facts, exitWords(String(problem.facts.exit ?? problem.exit ?? ''), language));
}

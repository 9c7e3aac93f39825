/** What the bot says to a customer when its author has not said it otherwise, in the bot's language. */
export interface CustomerWords {
  readonly hint: string;
  readonly hintDigit: string;
  readonly hintAgain: string;
  readonly didYouMean: (a: string, b: string) => string;
  readonly clarify: string;
  readonly anythingElse: string;
  readonly toMenu: string;
  readonly more: string;
  readonly back: string;
  readonly backAgain: string;
  readonly handoffFailed: string;
  readonly closedUntil: (hours: string) => string;
  /** `clock`: until when people answer, «18:00». */
  readonly closingSoon: (clock: string) => string;
  /** `word`: what wakes the bot again; empty = nothing to promise. */
  readonly stopped: (word: string) => string;
  readonly skip: string;
  readonly mayBeSkipped: string;
  readonly confirm: (value: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly operatorWords: readonly string[];
  readonly stopWords: readonly string[];
  readonly backWords: readonly string[];
  readonly moreWords: readonly string[];
  /** Asks for a mark from 1 to 5, and again. */
  readonly rate: string;
  readonly rateHint: string;
  readonly answerHints: Readonly<Record<string, string>>;
  readonly days: readonly string[];
  /** For the people in the CRM, when the flow itself failed. */
  readonly failureNote: (node: string) => string;
  /** For the same people, when a customer asked for one and the CRM refused the status. */
  readonly handoffNote: (status: string) => string;
  /** For them too: the bot has stopped talking to something that is no person. */
  readonly loopNote: string;
  /** For them too: more messages at once than the bot answers one by one. */
  readonly floodNote: string;
  /** For them too: the funnel has changed under the bot. */
  readonly statusGoneNote: (status: string) => string;
  /** What is known of the customer, as lines of the lead's comment. */
  readonly contactLabels: { readonly name: string; readonly phone: string; readonly email: string };
}

const ru: CustomerWords = {
  hint: 'Не понял вас.',
  hintDigit: 'Не понял вас. Ответьте цифрой:',
  hintAgain: 'Всё ещё не понял. Выберите цифру из списка:',
  didYouMean: (a, b) => `Вы про «${a}» или «${b}»?`,
  clarify: 'Уточните, пожалуйста:',
  anythingElse: 'Ещё вопросы?',
  toMenu: 'меню',
  more: 'Ещё',
  back: 'Назад',
  backAgain: 'Снова на связи бот.',
  handoffFailed: 'Сейчас не получается позвать сотрудника. Напишите ещё раз чуть позже.',
  closedUntil: (hours) =>
    hours === ''
      ? 'Сейчас мы не работаем. Ответим, как только вернёмся.'
      : `Сейчас мы не работаем. Ответим в рабочее время: ${hours}.`,
  closingSoon: (clock) => `Скоро закрываемся: сотрудники на связи до ${clock}.`,
  stopped: (word) => `Хорошо, больше не пишу.${word === '' ? '' : ` Чтобы начать снова, напишите «${word}».`}`,
  skip: 'пропустить',
  mayBeSkipped: 'Можно не отвечать: напишите «пропустить».',
  confirm: (value) => `Верно: ${value}?`,
  yes: 'Да',
  no: 'Нет',
  operatorWords: ['оператор', 'оператора', 'оператору', 'оператором'],
  stopWords: ['стоп', 'stop', 'отписаться'],
  backWords: ['назад', 'обратно', 'вернуться'],
  moreWords: ['еще', 'дальше', 'далее'],
  rate: 'Оцените, пожалуйста, нашу помощь от 1 до 5.',
  rateHint: 'Напишите число от 1 до 5: пять — отлично.',
  answerHints: {
    text: 'Напишите ответ текстом.',
    number: 'Нужно число, например 12.',
    money: 'Нужна сумма, например 1500.',
    phone: 'Нужен номер телефона, например +7 916 123-45-67.',
    email: 'Нужен адрес почты, например anna@example.ru.',
    date: 'Нужна дата, например «завтра» или «25 декабря».',
    time: 'Нужно время, например 18:30.',
    yesno: 'Ответьте «да» или «нет».',
    name: 'Напишите, как вас зовут.',
    file: 'Пришлите файл или фото.',
    entity: 'Такого нет в списке.',
    pattern: 'Это не похоже на нужный ответ.',
  },
  days: ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'],
  failureNote: (node) => `Бот остановился на блоке «${node}»: в сценарии ошибка. Ответьте клиенту, пожалуйста.`,
  handoffNote: (status) =>
    `Клиент просит сотрудника, но статус «${status}» поставить не получилось. Ответьте ему, пожалуйста.`,
  loopNote:
    'Похоже, боту отвечает программа или автоответчик: одно и то же без остановки. Бот замолчал. Посмотрите переписку, пожалуйста.',
  floodNote:
    'Клиент пишет слишком много подряд. Бот ответит один раз, на последнее сообщение; остальные сохранены. Посмотрите переписку, пожалуйста.',
  statusGoneNote: (status) =>
    `Бот хотел поставить статус «${status}», но в воронке его больше нет. Поставьте нужный статус сами и свяжите статусы в Dialogram заново.`,
  contactLabels: { name: 'Имя', phone: 'Телефон', email: 'Почта' },
};

const en: CustomerWords = {
  hint: 'Sorry, I did not get that.',
  hintDigit: 'Sorry, I did not get that. Please answer with a number:',
  hintAgain: 'I still do not understand. Please choose a number from the list:',
  didYouMean: (a, b) => `Do you mean “${a}” or “${b}”?`,
  clarify: 'Could you clarify, please:',
  anythingElse: 'Anything else?',
  toMenu: 'menu',
  more: 'More',
  back: 'Back',
  backAgain: 'The bot is back with you.',
  handoffFailed: 'We can’t call a colleague right now. Please write again a little later.',
  closedUntil: (hours) =>
    hours === ''
      ? 'We are closed now and will answer as soon as we are back.'
      : `We are closed now. We will answer during opening hours: ${hours}.`,
  closingSoon: (clock) => `We close soon: our team is here until ${clock}.`,
  stopped: (word) => `All right, I will not write any more.${word === '' ? '' : ` To start again, write “${word}”.`}`,
  skip: 'skip',
  mayBeSkipped: 'You need not answer: write “skip”.',
  confirm: (value) => `Is this right: ${value}?`,
  yes: 'Yes',
  no: 'No',
  operatorWords: ['operator', 'human', 'agent'],
  stopWords: ['stop', 'unsubscribe'],
  backWords: ['back', 'go back'],
  moreWords: ['more', 'next'],
  rate: 'Please rate our help from 1 to 5.',
  rateHint: 'Please write a number from 1 to 5; five is the best.',
  answerHints: {
    text: 'Please answer in words.',
    number: 'Please send a number, for example 12.',
    money: 'Please send an amount, for example 1500.',
    phone: 'Please send a phone number, for example +44 20 7946 0018.',
    email: 'Please send an e-mail address, for example anna@example.com.',
    date: 'Please send a date, for example “tomorrow” or “December 25”.',
    time: 'Please send a time, for example 6:30 pm.',
    yesno: 'Please answer “yes” or “no”.',
    name: 'Please tell me your name.',
    file: 'Please send a file or a photo.',
    entity: 'That is not in the list.',
    pattern: 'That does not look like the answer I need.',
  },
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  failureNote: (node) =>
    `The bot stopped at the block “${node}”: there is a mistake in the flow. Please answer the customer.`,
  handoffNote: (status) =>
    `The customer asks for a person, but the status “${status}” could not be set. Please answer them.`,
  loopNote:
    'It looks as if a program or an auto-reply is answering the bot, without end. The bot has fallen silent. Please look at the conversation.',
  floodNote:
    'The customer writes too much at once. The bot will answer once, to the last message; the others are kept. Please look at the conversation.',
  statusGoneNote: (status) =>
    `The bot wanted to set the status “${status}”, but the funnel has it no more. Please set the right status yourself and link the statuses in Dialogram again.`,
  contactLabels: { name: 'Name', phone: 'Phone', email: 'E-mail' },
};

/** Languages without words of their own get English. */
export function customerWords(language: string): CustomerWords {
  return language.toLowerCase().startsWith('ru') ? ru : en;
}

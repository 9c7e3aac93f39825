import type { ProblemTable } from './sentence.ts';

/** Blocks that change the lead, and those for people. */
export const crmWords: ProblemTable = {
  'E-STATUS': {
    ru: () => 'Не выбран статус. Выберите его из списка.',
    en: () => 'No status is chosen. Choose one from the list.',
  },
  'E-NOMAP': {
    ru: (f) => `Статус «${f.status}» не сопоставлен со статусом Umnico. Откройте «Подключения» и сопоставьте.`,
    en: (f) => `Status “${f.status}” is not linked to one in Umnico. Open Connections and link it.`,
  },
  'W-OP': {
    ru: (f) => `В статусе «${f.status}» бот замолчит. Возьмите блок «Передать оператору».`,
    en: (f) => `In “${f.status}” the bot falls silent. Use the block “Hand off to operator”.`,
  },
  'W-ARCH': {
    ru: (f) => `Статус «${f.status}» закроет обращение для команды.`,
    en: (f) => `Status “${f.status}” closes the conversation for your team.`,
  },
  'E-NOOP': {
    ru: () => 'Не выбран статус оператора. Дайте одному из статусов роль «Оператор» и выберите его.',
    en: () => 'No operator status is chosen. Give a status the role “Operator” and choose it.',
  },
  'E-NOTOP': {
    ru: (f) => `У статуса «${f.status}» роль не «Оператор»: бот не замолчит. Выберите другой или измените роль.`,
    en: (f) =>
      `Status “${f.status}” does not have the role “Operator”, so the bot would not fall silent. Choose another or change the role.`,
  },
  'E-CONTACT': {
    ru: () => 'В тексте обещан контакт, но он не указан. Напишите телефон или адрес, по которому вас найдут.',
    en: () => 'The text promises a contact, but there is none. Enter a phone or an address where people find you.',
  },
  'E-TO': {
    ru: () => 'Не выбрано, кому отдать обращение. Выберите сотрудника.',
    en: () => 'Nobody is chosen to take the lead. Choose an employee.',
  },
  'E-NOTAG': {
    ru: () => 'Нет ни одного тега: блок ничего не изменит. Добавьте тег.',
    en: () => 'There is no tag, so the block changes nothing. Add one.',
  },
  'E-TAG': {
    ru: (f) => `Тег «${f.tag}» и добавляется, и убирается. Оставьте его в одном списке.`,
    en: (f) => `Tag “${f.tag}” is both added and removed. Keep it in one list.`,
  },
  'W-TAGLEN': {
    ru: (f) => `Тег «${f.tag}» длиннее ${f.limit} знаков: лишнее обрежется. Сократите его.`,
    en: (f) => `Tag “${f.tag}” is over ${f.limit} characters and will be cut. Shorten it.`,
  },
  'W-TAGMANY': {
    ru: (f) => `Тегов больше ${f.limit}: в Umnico в них легко запутаться. Оставьте нужные.`,
    en: (f) => `There are more than ${f.limit} tags: people lose track of them in Umnico. Keep those you need.`,
  },
  'E-NOFIELD': {
    ru: () => 'Не заполнено ни одно поле: записывать нечего. Заполните хотя бы одно.',
    en: () => 'No field is filled, so there is nothing to write. Fill in at least one.',
  },
  'E-AMOUNT': {
    ru: (f) => `«${f.amount}» не похоже на сумму. Напишите число от нуля, например 1 250,50, или вставьте переменную.`,
    en: (f) => `“${f.amount}” is not an amount. Write a number from zero, such as 1250.50, or put in a variable.`,
  },
  'E-PHONE': {
    ru: (f) => `«${f.phone}» не похоже на номер телефона. Исправьте его или вставьте переменную.`,
    en: (f) => `“${f.phone}” is not a phone number. Correct it or put in a variable.`,
  },
  'E-EMAIL': {
    ru: (f) => `«${f.email}» не похоже на адрес почты. Исправьте его или вставьте переменную.`,
    en: (f) => `“${f.email}” is not an e-mail address. Correct it or put in a variable.`,
  },
  'W-CUT': {
    ru: (f) => `Текст длиннее ${f.limit} знаков: лишнее не запишется. Сократите его.`,
    en: (f) => `The text is over ${f.limit} characters, and the rest is not written. Shorten it.`,
  },
};

import type { ProblemTable } from './sentence.ts';

/** Blocks that change the lead, and those for people. */
export const crmWords: ProblemTable = {
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
};

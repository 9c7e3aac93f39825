import type { ProblemTable } from './sentence.ts';

const FAILURES: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  tooManyMessages: { ru: 'слишком много сообщений подряд', en: 'too many messages in a row' },
  unknownKind: { ru: 'эта версия не знает такой блок', en: 'this version does not know the block' },
  missingNode: { ru: 'связь ведёт к блоку, которого нет', en: 'a connection leads to a block that is gone' },
  badData: { ru: 'содержимое блока не читается', en: 'the content of the block cannot be read' },
  noTarget: { ru: 'некуда идти дальше', en: 'there is nowhere to go' },
  tooDeep: { ru: 'вложенные сценарии вызывают друг друга без конца', en: 'sub-flows call one another without end' },
};
const why = (what: unknown, language: 'ru' | 'en'): string => FAILURES[String(what)]?.[language] ?? String(what);

/** What the walk over all conversations found. */
export const exploreWords: ProblemTable = {
  'X-END': {
    ru: (f, exit) =>
      exit === ''
        ? `Здесь разговор остановится без блока «Завершить»: бот замолчит. Соедините блок «${f.block}» с другим.`
        : `После выхода «${exit}» разговор остановится, и бот замолчит. Соедините его или добавьте «Завершить».`,
    en: (f, exit) =>
      exit === ''
        ? `The conversation stops here without an “End”, and the bot falls silent. Connect the block “${f.block}”.`
        : `After the output “${exit}” the conversation stops and the bot falls silent. Connect it or add “End”.`,
  },
  'X-FAIL': {
    ru: (f) => `Здесь сценарий сломается (${why(f.what, 'ru')}), и диалог уйдёт людям.`,
    en: (f) => `Here the flow fails (${why(f.what, 'en')}), and people get the conversation.`,
  },
  'X-STUCK': {
    ru: () => 'Отсюда не выйти: ни ответ клиента, ни время не ведут дальше. Добавьте выход или срок ожидания.',
    en: () => 'There is no way on from here: neither an answer nor time leads out. Add an output or a time limit.',
  },
  'X-LOOP': {
    ru: (f) => `Блоки ходят по кругу и ни разу не ждут клиента: ${f.cycle}. Добавьте вопрос или паузу.`,
    en: (f) => `The blocks go round in a circle and never wait for the customer: ${f.cycle}. Add a question or a wait.`,
  },
  'X-REACH': {
    ru: () => 'К этому блоку не приводит ни один разговор.',
    en: () => 'No conversation leads to this block.',
  },
  'X-EXIT': {
    ru: (_, exit) => `К выходу «${exit}» не приводит ни один ответ.`,
    en: (_, exit) => `No answer takes the output “${exit}”.`,
  },
  'X-READ': {
    ru: (f) => `«${f.variable}» читается здесь, хотя до этого места её ничто не записывает. Спросите её раньше.`,
    en: (f) => `“${f.variable}” is read here, and nothing on the way writes it. Ask for it earlier.`,
  },
  'X-MISS': {
    ru: () => 'Кого бот здесь не понял, того он переспрашивает без конца и человека не предлагает.',
    en: () => 'Whoever is not understood here is asked again for ever and never offered a person.',
  },
};

import type { ProblemTable } from './sentence.ts';
import { thing } from './thing.ts';

/** Findings any block can have. */
export const sharedWords: ProblemTable = {
  'E-OUT': {
    ru: (_, exit) =>
      `У выхода «${exit}» нет связи: здесь разговор остановится. Соедините его с блоком или добавьте «Завершить».`,
    en: (_, exit) => `Output “${exit}” is not connected, so the conversation stops here. Connect it or add “End”.`,
  },
  'E-ZONE': {
    ru: (f) =>
      `Часового пояса «${f.zone}» нет: рабочее время посчиталось бы неверно. Выберите другой${f.own === 1 ? '' : ' в настройках бота'}.`,
    en: (f) =>
      `There is no time zone “${f.zone}”, so opening hours would be wrong. Choose another${f.own === 1 ? '' : " in the bot's settings"}.`,
  },
  'E-KIND': {
    ru: (f) => `Эта версия не знает блок «${f.kind}». Обновите приложение или замените блок.`,
    en: (f) => `This version does not know the block “${f.kind}”. Update the app or replace the block.`,
  },
  'E-DATA': {
    ru: () => 'Содержимое блока не читается. Заполните его заново.',
    en: () => 'The content of this block cannot be read. Fill it in again.',
  },
  'E-REF': {
    ru: (f) =>
      f.id === ''
        ? `${thing(f, 'ru')}: ничего не выбрано. Выберите нужное.`
        : `${thing(f, 'ru')} «${f.id}» больше не существует. Выберите другое или уберите ссылку.`,
    en: (f) =>
      f.id === ''
        ? `${thing(f, 'en')}: nothing is chosen. Choose one.`
        : `${thing(f, 'en')} “${f.id}” no longer exists. Choose another or remove the reference.`,
  },
  'W-EXIT': {
    ru: (f) => `Связь идёт от выхода «${f.exit}», которого больше нет. Удалите её или верните выход.`,
    en: (f) => `A connection leaves an output, “${f.exit}”, that no longer exists. Remove it or bring the output back.`,
  },
  'I-EMPTY': {
    ru: () => 'Бот пока ничего не отвечает. Добавьте первый блок после «Начала».',
    en: () => 'The bot says nothing yet. Add the first block after “Start”.',
  },
  'I-REACH': {
    ru: () => 'К этому блоку не ведёт ни один путь: клиенты его не увидят.',
    en: () => 'No path leads to this block: customers will not see it.',
  },
  'E-VAR': {
    ru: (f) => `Переменной «${f.name}» нет. Создайте её или выберите другую.`,
    en: (f) => `There is no variable “${f.name}”. Create it or choose another.`,
  },
  'E-VARREQ': {
    ru: () => 'Не выбрано, куда сохранить ответ. Выберите или создайте переменную.',
    en: () => 'Nothing says where to save the answer. Choose or create a variable.',
  },
  'E-VARNAME': {
    ru: (f) => `«${f.name}» не годится для имени: начните с буквы, дальше буквы, цифры и «_», до 40 знаков.`,
    en: (f) => `“${f.name}” cannot be a name: begin with a letter, then letters, digits and “_”, 40 at most.`,
  },
  'E-EMPTY': {
    ru: () => 'Пустой текст: клиент ничего не увидит. Напишите его.',
    en: () => 'The text is empty: the customer sees nothing. Write it.',
  },
  'W-LEN': {
    ru: (f) => `Текст длиннее ${f.limit} знаков. В некоторых каналах его могут не доставить. Сократите или разбейте.`,
    en: (f) => `The text is over ${f.limit} characters and may not be delivered in some channels. Shorten or split it.`,
  },
  'E-TWO': {
    ru: () => 'Такой блок в сценарии может быть только один: второй никогда не сработает. Удалите лишний.',
    en: () => 'A flow can have only one block of this kind: the second never runs. Remove it.',
  },
};

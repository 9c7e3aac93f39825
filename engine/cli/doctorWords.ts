import type { Finding, FindingCode } from './doctorChecks.ts';
import { language } from './language.ts';

type Facts = Finding['facts'];
/** What was found, and what to do about it; nothing to do = empty. */
type Words = (facts: Facts) => readonly [what: string, todo: string];
type Table = Readonly<Record<FindingCode, Words>>;

const ru: Table = {
  writable: () => ['В папку данных можно писать', ''],
  readOnly: () => ['В папку данных нельзя писать', 'Дайте пользователю, под которым работает Dialogram, права на неё.'],
  private: () => ['Папку видит только её владелец', ''],
  open: () => [
    'Папку или базу могут читать другие пользователи',
    'Закройте её: chmod 700 ПАПКА; chmod 600 ПАПКА/dialogram.sqlite',
  ],
  placeFine: () => ['Папка на обычном диске', ''],
  placeSync: () => [
    'Папка лежит в облачном диске: он копирует базу посреди записи и может её испортить',
    'Перенесите её в обычную папку.',
  ],
  placeNetwork: () => ['Папка на сетевом диске: блокировки там ненадёжны', 'Перенесите её на диск этого компьютера.'],
  running: () => ['С папкой сейчас работает Dialogram', ''],
  stopped: () => ['С папкой никто не работает', ''],
  sqliteFine: ({ version }) => [`SQLite ${version ?? ''}`, ''],
  sqliteOld: ({ version }) => [
    `SQLite ${version ?? ''} с ошибкой, которая портит базы`,
    'Переустановите Dialogram: нужна 3.51.3 или новее.',
  ],
  flushed: ({ ms }) => [`Каждая запись доходит до диска (${ms ?? ''} мс)`, ''],
  notFlushed: () => [
    'Записи не доходят до диска сразу: при сбое питания сообщения пропадут',
    'Переустановите Dialogram.',
  ],
  flushUnknown: () => ['Не удалось проверить запись на диск', 'Проверьте права и место.'],
  whole: () => ['База цела', ''],
  damaged: () => ['База повреждена', 'Остановите Dialogram и восстановите копию: dialogram restore'],
  unreadable: ({ reason }) => [`База не читается (${reason ?? ''})`, 'Проверьте права на файлы и диск.'],
  noData: () => ['Здесь нет данных Dialogram', 'Укажите папку: --data ПАПКА'],
  newer: ({ version, supported }) => [
    `Данные новее программы (${version ?? ''}, понимаем ${supported ?? ''})`,
    'Обновите Dialogram.',
  ],
  older: ({ version, supported }) => [
    `Данные прежней версии (${version ?? ''} из ${supported ?? ''}): обновятся при запуске, копия сделается сама`,
    '',
  ],
  room: ({ megabytes }) => [`Свободно ${megabytes ?? ''} МБ`, ''],
  roomLow: ({ megabytes }) => [`На диске мало места: ${megabytes ?? ''} МБ`, 'Освободите хотя бы 200 МБ.'],
  roomNone: ({ megabytes }) => [
    `Диск заполнен (${megabytes ?? ''} МБ): новые сообщения не принимаются, Umnico пришлёт их снова`,
    'Освободите место: приём включится сам.',
  ],
  backupFresh: ({ hours }) => [`Последняя копия: ${hours ?? ''} ч назад`, ''],
  backupOld: ({ hours }) => [
    `Последняя копия старая: ${hours ?? ''} ч назад`,
    'Копии делает работающий Dialogram; сейчас: dialogram backup',
  ],
  backupNone: () => ['Копий нет', 'Сделайте: dialogram backup'],
  queuesEmpty: () => ['Отложенных и неотправленных сообщений нет', ''],
  deadRows: ({ count }) => [
    `Не отправлено и больше не пробуем: ${count ?? ''}`,
    'Откройте «Диалоги» и решите, что с ними делать.',
  ],
  parkedRows: ({ count }) => [`Отложено для людей: ${count ?? ''}`, 'Откройте «Диалоги» и ответьте клиентам.'],
  notConnected: () => ['Бот ни к чему не подключён', ''],
  sandbox: () => ['Подключена песочница', ''],
  tokenFile: () => ['Токен Umnico в файле, который видит только владелец', ''],
  tokenOpen: () => [
    'Файл с токеном могут читать другие пользователи',
    'chmod 600 ПАПКА/token, затем перевыпустите токен в Umnico.',
  ],
  tokenMissing: () => ['Токен не в папке: он даётся при запуске или лежит в хранилище системы', ''],
  accountReached: ({ host }) => [`${host ?? ''} отвечает`, ''],
  accountUnreachable: ({ host }) => [`${host ?? ''} не отвечает`, 'Проверьте интернет и прокси.'],
  clockRight: ({ seconds }) => [`Часы идут верно (${seconds ?? ''} с)`, ''],
  clockOff: ({ seconds }) => [
    `Часы врут на ${seconds ?? ''} с: паузы и «сообщению больше получаса» считаются неверно`,
    'Включите установку времени по сети.',
  ],
  addressAnswers: ({ host }) => [`Адрес для Umnico (${host ?? ''}) ведёт к нам`, ''],
  addressSilent: ({ host }) => [
    `Адрес для Umnico (${host ?? ''}) не отвечает: сообщения приходят с опозданием`,
    'Проверьте туннель или прокси.',
  ],
  addressWrong: ({ host, status }) => [
    `По адресу для Umnico (${host ?? ''}) отвечает не Dialogram (ответ ${status ?? ''})`,
    'Направьте его на порт для Umnico (--webhook-port), а не на интерфейс.',
  ],
  noAddress: () => [
    'Нет адреса для Umnico: сообщения приходят только проверкой истории',
    'Дайте --public-url или туннель.',
  ],
};

const en: Table = {
  writable: () => ['The data folder can be written to', ''],
  readOnly: () => [
    'The data folder cannot be written to',
    'Give the user that runs Dialogram the right to write there.',
  ],
  private: () => ['Only its owner can see the folder', ''],
  open: () => [
    'Other users can read the folder or the database',
    'Close it: chmod 700 DIR; chmod 600 DIR/dialogram.sqlite',
  ],
  placeFine: () => ['The folder is on an ordinary disk', ''],
  placeSync: () => [
    'The folder is in a cloud drive, which copies the database in mid-write and can damage it',
    'Move it to an ordinary folder.',
  ],
  placeNetwork: () => [
    'The folder is on a network drive, where locks do not hold',
    'Move it to a disk of this computer.',
  ],
  running: () => ['A Dialogram is running on the folder', ''],
  stopped: () => ['Nobody is running on the folder', ''],
  sqliteFine: ({ version }) => [`SQLite ${version ?? ''}`, ''],
  sqliteOld: ({ version }) => [
    `SQLite ${version ?? ''} has a bug that damages databases`,
    'Reinstall Dialogram: 3.51.3 or newer is needed.',
  ],
  flushed: ({ ms }) => [`Every commit reaches the disk (${ms ?? ''} ms)`, ''],
  notFlushed: () => ['Commits do not reach the disk at once: a power cut would lose messages', 'Reinstall Dialogram.'],
  flushUnknown: () => ['It could not be tried whether commits reach the disk', 'Check rights and room.'],
  whole: () => ['The database is whole', ''],
  damaged: () => ['The database is damaged', 'Stop Dialogram and restore a copy: dialogram restore'],
  unreadable: ({ reason }) => [
    `The database cannot be read (${reason ?? ''})`,
    'Check the rights of the files, and the disk.',
  ],
  noData: () => ['There is no Dialogram data here', 'Name the folder: --data DIR'],
  newer: ({ version, supported }) => [
    `The data is newer than the program (${version ?? ''}, this one reads ${supported ?? ''})`,
    'Update Dialogram.',
  ],
  older: ({ version, supported }) => [
    `The data is of an earlier version (${version ?? ''} of ${supported ?? ''}): the next start brings it up, after a copy`,
    '',
  ],
  room: ({ megabytes }) => [`${megabytes ?? ''} MB free`, ''],
  roomLow: ({ megabytes }) => [`Little room on the disk: ${megabytes ?? ''} MB`, 'Free at least 200 MB.'],
  roomNone: ({ megabytes }) => [
    `The disk is full (${megabytes ?? ''} MB): new messages are turned away, Umnico will send them again`,
    'Free some room: they are taken in again by themselves.',
  ],
  backupFresh: ({ hours }) => [`The newest copy is ${hours ?? ''} h old`, ''],
  backupOld: ({ hours }) => [
    `The newest copy is old: ${hours ?? ''} h`,
    'A running Dialogram makes them; for now: dialogram backup',
  ],
  backupNone: () => ['There is no copy', 'Make one: dialogram backup'],
  queuesEmpty: () => ['Nothing is set aside, nothing was given up', ''],
  deadRows: ({ count }) => [
    `Not sent and given up: ${count ?? ''}`,
    'Open Conversations and decide what to do with them.',
  ],
  parkedRows: ({ count }) => [`Set aside for people: ${count ?? ''}`, 'Open Conversations and answer the customers.'],
  notConnected: () => ['The bot is connected to nothing', ''],
  sandbox: () => ['The sandbox is connected', ''],
  tokenFile: () => ['The Umnico token is in a file that only its owner can see', ''],
  tokenOpen: () => [
    'Other users can read the file with the token',
    'chmod 600 DIR/token, then reissue the token in Umnico.',
  ],
  tokenMissing: () => ['The token is not in the folder: it is given at the start, or kept by the system', ''],
  accountReached: ({ host }) => [`${host ?? ''} answers`, ''],
  accountUnreachable: ({ host }) => [`${host ?? ''} does not answer`, 'Check the internet and the proxy.'],
  clockRight: ({ seconds }) => [`The clock is right (${seconds ?? ''} s)`, ''],
  clockOff: ({ seconds }) => [
    `The clock is off by ${seconds ?? ''} s: waits and «over half an hour old» are judged wrongly`,
    'Have the time set from the network.',
  ],
  addressAnswers: ({ host }) => [`The address for Umnico (${host ?? ''}) leads here`, ''],
  addressSilent: ({ host }) => [
    `The address for Umnico (${host ?? ''}) does not answer: messages come late`,
    'Check the tunnel or the proxy.',
  ],
  addressWrong: ({ host, status }) => [
    `What answers at the address for Umnico (${host ?? ''}) is not Dialogram (status ${status ?? ''})`,
    'Point it at the port for Umnico (--webhook-port), not at the interface.',
  ],
  noAddress: () => [
    'There is no address for Umnico: messages come only by looking into the history',
    'Give --public-url or a tunnel.',
  ],
};

export function findingWords({ code, facts }: Finding): readonly [what: string, todo: string] {
  return { ru, en }[language()][code](facts);
}

import type { FaultOf } from './fault.ts';
import type { FaultTable, FaultWords } from './faultTable.ts';

type Table = FaultTable<'requestRefused' | 'secretsLocked'>;
type Words = Readonly<Record<FaultOf<'requestRefused'>['why'], (about: string) => FaultWords>>;

const ru: Words = {
  address: () => ({ what: 'Запрос не отправлен: адрес не разобрать.', todo: 'Исправьте его в блоке.' }),
  scheme: () => ({
    what: 'Запрос не отправлен: адрес должен начинаться с https:// или http://.',
    todo: 'Исправьте его в блоке.',
  }),
  port: (about) => ({ what: `Запрос не отправлен: порт ${about} не для сайтов.`, todo: 'Исправьте адрес в блоке.' }),
  ownPort: () => ({ what: 'Запрос не отправлен: это адрес самого Dialogram.', todo: 'Исправьте его в блоке.' }),
  privateAddress: (about) => ({
    what: `Запрос не отправлен: ${about} — адрес этого компьютера или вашей сети.`,
    todo: 'Если это ваш сервер, разрешите его: «Настройки → HTTP-запросы».',
  }),
  request: () => ({ what: 'Запрос не отправлен: так его не составить.', todo: 'Проверьте адрес и заголовки в блоке.' }),
  noKey: (about) => ({
    what: `Запрос не отправлен: ключа доступа «${about}» нет на этом компьютере.`,
    todo: 'Добавьте его: «Настройки → HTTP-запросы».',
  }),
  otherHosts: (about) => ({
    what: `Запрос не отправлен: ключ доступа «${about}» разрешён для других адресов.`,
    todo: 'Добавьте ключу этот адрес: «Настройки → HTTP-запросы».',
  }),
  plainHttp: (about) => ({
    what: `Запрос не отправлен: по http ключ доступа «${about}» прочтёт любой на пути.`,
    todo: 'Укажите в блоке адрес с https.',
  }),
};

const en: Words = {
  address: () => ({ what: 'The request was not sent: its address makes no sense.', todo: 'Correct it in the block.' }),
  scheme: () => ({
    what: 'The request was not sent: an address begins with https:// or http://.',
    todo: 'Correct it in the block.',
  }),
  port: (about) => ({
    what: `The request was not sent: port ${about} is not one for web servers.`,
    todo: 'Correct the address in the block.',
  }),
  ownPort: () => ({
    what: 'The request was not sent: that is the address of Dialogram itself.',
    todo: 'Correct it in the block.',
  }),
  privateAddress: (about) => ({
    what: `The request was not sent: ${about} is this computer or in your own network.`,
    todo: 'If it is your server, allow it in Settings → HTTP requests.',
  }),
  request: () => ({
    what: 'The request was not sent: it cannot be made like this.',
    todo: 'Check the address and the headers in the block.',
  }),
  noKey: (about) => ({
    what: `The request was not sent: there is no access key “${about}” on this computer.`,
    todo: 'Add it in Settings → HTTP requests.',
  }),
  otherHosts: (about) => ({
    what: `The request was not sent: the access key “${about}” is for other addresses.`,
    todo: 'Add this address to the key in Settings → HTTP requests.',
  }),
  plainHttp: (about) => ({
    what: `The request was not sent: over http anyone on the way could read the access key “${about}”.`,
    todo: 'Use an https address in the block.',
  }),
};

/** Of requests that authors write, and of the keys in them. */
export const requestWords: Readonly<Record<'ru' | 'en', Table>> = {
  ru: {
    requestRefused: ({ why, about }) => ru[why](about),
    secretsLocked: () => ({
      what: 'Ключи доступа не прочитать: хранилище паролей закрыто.',
      todo: 'Разблокируйте его и повторите.',
    }),
  },
  en: {
    requestRefused: ({ why, about }) => en[why](about),
    secretsLocked: () => ({
      what: 'The access keys cannot be read: the keychain is locked.',
      todo: 'Unlock it and try again.',
    }),
  },
};

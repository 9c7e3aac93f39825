import type { FaultTable } from './faultTable.ts';

type TunnelCode =
  | 'tunnelDown'
  | 'tunnelUnreachable'
  | 'tunnelElsewhere'
  | 'tunnelOpen'
  | 'tunnelEnded'
  | 'tunnelNoAddress'
  | 'tunnelRefused'
  | 'tunnelProgramMissing'
  | 'sshRefused'
  | 'sshHostKeyChanged'
  | 'sshKeyUnreadable'
  | 'sshNoForward';

/** Of the way from the outside to this computer. */
export const tunnelWords: Readonly<Record<'ru' | 'en', FaultTable<TunnelCode>>> = {
  ru: {
    tunnelDown: () => ({
      what: 'Umnico не может доставить сообщения боту: нет связи снаружи.',
      todo: 'Пропущенное дочитаем сами; причина — в «Подключениях».',
    }),
    tunnelUnreachable: ({ url }) => ({
      what: `По адресу ${url} снаружи никто не отвечает.`,
      todo: 'Проверьте интернет и сервер; пробуем снова сами.',
    }),
    tunnelElsewhere: ({ url }) => ({
      what: `Адрес ${url} ведёт не к этому Dialogram.`,
      todo: 'Проверьте, на какой порт он направлен.',
    }),
    tunnelOpen: ({ url }) => ({
      what: `Через ${url} видно не только вход для сообщений.`,
      todo: 'Направьте адрес на порт вебхука, а не на окно или сайт.',
    }),
    tunnelEnded: ({ through }) => ({
      what: `Связь через ${through} оборвалась.`,
      todo: 'Подключаемся снова сами.',
    }),
    tunnelNoAddress: ({ through }) => ({
      what: `${through} не выдал адрес.`,
      todo: 'Попробуем ещё раз; если не выйдет, выберите другой способ.',
    }),
    tunnelRefused: ({ through }) => ({
      what: `${through} отказал.`,
      todo: 'Проверьте токен и адрес в личном кабинете сервиса.',
    }),
    tunnelProgramMissing: ({ program }) =>
      program === 'cloudflared'
        ? {
            what: 'Программа cloudflared не установлена.',
            todo: 'Установите её с сайта Cloudflare и нажмите «Проверить».',
          }
        : {
            what: 'В этой сборке нет модуля ngrok.',
            todo: 'Установите пакет @ngrok/ngrok или выберите другой способ.',
          },
    sshRefused: ({ host, user }) => ({
      what: `Сервер ${host} не впустил «${user}»: не подошёл пароль или ключ.`,
      todo: 'Проверьте имя, пароль или ключ.',
    }),
    sshHostKeyChanged: ({ host }) => ({
      what: `У сервера ${host} сменился ключ. Пароль ему не отправлен.`,
      todo: 'Сверьте новый ключ с тем, кто ведёт сервер.',
    }),
    sshKeyUnreadable: ({ path, reason }) => ({
      what:
        reason === 'passphrase'
          ? `Ключ ${path} закрыт фразой, а она не подошла.`
          : reason === 'missing'
            ? `Файл ключа ${path} не читается.`
            : `${path} — не закрытый ключ SSH.`,
      todo: reason === 'passphrase' ? 'Введите фразу ключа.' : 'Укажите другой файл ключа.',
    }),
    sshNoForward: ({ host, port }) => ({
      what: `Сервер ${host} не открыл порт ${port}.`,
      todo: 'Порт занят, или на сервере выключен AllowTcpForwarding.',
    }),
  },
  en: {
    tunnelDown: () => ({
      what: 'Umnico can’t deliver messages to the bot: no way in from the outside.',
      todo: 'What is missed is fetched later; the reason is in Connections.',
    }),
    tunnelUnreachable: ({ url }) => ({
      what: `Nobody answers at ${url} from the outside.`,
      todo: 'Check the internet and the server; we keep trying.',
    }),
    tunnelElsewhere: ({ url }) => ({
      what: `The address ${url} does not lead to this Dialogram.`,
      todo: 'Check which port it points to.',
    }),
    tunnelOpen: ({ url }) => ({
      what: `More than the door for messages can be seen through ${url}.`,
      todo: 'Point it to the webhook’s port, not to a window or a site.',
    }),
    tunnelEnded: ({ through }) => ({
      what: `The connection through ${through} broke.`,
      todo: 'We are connecting again.',
    }),
    tunnelNoAddress: ({ through }) => ({
      what: `${through} gave no address.`,
      todo: 'We will try again; if that does not help, choose another way.',
    }),
    tunnelRefused: ({ through }) => ({
      what: `${through} refused.`,
      todo: 'Check the token and the address in your account there.',
    }),
    tunnelProgramMissing: ({ program }) =>
      program === 'cloudflared'
        ? {
            what: 'The program cloudflared is not installed.',
            todo: 'Install it from Cloudflare’s site and press Check.',
          }
        : { what: 'This build has no ngrok module.', todo: 'Install the package @ngrok/ngrok or choose another way.' },
    sshRefused: ({ host, user }) => ({
      what: `The server ${host} did not let “${user}” in: wrong password or key.`,
      todo: 'Check the name, the password or the key.',
    }),
    sshHostKeyChanged: ({ host }) => ({
      what: `The server ${host} has another key now. It was sent no password.`,
      todo: 'Compare the new key with whoever runs the server.',
    }),
    sshKeyUnreadable: ({ path, reason }) => ({
      what:
        reason === 'passphrase'
          ? `The key ${path} is locked, and the passphrase does not fit.`
          : reason === 'missing'
            ? `The key file ${path} can’t be read.`
            : `${path} is not a private SSH key.`,
      todo: reason === 'passphrase' ? 'Enter the passphrase.' : 'Name another key file.',
    }),
    sshNoForward: ({ host, port }) => ({
      what: `The server ${host} did not open port ${port}.`,
      todo: 'It is taken, or AllowTcpForwarding is off there.',
    }),
  },
};

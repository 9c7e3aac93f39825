import { inWords } from './output.ts';

interface CommandHelp {
  readonly usage: string;
  readonly does: { readonly ru: string; readonly en: string };
}

/** Every command, in the order of the contract (bot-format.md, 2). */
export const HELP: Readonly<Record<string, CommandHelp>> = {
  check: { usage: 'check FILE', does: { ru: 'все проблемы файла бота', en: 'all problems of a bot file' } },
  explore: {
    usage: 'explore FILE [--states N]',
    does: {
      ru: 'обходит все пути: тупики, круги, потерянные блоки, каждый с примером разговора',
      en: 'walks every path: dead ends, circles, lost blocks, each with an example conversation',
    },
  },
  simulate: {
    usage: 'simulate FILE [--at TIME] [--channel TYPE]',
    does: {
      ru: 'один разговор: строки клиента на входе; /advance 24h, /operator ТЕКСТ, /manager СТАТУС, /new, /channel ВИД, /image, /file, /take, /return, /set, /http, /choose, /refuse, /accept',
      en: 'one conversation: customer lines on stdin; /advance 24h, /operator TEXT, /manager STATUS, /new, /channel TYPE, /image, /file, /take, /return, /set, /http, /choose, /refuse, /accept',
    },
  },
  test: { usage: 'test FILE…', does: { ru: 'проверки, записанные в боте', en: "the bot's own checks" } },
  replay: {
    usage: 'replay RECORD.json [--on FILE]',
    does: {
      ru: 'проигрывает запись живого диалога заново: на её версии или на файле бота',
      en: "plays a live conversation's record again: on its version or on a bot file",
    },
  },
  'nlu eval': {
    usage: 'nlu eval --train FILE.jsonl --test FILE.jsonl [--vectors DIR]',
    does: { ru: 'как понимаются незнакомые фразы', en: 'how well unseen phrases are understood' },
  },
  'nlu confusion': {
    usage: 'nlu confusion FILE [--vectors DIR]',
    does: { ru: 'какие темы бот перепутает', en: 'which topics the bot would mix up' },
  },
  'nlu gate': {
    usage: 'nlu gate BEFORE AFTER',
    does: {
      ru: 'какие фразы бот стал узнавать хуже между двумя файлами',
      en: 'which phrases are recognised less well between two bot files',
    },
  },
  diff: {
    usage: 'diff A B',
    does: { ru: 'что изменилось между двумя файлами бота', en: 'what changed between two bot files' },
  },
  template: {
    usage: 'template menu|nlp|order|booking|after-hours|empty',
    does: { ru: 'печатает файл бота-примера', en: 'prints the file of a template bot' },
  },
  sandbox: {
    usage: 'sandbox [--port N] [--file FILE]',
    does: { ru: 'встроенный Umnico отдельно', en: 'the embedded Umnico alone' },
  },
  serve: {
    usage:
      'serve [--data DIR] [--port N] [--host H] [--webhook-port N] [--bot FILE [--publish [--require-statuses]]] [--sandbox | --umnico-token-file FILE] [--umnico-url URL] [--manager LOGIN] [--sources all|ID,ID] [--public-url URL] [--tunnel own|ssh|ngrok|cloudflared] [--ssh USER@HOST[:PORT]] [--ssh-key-file FILE] [--ssh-remote-port N] [--ssh-bind HOST] [--ssh-host-key SHA256:…] [--ngrok-domain NAME] [--tunnel-secret-file FILE] [--keys-file FILE] [--read-back always|fast] [--vectors DIR|off] [--metrics-port N] [--no-open]',
    does: {
      ru: 'движок и интерфейс без рабочего стола; пароль или токен туннеля — в файле или в SSH_PASSWORD, NGROK_AUTHTOKEN, TUNNEL_TOKEN',
      en: 'engine and web interface without a desktop; a tunnel’s password or token in a file, or in SSH_PASSWORD, NGROK_AUTHTOKEN, TUNNEL_TOKEN',
    },
  },
  'doctor --umnico': {
    usage:
      'doctor --umnico [--umnico-token-file FILE] [--umnico-url URL] [--write LEAD] [--write-first SOURCE:NUMBER] [--data DIR]',
    does: {
      ru: 'проверка настоящего аккаунта: по умолчанию только читает; формы ответов без содержимого',
      en: 'a self-test on the real account: reads only by default; shapes of answers, no contents',
    },
  },
  demo: {
    usage: 'demo',
    does: {
      ru: 'песочница, движок и пример: весь разговор по шагам',
      en: 'sandbox, engine and sample bot, step by step',
    },
  },
  export: {
    usage: 'export [--data DIR] --bot ID [--out FILE] | --out DIR',
    does: { ru: 'файлы ботов из папки данных', en: 'bot files out of a data folder' },
  },
  import: {
    usage: 'import FILE… [--data DIR]',
    does: { ru: 'файлы ботов в папку данных, как черновики', en: 'bot files into a data folder, as drafts' },
  },
  backup: {
    usage: 'backup [--data DIR] [--to FILE|DIR]',
    does: {
      ru: 'проверенная копия папки данных, также на ходу',
      en: 'a checked copy of the data folder, also while it runs',
    },
  },
  restore: {
    usage: 'restore [FILE] [--data DIR] [--replace]',
    does: {
      ru: 'возвращает копию на место; прежние данные откладываются; без файла показывает копии',
      en: 'puts a copy in place; what was there is put aside; without a file it lists the copies',
    },
  },
  erase: {
    usage: 'erase --phone NUMBER | --lead ID [--data DIR] [--yes]',
    does: { ru: 'удаляет клиента отовсюду, и из копий', en: 'forgets a customer everywhere, in the copies too' },
  },
  doctor: {
    usage: 'doctor [--data DIR] [--offline]',
    does: { ru: 'что не так с папкой данных и что делать', en: 'what is wrong with a data folder, and what to do' },
  },
};

/** The help of one command, or of all. */
export function helpText(command?: string): string {
  const one = command === undefined ? undefined : HELP[command];
  if (one !== undefined) return `dialogram ${one.usage}\n  ${inWords(one.does)}\n  ${inWords(COMMON)}`;
  const width = Math.max(...Object.keys(HELP).map((name) => name.length));
  return [
    inWords({ ru: 'dialogram КОМАНДА [аргументы]', en: 'dialogram COMMAND [arguments]' }),
    ...Object.entries(HELP).map(([name, { does }]) => `  ${name.padEnd(width)}  ${inWords(does)}`),
    inWords(COMMON),
  ].join('\n');
}

const COMMON = {
  ru: '--json: данные на stdout; --language ru|en; --help после команды: её аргументы',
  en: '--json: data on stdout; --language ru|en; --help after a command: its arguments',
};

import { parseArgs } from 'node:util';
import { dataFolder } from './dataFolder.ts';
import { inWords } from './output.ts';
import { wrongArgument } from './readArguments.ts';
import {
  TUNNEL_ARGUMENTS,
  type TunnelOption,
  tunnelOption,
  type TunnelSecrets,
  tunnelSecrets,
} from './tunnelOptions.ts';
import type { KeptKeys } from '../host/accessKeys.ts';
import { keysFile } from './keysFile.ts';
import { readToken } from './readToken.ts';
import { readBackMode, type ReadBackMode } from '../model/readBackMode.ts';

export interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly webhookPort: number | undefined;
  readonly bot: string | undefined;
  readonly publish: boolean;
  /** Not where a status the bot uses has no pair in the account. */
  readonly requireStatuses: boolean;
  readonly umnicoUrl: string | undefined;
  readonly token: string | undefined;
  readonly manager: string | undefined;
  readonly sources: readonly string[] | 'all' | undefined;
  readonly publicUrl: string | undefined;
  /** Null = as it was chosen before. */
  readonly tunnel: TunnelOption | null;
  readonly tunnelSecrets: TunnelSecrets;
  /** Access keys of HTTP blocks, beside those that are kept. */
  readonly keys: KeptKeys;
  readonly sandbox: boolean;
  readonly sandboxPort: number | undefined;
  /** Undefined = no figures for monitors. */
  readonly metricsPort: number | undefined;
  readonly metricsHost: string;
  readonly settleMs: number | undefined;
  /** Undefined = as it was chosen before. */
  readonly readBack: ReadBackMode | undefined;
  /** Folder of sentence vectors, or "off"; undefined = as it was chosen before. */
  readonly vectors: string | undefined;
  readonly open: boolean;
  readonly json: boolean;
}

/** Arguments of `serve`, or what is wrong with them, in one line. */
export function serveOptions(args: readonly string[]): ServeOptions | { readonly wrong: string } {
  if (args.some((arg) => /^--(?:umnico-|ngrok-|tunnel-|cloudflared-)?(?:api-)?(?:token|authtoken)(?:=|$)/u.test(arg)))
    return wrong(
      'Токен в командной строке не принимается: его увидит любой, кто смотрит список процессов. Положите его в файл (--umnico-token-file ФАЙЛ) или в переменную UMNICO_TOKEN.',
      'A token on the command line is refused: anyone who lists the processes would see it. Put it in a file (--umnico-token-file FILE) or in UMNICO_TOKEN.',
    );
  if (args.some((arg) => /^--(?:ssh-)?(?:password|passphrase)(?:=|$)/u.test(arg)))
    return wrong(
      'Пароль в командной строке не принимается: его увидит любой, кто смотрит список процессов. Положите его в файл (--tunnel-secret-file ФАЙЛ) или в переменную SSH_PASSWORD.',
      'A password on the command line is refused: anyone who lists the processes would see it. Put it in a file (--tunnel-secret-file FILE) or in SSH_PASSWORD.',
    );
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: OPTIONS, strict: true }));
  } catch (error) {
    return { wrong: `serve: ${wrongArgument(error)}` };
  }
  const empty = Object.entries(values).find(([, value]) => value === '')?.[0];
  if (empty !== undefined) return wrong(`--${empty}: нужно значение`, `--${empty}: a value is needed`);
  if (values.language !== undefined && values.language !== 'ru' && values.language !== 'en')
    return { wrong: `serve: --language ${values.language}: ru, en` };
  const tunnel = tunnelOption(values);
  if (tunnel !== null && 'wrong' in tunnel) return tunnel;
  const secrets = tunnelSecrets(values);
  if ('wrong' in secrets) return { wrong: secrets.wrong };
  const keys = keysFile(values['keys-file']);
  if ('wrong' in keys) return { wrong: keys.wrong };
  if (tunnel !== null && values.sandbox === true)
    return wrong(
      '--sandbox и --tunnel: песочница на этом же компьютере, туннель ей не нужен',
      '--sandbox and --tunnel exclude each other: the sandbox is on this computer',
    );
  const ports = [
    readPort('--port', values.port ?? '8490'),
    readPort('--webhook-port', values['webhook-port']),
    readPort('--sandbox-port', values['sandbox-port']),
    readPort('--metrics-port', values['metrics-port']),
  ];
  const wrongPort = ports.find((port) => typeof port === 'string');
  if (typeof wrongPort === 'string') return { wrong: wrongPort };
  const [port, webhookPort, sandboxPort, metricsPort] = ports as (number | undefined)[];
  const token = readToken(values['umnico-token-file']);
  if (token !== null && typeof token === 'object') return token;
  if (values.sandbox === true && token !== null && values['umnico-token-file'] !== undefined)
    return wrong(
      '--sandbox и --umnico-token-file: оставьте что-то одно',
      '--sandbox and --umnico-token-file exclude each other',
    );
  if (values.publish === true && values.bot === undefined)
    return wrong('--publish: укажите бота: --bot ФАЙЛ', '--publish needs --bot FILE');
  const settle = values['settle-ms'] === undefined ? undefined : Number(values['settle-ms']);
  if (settle !== undefined && !(settle >= 0))
    return wrong(
      `--settle-ms ${values['settle-ms'] ?? ''}: нужны миллисекунды`,
      `--settle-ms ${values['settle-ms'] ?? ''}: expected milliseconds`,
    );
  const readBack = values['read-back'] === undefined ? undefined : readBackMode.safeParse(values['read-back']);
  if (readBack?.success === false)
    return wrong(
      `--read-back ${values['read-back'] ?? ''}: нужно always (сверять каждое сообщение) или fast (знакомых — потом)`,
      `--read-back ${values['read-back'] ?? ''}: expected always (every message is looked up first) or fast (people known, afterwards)`,
    );
  for (const name of ['umnico-url', 'public-url'] as const) {
    const url = values[name];
    if (url !== undefined && !/^https?:$/u.test(URL.parse(url.replaceAll('{port}', '1'))?.protocol ?? ''))
      return wrong(
        `--${name} ${url}: это не адрес; нужен вида https://…`,
        `--${name} ${url}: not an address; expected https://…`,
      );
  }
  return {
    data: values.data ?? dataFolder(),
    port: port ?? 0,
    host: values.host ?? '127.0.0.1',
    webhookPort,
    bot: values.bot,
    publish: values.publish === true,
    requireStatuses: values['require-statuses'] === true,
    umnicoUrl: values['umnico-url'],
    token: token ?? undefined,
    manager: values.manager,
    sources: readSources(values.sources),
    publicUrl: tunnel === null ? values['public-url'] : undefined,
    tunnel,
    tunnelSecrets: secrets,
    keys: keys.keys,
    sandbox: values.sandbox === true,
    sandboxPort,
    metricsPort,
    metricsHost: values['metrics-host'] ?? '127.0.0.1',
    settleMs: settle,
    readBack: readBack?.data,
    vectors: values.vectors,
    open: values['no-open'] !== true && values.json !== true,
    json: values.json === true,
  };
}

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  'webhook-port': { type: 'string' },
  bot: { type: 'string' },
  publish: { type: 'boolean' },
  'require-statuses': { type: 'boolean' },
  'umnico-url': { type: 'string' },
  'umnico-token-file': { type: 'string' },
  manager: { type: 'string' },
  sources: { type: 'string' },
  'public-url': { type: 'string' },
  ...TUNNEL_ARGUMENTS,
  'keys-file': { type: 'string' },
  sandbox: { type: 'boolean' },
  'sandbox-port': { type: 'string' },
  'metrics-port': { type: 'string' },
  'metrics-host': { type: 'string' },
  'settle-ms': { type: 'string' },
  'read-back': { type: 'string' },
  vectors: { type: 'string' },
  'no-open': { type: 'boolean' },
  json: { type: 'boolean' },
  language: { type: 'string' },
} as const;

function readPort(name: string, text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65_535
    ? port
    : inWords({
        ru: `${name} ${text}: нужен порт от 0 до 65535`,
        en: `${name} ${text}: expected a port from 0 to 65535`,
      });
}

function readSources(text: string | undefined): ServeOptions['sources'] {
  if (text === undefined || text === 'all') return text;
  return text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function wrong(ru: string, en: string): { readonly wrong: string } {
  return { wrong: inWords({ ru, en }) };
}

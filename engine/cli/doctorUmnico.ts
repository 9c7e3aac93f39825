import { statSync } from 'node:fs';
import { pinoLog } from '../host/pinoLog.ts';
import { systemChance } from '../host/systemChance.ts';
import { systemClock } from '../host/systemClock.ts';
import { keepFindings } from '../host/umnicoFindings.ts';
import { undiciHttp } from '../host/undiciHttp.ts';
import { UMNICO_URL } from '../host/connectionConfig.ts';
import { ok, type Result } from '../model/result.ts';
import { umnicoChannel } from '../umnico/umnicoChannel.ts';
import { selfTest } from '../umnico/selfTest.ts';
import { selfTestWrite, type WriteTest } from '../umnico/selfTestWrite.ts';
import { doctorLines, testText, type Findings } from './doctorUmnicoWords.ts';
import { complain, DONE, inWords, misused, NO, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readToken } from './readToken.ts';

/** What the engine calls its webhooks begins so (`host/openDoor.ts`). */
const OUR_HOOKS = 'dialogram';
const CUSTOM_ID = 'dg:doctor:';
const LONGEST_WAIT_MS = 60_000;

/**
 * `dialogram doctor --umnico`: the first hour on a real account (umnico-api.md, 9). Reads only, unless `--write LEAD` or
 * `--write-first SOURCE:NUMBER` names whom to write to. Keeps shapes and figures, never what people wrote.
 */
export async function doctorUmnico(args: readonly string[]): Promise<number> {
  const read = readArguments(args, {
    umnico: 'flag',
    'umnico-url': 'value',
    'umnico-token-file': 'value',
    write: 'value',
    'write-first': 'value',
    data: 'value',
  });
  if ('wrong' in read) return misused({ ru: `doctor: ${read.wrong}`, en: `doctor: ${read.wrong}` });
  const { options } = read;
  const token = readToken(options['umnico-token-file']);
  if (token !== null && typeof token === 'object') return misused({ ru: token.wrong, en: token.wrong });
  if (token === null)
    return misused({
      ru: 'Нужен токен Umnico: --umnico-token-file ФАЙЛ или переменная UMNICO_TOKEN.',
      en: 'The Umnico token is needed: --umnico-token-file FILE or UMNICO_TOKEN.',
    });
  const first = /^(\d+):(.+)$/.exec(options['write-first'] ?? '');
  if (options['write-first'] !== undefined && first === null)
    return misused({
      ru: '--write-first: нужно ИСТОЧНИК:НОМЕР, например 7001:79991112233',
      en: '--write-first: SOURCE:NUMBER is needed, e.g. 7001:79991112233',
    });
  if (options.data !== undefined && statSync(options.data, { throwIfNoEntry: false })?.isDirectory() !== true)
    return misused({ ru: `${options.data}: нет такой папки`, en: `${options.data}: there is no such folder` });
  const http = undiciHttp();
  // The system's clock alone holds no process, and while a call waits for its turn nothing else does.
  const awake = setInterval(() => undefined, LONGEST_WAIT_MS);
  try {
    const found = await examine(
      { token, url: options['umnico-url'] ?? UMNICO_URL, lead: options.write, first: first?.slice(1) },
      http,
    );
    if (!found.ok) {
      complain(found.fault);
      return NO;
    }
    if (options.json) printJson(found.value);
    for (const line of doctorLines(found.value)) tell(inWords(line));
    if (options.data !== undefined) {
      const file = keepFindings(options.data, found.value);
      tell(
        inWords({ ru: `Записано: ${file}. Учтём при следующем запуске.`, en: `Kept in ${file}, for the next start.` }),
      );
    }
    return DONE;
  } finally {
    clearInterval(awake);
    await http.close();
  }
}

interface Wanted {
  readonly token: string;
  readonly url: string;
  readonly lead: string | undefined;
  readonly first: readonly string[] | undefined;
}

async function examine(wanted: Wanted, http: ReturnType<typeof undiciHttp>): Promise<Result<Findings>> {
  const options = {
    baseUrl: wanted.url,
    token: () => wanted.token,
    http,
    clock: systemClock,
    chance: systemChance,
    log: pinoLog('silent'),
  };
  const seen = await selfTest(options, OUR_HOOKS);
  if (!seen.ok) return seen;
  const channel = umnicoChannel(options);
  const unique = (length: number): string => `${CUSTOM_ID}${systemChance.secret(length * 6)}`.slice(0, length);
  const base = { at: new Date(systemClock.now()).toISOString(), ...seen.value };
  let write: WriteTest | undefined;
  if (wanted.lead !== undefined) {
    const done = await selfTestWrite(wanted.lead, { channel, clock: systemClock, unique, text: testText });
    if (!done.ok) return done;
    write = done.value;
  }
  let first: Findings['first'];
  if (wanted.first !== undefined) {
    const [source = '', to = ''] = wanted.first;
    const known = await channel.checkContact(source, to);
    if (!known.ok) return known;
    const sent = known.value
      ? await channel.writeFirst({ source, to, text: testText(1, 1), customId: unique(30) })
      : ok({ lead: undefined, ids: [] });
    if (!sent.ok) return sent;
    first = { known: known.value, leadInReply: sent.value.lead !== undefined };
  }
  return ok({
    ...base,
    ...(write === undefined ? {} : { write, settleMs: write.settleMs }),
    ...(first === undefined ? {} : { first }),
  });
}

import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Bot } from '../flow/botSchema.ts';
import { parseBot } from '../flow/parseBot.ts';
import { writeBot } from '../flow/writeBot.ts';
import { fileSecrets } from '../host/fileSecrets.ts';
import type { Engine } from '../host/engine.ts';
import { openEngine } from '../host/openEngine.ts';
import { keepHeapSmall } from '../host/smallHeap.ts';
import { unlinkedStatus } from '../host/statuses.ts';
import { countingLog } from '../host/countingLog.ts';
import { createFigures } from '../host/figures.ts';
import { logLevel, pinoLog } from '../host/pinoLog.ts';
import { serveFigures, serveInterface } from '../host/server.ts';
import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { connectAsTold, type End } from './connectAsTold.ts';
import { writeCompiled } from './keepCompiled.ts';
import { language } from './language.ts';
import { inWords, sentence } from './output.ts';
import { phraseWarnings, publishedPhrases } from './publishedPhrases.ts';
import { readBotFile } from './readBotFile.ts';
import { stopSignal } from './stopSignal.ts';
import { announce, announceDoors, tell, tellEvent } from './serveNews.ts';
import { serveOptions, type ServeOptions } from './serveOptions.ts';
import { serveVectors } from './vectorsOption.ts';
import { waitForTunnel } from './waitForTunnel.ts';

/** `dialogram serve`: engine and interface without a desktop. Value: exit status, once it was told to stop. */
export async function serve(args: readonly string[]): Promise<number> {
  const options = serveOptions(args);
  if ('wrong' in options) return complain(options.wrong);
  // All that can be known beforehand, before anything is opened, written or registered.
  const brought = options.bot === undefined ? null : readBotFile(options.bot);
  if (brought?.ok === false) return complain(inFile(options.bot, brought.fault));
  const door = await knock(options.port, options.host);
  if (door !== null) return complain(door);
  keepHeapSmall();
  const figures = createFigures();
  const log = countingLog(pinoLog(logLevel('error')), figures.countEvent);
  // Asked to stop while still starting: finish starting, then stop.
  const stop = { asked: false };
  const stopping = stopSignal().then(() => {
    stop.asked = true;
  });
  const opened = await openEngine({
    folder: options.data,
    log,
    firstSandbox: options.token === undefined ? sandboxLanguage(brought?.value ?? null) : null,
    secrets: fileSecrets(join(options.data, 'token'), options.token ?? null, options.tunnelSecrets),
    givenKeys: options.keys,
    onWebhook: figures.webhook,
    ...(options.webhookPort === undefined ? {} : { webhookPort: options.webhookPort }),
    ...(options.sandboxPort === undefined ? {} : { sandboxPort: options.sandboxPort }),
    ...(options.settleMs === undefined ? {} : { settleMs: options.settleMs }),
  });
  if (!opened.ok) return complain(sentence(opened.fault));
  const engine = opened.value;
  const sandboxFault = options.sandboxPort === undefined ? null : engine.connection.view().fault;
  if (sandboxFault?.code === 'portInUse') {
    await engine.close();
    return complain(sentence(sandboxFault));
  }
  await serveVectors(engine, options.vectors);
  const server = await serveInterface(engine, { port: options.port, host: options.host, log });
  if (!server.ok) {
    await engine.close();
    return complain(sentence(server.fault));
  }
  const monitor =
    options.metricsPort === undefined
      ? null
      : await serveFigures(engine, figures, { port: options.metricsPort, host: options.metricsHost, log });
  const shut = async (): Promise<void> => {
    if (monitor?.ok === true) await monitor.value.close();
    await server.value.close();
    await engine.close();
  };
  const published: { over: Bot | null } = { over: null };
  const ready =
    monitor?.ok === false
      ? complain(sentence(monitor.fault))
      : await setUp(engine, options, brought?.value ?? null, { stop, stopping }, (before) => {
          published.over = before;
        });
  if (ready !== null) {
    await shut();
    return ready;
  }
  const metricsPort = monitor?.ok === true ? monitor.value.port : null;
  announce(engine, server.value.url, options, metricsPort);
  announceDoors(metricsPort, options);
  writeCompiled();
  // Whoever listens has each turn read for it.
  const unhear = options.json ? engine.onPush((push) => tell(engine, push)) : null;
  if (brought?.ok === true && published.over !== null)
    void tellPhrases(published.over, brought.value, options, stopping);
  await stopping;
  unhear?.();
  await shut();
  return 0;
}

/** Not published for a reason that lies in the bot: the answer is no, the command was right. */
const ANSWERS_NO = new Set<Fault['code']>(['publishBlocked', 'statusNotLinked']);

/** Connects and publishes as the arguments say. Value: exit status if that failed for good, null = up. */
async function setUp(
  engine: Engine,
  options: ServeOptions,
  bot: Bot | null,
  end: End,
  onReplaced: (before: Bot) => void,
): Promise<number | null> {
  if (options.readBack !== undefined) await engine.trust.setReadBack(options.readBack);
  const connected = await connectAsTold(engine, options, sandboxLanguage(bot), end, (fault) =>
    complain(sentence(fault)),
  );
  if ('wrong' in connected) return complain(connected.wrong);
  if (!connected.ok && end.stop.asked) return 0;
  if (!connected.ok) return complain(sentence(connected.fault));
  if (options.tunnel !== null) {
    const opened = await waitForTunnel(engine, options.tunnel, end, (fault) => complain(sentence(fault)));
    if (!opened.ok) return complain(sentence(opened.fault));
    if (end.stop.asked) return 0;
  }
  if (bot === null) return null;
  const brought = await bringBot(engine, bot, options, onReplaced);
  return brought.ok ? null : complain(inFile(options.bot, brought.fault), ANSWERS_NO.has(brought.fault.code) ? 1 : 2);
}

/** Published all the same: a server that does not come up answers nobody. Whoever watches it is told. */
async function tellPhrases(before: Bot, bot: Bot, options: ServeOptions, end: Promise<void>): Promise<void> {
  const found = await publishedPhrases(before, bot, end);
  if (found === null) return;
  if (options.json) tellEvent('phrases', { ...found });
  for (const line of phraseWarnings(found, bot)) process.stderr.write(`${line}\n`);
}

/** The sandbox's statuses are named as those of the bot that comes with it, else as the administrator speaks. */
function sandboxLanguage(bot: Bot | null): 'ru' | 'en' {
  if (bot === null) return language();
  return bot.language.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** Takes the file as the draft of its bot and, if asked, makes it live; the same file again changes nothing. */
async function bringBot(
  engine: Engine,
  bot: Bot,
  { publish, requireStatuses }: Pick<ServeOptions, 'publish' | 'requireStatuses'>,
  onReplaced: (before: Bot) => void,
): Promise<Result<void>> {
  const { id } = bot;
  const present = engine.store.read.bot(id);
  const saved =
    present === null ? await engine.bots.import(writeBot(bot)) : await engine.bots.save(id, present.revision, bot);
  if (!saved.ok) return saved;
  if (!publish) return ok(undefined);
  const { channel } = engine.connection.crm();
  const unlinked = requireStatuses ? await unlinkedStatus(bot, channel, engine.store.read.statusLinks(id)) : null;
  if (unlinked !== null) return fail({ code: 'statusNotLinked', status: unlinked });
  const live = engine.live();
  const running = live?.bot === id ? engine.store.read.version(live.version) : null;
  const version = running?.body === writeBot(bot) ? ok(running.row) : await engine.bots.publish(id, '');
  if (!version.ok) return version;
  const went = await engine.goLive(id, version.value.id);
  if (!went.ok) return went;
  const before = running === null || running.row.id === version.value.id ? null : parseBot(running.body);
  if (before?.ok === true) onReplaced(before.value);
  return ok(undefined);
}

/** The words of an unreadable file name it already. */
function inFile(file: string | undefined, fault: Fault): string {
  return fault.code === 'fileUnreadable' ? sentence(fault) : `${file ?? ''}: ${sentence(fault)}`;
}

/** Will the interface find its port? It is opened last, when there is something to show. Value: what is in the way. */
function knock(port: number, host: string): Promise<string | null> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(inTheWay(error.code ?? '', port, host)));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

function inTheWay(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') return sentence({ code: 'portInUse', port });
  return code === 'EACCES'
    ? inWords({
        ru: `--port ${String(port)}: система не даёт занять этот порт`,
        en: `--port ${String(port)}: the system does not let us take this port`,
      })
    : inWords({
        ru: `--host ${host}: у этого компьютера нет такого адреса (${code})`,
        en: `--host ${host}: this machine has no such address (${code})`,
      });
}

function complain(line: string, status = 2): number {
  process.stderr.write(`${line}\n`);
  return status;
}

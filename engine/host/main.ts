import { parseArgs } from 'node:util';
import { stopSchema, type EngineNews } from '../protocol/processNews.ts';
import { openEngine } from './openEngine.ts';
import { parentPort } from './parentPort.ts';
import { parentSecrets } from './parentSecrets.ts';
import { logLevel, pinoLog } from './pinoLog.ts';
import { keepHeapSmall } from './smallHeap.ts';
import { createWire } from './wire.ts';

/** The engine as a process of its own under the desktop app. Arguments: `--data DIR`, `--language ru|en` (of a first sandbox). */
const { values } = parseArgs({ options: { data: { type: 'string' }, language: { type: 'string' } } });
const port = parentPort();
if (port === null || values.data === undefined) {
  process.stderr.write('This process is started by the Dialogram app. On a server use: dialogram serve\n');
  process.exit(2);
}
keepHeapSmall();
const log = pinoLog(logLevel('warn'));
const secrets = parentSecrets((ask) => port.send(ask));
/** Requests that come before the engine is ready wait for it. */
const early: unknown[] = [];
let hear = (message: unknown): void => void early.push(message);
port.onMessage((message) => {
  if (!secrets.hear(message)) hear(message);
});

const engine = await openEngine({
  folder: values.data,
  log,
  secrets,
  firstSandbox: values.language === 'en' ? 'en' : 'ru',
});
if (!engine.ok) {
  port.send({ news: 'failed', fault: engine.fault } satisfies EngineNews);
} else {
  const wire = createWire(engine.value, log);
  wire.onPush((push) => port.send(push));
  const stop = (): void => void engine.value.close().then(() => process.exit(0));
  hear = (message) => {
    if (stopSchema.safeParse(message).success) return stop();
    void wire.answer(message).then((reply) => port.send(reply));
  };
  port.onGone(() => {
    secrets.gone();
    stop();
  });
  port.send({ news: 'ready' } satisfies EngineNews);
  for (const message of early.splice(0)) hear(message);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateBot } from '../flow/templates/templateBot.ts';
import type { Bot } from '../flow/botSchema.ts';
import { writeBot } from '../flow/writeBot.ts';
import { fileSecrets } from '../host/fileSecrets.ts';
import type { Engine } from '../host/engine.ts';
import { openEngine } from '../host/openEngine.ts';
import { pinoLog } from '../host/pinoLog.ts';
import type { Result } from '../model/result.ts';
import { startSandbox, type Sandbox } from '../sandbox/startSandbox.ts';
import { language } from './language.ts';
import { playCheck, type DemoStep } from './playCheck.ts';
import { DONE, misused, NO, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { sandboxDesk } from './sandboxDesk.ts';

const TEMPLATES = ['menu', 'nlp'] as const;
/** A demo does not sit out the wait for the end of a burst; the rest of the bot is the template as it is. */
const BURST_SECONDS = 0.3;
/** Steps that only a tried conversation can take: time flies, servers and the CRM answer as they are told. */
const FAKED = ['advance', 'http', 'set', 'choose', 'refuse', 'begin'] as const;

/**
 * `dialogram demo`: the templates live, each against a sandbox of its own over HTTP on loopback. What is played are the
 * templates' own checks, but by a real customer and a real operator, and every step is looked up on the sandbox's side.
 */
export async function demo(args: string[]): Promise<number> {
  const read = readArguments(args, {});
  if ('wrong' in read) return misused({ ru: `demo: ${read.wrong}`, en: `demo: ${read.wrong}` });
  const [extra] = read.files;
  if (extra !== undefined) return misused({ ru: `demo: лишнее «${extra}»`, en: `demo: unexpected “${extra}”` });
  const { json } = read.options;
  const began = performance.now();
  const played = await Promise.all(TEMPLATES.map((template) => playTemplate(template, json)));
  const steps = played.flat();
  const passed = steps.every((step) => step.passed);
  const ms = Math.round(performance.now() - began);
  if (json) printJson({ passed, steps, ms });
  const failed = steps.filter((step) => !step.passed).length;
  tell(
    language() === 'ru'
      ? `Шагов: ${String(steps.length)}, не прошло: ${String(failed)}, ${String(ms)} мс`
      : `${String(steps.length)} steps, ${String(failed)} failed, ${String(ms)} ms`,
  );
  return passed ? DONE : NO;
}

async function playTemplate(template: (typeof TEMPLATES)[number], quiet: boolean): Promise<DemoStep[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-demo-'));
  const bot = templateBot(template, language());
  const { hours: _always, ...open } = bot;
  const live: Bot = { ...open, settings: { ...bot.settings, burstSeconds: BURST_SECONDS } };
  const sandbox = await startSandbox({ port: 0, language: language() });
  try {
    const engine = must(
      await openEngine({
        folder,
        log: pinoLog('silent'),
        secrets: fileSecrets(join(folder, 'token'), null),
        firstSandbox: null,
      }),
    );
    try {
      await goLive(engine, sandbox, live);
      const desk = sandboxDesk(sandbox);
      // Opening hours are left out above: what the customer is told must not depend on when the demo runs.
      const checks = (bot.checks ?? []).filter((check) =>
        check.steps.every((step) => FAKED.every((key) => step[key] === undefined)),
      );
      const played = await Promise.all(checks.map((check) => playCheck({ template, check, bot: live, engine, desk })));
      if (!quiet)
        for (const step of played.flat())
          tell(`${step.passed ? '✓' : '✗'} ${step.template} · ${step.conversation} · ${step.step}`);
      return played.flat();
    } finally {
      await engine.close();
    }
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function goLive(engine: Engine, sandbox: Sandbox, bot: Bot): Promise<void> {
  const { managers } = must(await engine.connection.checkToken(sandbox.token, sandbox.apiUrl));
  const owner = managers.find((person) => person.owner);
  must(
    await engine.connection.umnico({
      token: sandbox.token,
      baseUrl: sandbox.apiUrl,
      manager: owner?.id ?? '',
      sources: 'all',
      publicUrl: `http://127.0.0.1:${String(engine.webhook.port)}`,
    }),
  );
  const { id } = must(await engine.bots.import(writeBot(bot)));
  const version = must(await engine.bots.publish(id, ''));
  must(await engine.goLive(id, version.id));
}

/** A demo that can't be set up is a surprise: everything it needs is its own. */
function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`demo: ${result.fault.code}`);
}

#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { provideFilePacks } from '../host/filePacks.ts';
import { HELP, helpText } from './help.ts';
import { inWords, misused, sentence, tell, WRONG_USAGE } from './output.ts';

/** Loaded when asked for: `check` must not wait for the store, nor `template` for the language code. */
const COMMANDS: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  check: async () => (await import('./check.ts')).check,
  explore: async () => (await import('./explore.ts')).explore,
  simulate: async () => (await import('./simulate.ts')).simulate,
  test: async () => (await import('./test.ts')).test,
  replay: async () => (await import('./replay.ts')).replay,
  'nlu eval': async () => (await import('./nluEval.ts')).nluEval,
  'nlu confusion': async () => (await import('./nluConfusion.ts')).nluConfusion,
  'nlu gate': async () => (await import('./nluGate.ts')).nluGate,
  diff: async () => (await import('./diff.ts')).diff,
  template: async () => (await import('./template.ts')).template,
  sandbox: async () => (await import('./sandbox.ts')).sandbox,
  serve: async () => (await import('./serve.ts')).serve,
  'doctor --umnico': async () => (await import('./doctorUmnico.ts')).doctorUmnico,
  demo: async () => (await import('./demo.ts')).demo,
  export: async () => (await import('./export.ts')).exportBots,
  import: async () => (await import('./import.ts')).importBots,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  erase: async () => (await import('./erase.ts')).erase,
  doctor: async () => (await import('./doctor.ts')).doctor,
};

async function main(args: readonly string[]): Promise<number> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18))
    return misused({
      ru: `Нужен Node 22.18 или новее, это ${process.versions.node}.`,
      en: `Node 22.18 or newer is needed, this is ${process.versions.node}.`,
    });
  const [first, second = ''] = args;
  if (first === undefined) {
    tell(helpText());
    return WRONG_USAGE;
  }
  if (first === '--version' || first === '-v') {
    process.stdout.write(`${version()}\n`);
    return 0;
  }
  const name = commandName(first, second, args);
  const rest = args.slice(first === 'nlu' ? 2 : 1);
  if (first === '--help' || first === '-h' || first === 'help' || rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${helpText(Object.hasOwn(HELP, name) ? name : undefined)}\n`);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined)
    return misused({
      ru: `Нет команды «${name.trim()}». Есть: ${Object.keys(COMMANDS).join(', ')}.`,
      en: `There is no command “${name.trim()}”. There are: ${Object.keys(COMMANDS).join(', ')}.`,
    });
  provideFilePacks((fault) => tell(sentence(fault)));
  // The first that is loaded: what comes after it is kept.
  if (name === 'serve') (await import('./keepCompiled.ts')).keepCompiled(rest);
  const command = await load();
  return command([...rest]);
}

/** Two commands have two halves: `nlu eval`, and `doctor --umnico`, which looks at the account instead of the folder. */
function commandName(first: string, second: string, args: readonly string[]): string {
  if (first === 'nlu') return `nlu ${second}`;
  return first === 'doctor' && args.includes('--umnico') ? 'doctor --umnico' : first;
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version: number } = JSON.parse(text) as { version: string };
  return number;
}

/** A surprise: one line for people, the stack for those who asked for it. */
function surprised(error: unknown): void {
  const line = error instanceof Error ? error.message.split('\n')[0] : String(error);
  tell(
    inWords({
      ru: `Внутренняя ошибка: ${line ?? ''}. Подробности: DIALOGRAM_LOG=debug.`,
      en: `Internal error: ${line ?? ''}. Details: DIALOGRAM_LOG=debug.`,
    }),
  );
  if (process.env.DIALOGRAM_LOG === 'debug' && error instanceof Error) tell(error.stack ?? '');
  // Nobody was answered «no».
  process.exit(WRONG_USAGE);
}

/** They serve others than those who read what they print. */
const STAYS: ReadonlySet<string> = new Set(['serve', 'sandbox']);

// Who reads only the beginning («| head») has what he wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (STAYS.has(process.argv[2] ?? '')) return;
  if (error.code === 'EPIPE') process.exit(0);
  process.exit(
    misused({
      ru: `Ответ не записывается (${error.code ?? ''}): проверьте место на диске.`,
      en: `The output cannot be written (${error.code ?? ''}): see if the disk is full.`,
    }),
  );
});
// Whom nobody listens to has told nothing less: the status says it.
process.stderr.on('error', () => undefined);
process.on('uncaughtException', surprised);
process.on('unhandledRejection', surprised);
process.exitCode = await main(process.argv.slice(2));

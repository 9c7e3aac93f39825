import { startSandbox, type Sandbox } from '../sandbox/startSandbox.ts';
import { language } from './language.ts';
import { complain, DONE, inWords, misused, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { stopSignal } from './stopSignal.ts';

/** `dialogram sandbox --port N`: the embedded Umnico alone, until it is told to stop. `--file`: where its world is kept. */
export async function sandbox(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { port: 'value', file: 'value' });
  if ('wrong' in read) return misused({ ru: `sandbox: ${read.wrong}`, en: `sandbox: ${read.wrong}` });
  if (read.files.length > 0)
    return misused({
      ru: `sandbox: лишнее «${read.files[0] ?? ''}»`,
      en: `sandbox: unexpected “${read.files[0] ?? ''}”`,
    });
  const port = Number(read.options.port ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return misused({
      ru: `--port ${read.options.port ?? ''}: нужен порт от 0 до 65535`,
      en: `--port ${read.options.port ?? ''}: a port from 0 to 65535 is needed`,
    });
  // Heard from the start: told to stop while still starting, it starts and stops.
  const stopped = stopSignal();
  const started = await open(port, read.options.file);
  if (typeof started === 'number') return started;
  const { url, token, apiUrl, pageUrl } = started;
  if (read.options.json) printJson({ url, token, apiUrl, pageUrl });
  tell(inWords({ ru: `Песочница Umnico: ${pageUrl}`, en: `Umnico sandbox: ${pageUrl}` }));
  await stopped;
  await started.close();
  return DONE;
}

async function open(port: number, file: string | undefined): Promise<Sandbox | number> {
  try {
    return await startSandbox({
      port,
      language: language(),
      log: ({ message }) => tell(message),
      ...(file === undefined ? {} : { file }),
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    if (code === 'EADDRINUSE') return complain({ code: 'portInUse', port });
    if (code === 'EACCES' && file === undefined)
      return misused({
        ru: `--port ${String(port)}: система не даёт занять этот порт`,
        en: `--port ${String(port)}: the system does not let us take this port`,
      });
    return complain({ code: 'fileUnreadable', path: file ?? '', reason: code });
  }
}

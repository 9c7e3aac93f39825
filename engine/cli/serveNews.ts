import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../host/engine.ts';
import { engineStatus } from '../host/engineStatus.ts';
import { windowFolder } from '../host/server.ts';
import { leadNumber } from '../model/leadKey.ts';
import type { Push } from '../protocol.ts';
import { language } from './language.ts';
import { sentence } from './output.ts';
import type { ServeOptions } from './serveOptions.ts';

/** Tells that it is up: the first line for programs, an address for people. */
export function announce(engine: Engine, url: string, options: ServeOptions, metricsPort: number | null): void {
  const { statusesLinked, connection } = engineStatus(engine);
  // Registered there, or to be as soon as the account answers; of a sandbox there is no other.
  const chosen = connection.webhook.address || engine.connection.tunnel.view().url;
  const webhookUrl = `${(chosen ?? `http://127.0.0.1:${String(engine.webhook.port)}`).replace(/\/+$/u, '')}${engine.webhook.path}`;
  if (options.json) {
    const { linked, missing } = statusesLinked;
    print({
      url,
      webhookUrl,
      statuses: { linked, missing },
      ...(connection.sandboxUrl === null ? {} : { sandboxUrl: connection.sandboxUrl }),
      ...(metricsPort === null ? {} : { metricsUrl: `http://${options.metricsHost}:${String(metricsPort)}/metrics` }),
    });
  }
  const ru = language() === 'ru';
  const shown = process.env.JOURNAL_STREAM === undefined ? url : keptAddress(url, options, ru);
  process.stderr.write(`${ru ? 'Dialogram открыт по адресу' : 'Dialogram is open at'} ${shown}\n`);
  if (connection.sandboxUrl !== null)
    process.stderr.write(`${ru ? 'Песочница Umnico' : 'Umnico sandbox'}: ${connection.sandboxUrl}\n`);
  const { missing } = statusesLinked;
  if (missing.length > 0 && connection.fault === null)
    process.stderr.write(
      ru
        ? `Внимание: в Umnico нет статусов, нужных боту: ${missing.join(', ')}. Создайте их там или сопоставьте в «Подключениях».\n`
        : `Warning: Umnico lacks statuses the bot needs: ${missing.join(', ')}. Create them there, or match them in Connections.\n`,
    );
  if (connection.fault !== null) process.stderr.write(`${sentence(connection.fault)}\n`);
  if (windowFolder() === null)
    process.stderr.write(
      `${ru ? 'Окно не собрано: выполните npm run build' : 'The window is not built: run npm run build'}\n`,
    );
  if (options.open) openBrowser(url);
}

/** A journal is read by more people than may run the bot: there the key stays in a file that only its owner may read. */
function keptAddress(url: string, options: ServeOptions, ru: boolean): string {
  const file = join(options.data, 'address');
  const [open = ''] = url.split('#');
  rmSync(file, { force: true });
  writeFileSync(file, `${url}\n`, { mode: 0o600 });
  return ru ? `${open} (адрес с ключом: ${file})` : `${open} (the address with its key: ${file})`;
}

/** What happens, an event a line, for whoever reads `--json`. */
export function tell(engine: Engine, push: Push): void {
  const at = Date.now();
  if (push.push === 'turn') {
    const { owner, node, status } = sessionFacts(engine, push.lead);
    print({ event: 'turn', at, lead: leadNumber(push.lead), type: push.turn.event.type, owner, node, status });
  } else if (push.push === 'delivery') {
    print({
      event: push.delivery.state,
      at,
      lead: leadNumber(push.lead),
      effect: push.delivery.effect,
      // The CRM's own words behind the colon may quote the customer's.
      ...(push.delivery.reason === null ? {} : { reason: push.delivery.reason.split(':')[0] }),
    });
  } else if (push.push === 'bots') {
    const { state, fault } = engine.connection.view();
    print({ event: 'connection', at, state, ...(fault === null ? {} : { fault: fault.code }) });
  }
}

/** Something else worth a line, without a lead. */
export function tellEvent(event: string, facts: Readonly<Record<string, unknown>>): void {
  print({ event, at: Date.now(), ...facts });
}

function sessionFacts(engine: Engine, lead: string): { owner: string; node: string | null; status: string | null } {
  const state = engine.store.read.session(lead)?.state;
  return { owner: state?.owner ?? 'bot', node: state?.wait?.place.node ?? null, status: state?.status ?? null };
}

let unwritten = '';

/** What is told in one breath goes out as one write: under load a call of the system for each line would be a cost of its own. */
function print(line: unknown): void {
  if (unwritten === '')
    setImmediate(() => {
      process.stdout.write(unwritten);
      unwritten = '';
    });
  unwritten += `${JSON.stringify(line)}\n`;
}

/** Where monitors look, and a warning about a door that is open wider than this computer. */
export function announceDoors(metricsPort: number | null, options: ServeOptions): void {
  if (options.json) return;
  const ru = language() === 'ru';
  const { host } = options;
  if (metricsPort !== null)
    process.stderr.write(
      `${ru ? 'Состояние и метрики' : 'Health and metrics'}: http://${options.metricsHost}:${String(metricsPort)}/health, /metrics\n`,
    );
  if (!isLoopback(host))
    process.stderr.write(
      ru
        ? `Внимание: интерфейс открыт в сеть (${host}) без шифрования: кто перехватит ключ из адреса, управляет ботом. Безопаснее: ssh -L ${String(options.port)}:127.0.0.1:${String(options.port)} СЕРВЕР\n`
        : `Warning: the interface is open to the network (${host}) without encryption: whoever catches the key of its address runs the bot. Safer: ssh -L ${String(options.port)}:127.0.0.1:${String(options.port)} SERVER\n`,
    );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** Where there is a desktop, the page opens by itself; where there is none, its address was printed. */
function openBrowser(url: string): void {
  if (process.platform === 'linux' && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined)
    return;
  const program = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  const opener = spawn(program, [url], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

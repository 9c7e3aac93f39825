import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../support/freePort.ts';

/** OpenSSH's own server from Debian, on loopback, with keys made for the occasion. */
export interface Sshd {
  readonly port: number;
  readonly user: string;
  readonly keyFile: string;
  readonly lockedKeyFile: string;
  readonly passphrase: string;
  /** Ends everybody's session, as a server does that is short of memory; goes on listening. Value: how many there were. */
  cut(): number;
  /** As the power cut does it. */
  kill(): Promise<void>;
  /** On the same port again. `newKey`: it has been installed anew. */
  start(newKey?: boolean): Promise<void>;
}

const SSHD = '/usr/sbin/sshd';
const PASSPHRASE = 'тайная фраза';

export async function startSshd(folder: string, options: { readonly forwarding?: boolean } = {}): Promise<Sshd> {
  const file = (name: string): string => join(folder, name);
  const makeKey = (name: string, phrase = ''): void =>
    void execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', phrase, '-f', file(name)]);
  mkdirSync(folder, { recursive: true });
  for (const name of ['host', 'host-new', 'user']) makeKey(name);
  makeKey('locked', PASSPHRASE);
  writeFileSync(file('authorized'), readFileSync(file('user.pub'), 'utf8') + readFileSync(file('locked.pub'), 'utf8'));
  // Root's sshd wants this folder, which a system makes when it boots.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const port = await freePort();
  let child: ChildProcess | null = null;

  async function start(newKey = false): Promise<void> {
    const config = [
      `Port ${String(port)}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${file(newKey ? 'host-new' : 'host')}`,
      'PidFile none',
      `AuthorizedKeysFile ${file('authorized')}`,
      'StrictModes no',
      'UsePAM no',
      'PermitRootLogin yes',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'MaxStartups 100',
      `AllowTcpForwarding ${options.forwarding === false ? 'no' : 'yes'}`,
      'LogLevel INFO',
    ];
    writeFileSync(file('config'), `${config.join('\n')}\n`);
    const started = spawn(SSHD, ['-D', '-e', '-f', file('config')], { stdio: ['ignore', 'ignore', 'pipe'] });
    child = started;
    await new Promise<void>((settle, reject) => {
      const said: string[] = [];
      createInterface({ input: started.stderr }).on('line', (line) => {
        said.push(line);
        if (line.startsWith('Server listening')) settle();
      });
      started.once('error', reject);
      started.once('exit', () => reject(new Error(`sshd ended: ${said.join('\n')}`)));
    });
  }

  function cut(): number {
    const sessions = child?.pid === undefined ? [] : descendants(child.pid);
    for (const pid of sessions) end(pid);
    return sessions.length;
  }

  await start();
  return {
    port,
    user: userInfo().username,
    keyFile: file('user'),
    lockedKeyFile: file('locked'),
    passphrase: PASSPHRASE,
    cut,
    start,
    async kill() {
      const ended = child;
      if (ended?.exitCode !== null || ended.signalCode !== null) return;
      const gone = new Promise<void>((settle) => ended.once('exit', () => settle()));
      const sessions = ended.pid === undefined ? [] : descendants(ended.pid);
      ended.kill('SIGKILL');
      for (const pid of sessions) end(pid);
      await gone;
    },
  };
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself meanwhile.
  }
}

/** Children of children too: a session of sshd is two processes. */
function descendants(parent: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/u.test(entry))) {
    const ppid = parentOf(Number(name));
    if (ppid !== null) children.set(ppid, [...(children.get(ppid) ?? []), Number(name)]);
  }
  const found: number[] = [];
  const look = (pid: number): void => {
    for (const child of children.get(pid) ?? []) {
      found.push(child);
      look(child);
    }
  };
  look(parent);
  return found;
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

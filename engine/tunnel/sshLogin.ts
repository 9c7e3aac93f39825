import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import ssh2, { type ConnectConfig } from 'ssh2';
import { fail, ok, type Result } from '../model/result.ts';

export interface SshLogin {
  readonly user: string;
  readonly auth: 'key' | 'password' | 'agent' | 'none';
  readonly keyFile: string;
  /** The password, or the passphrase of the key. */
  readonly secret: string | null;
}

/** Windows' own agent; Pageant has another name, and is asked when this one is not there. */
const WINDOWS_AGENT = String.raw`\\.\pipe\openssh-ssh-agent`;

/**
 * What ssh2 is told of who comes. Only the way that was chosen is tried: a server that is offered every key of an agent
 * counts them as failed attempts. Fault: `sshKeyUnreadable`.
 */
export async function sshLogin(login: SshLogin): Promise<Result<Partial<ConnectConfig>>> {
  const { user: username, auth, secret } = login;
  const typed = { tryKeyboard: true, password: secret ?? '' };
  if (auth === 'password') return ok({ username, ...typed, authHandler: ['password', 'keyboard-interactive'] });
  if (auth === 'none') return ok({ username, ...typed, authHandler: ['none', 'keyboard-interactive', 'password'] });
  if (auth === 'agent') {
    const agent = process.env.SSH_AUTH_SOCK ?? (process.platform === 'win32' ? WINDOWS_AGENT : 'pageant');
    return ok({ username, agent, authHandler: ['agent'] });
  }
  const key = await readKey(login.keyFile, secret);
  if (!key.ok) return key;
  const passphrase = secret === null ? {} : { passphrase: secret };
  return ok({ username, privateKey: key.value, ...passphrase, authHandler: ['publickey'] });
}

async function readKey(path: string, passphrase: string | null): Promise<Result<Buffer>> {
  const place = path.startsWith('~') ? join(homedir(), path.slice(1)) : path;
  let bytes: Buffer;
  try {
    bytes = await readFile(place);
  } catch {
    return fail({ code: 'sshKeyUnreadable', path, reason: 'missing' });
  }
  const parsed = ssh2.utils.parseKey(bytes, passphrase ?? undefined);
  // A file of several keys gives a list.
  const isPrivate = !(parsed instanceof Error) && [parsed].flat().some((key) => key.isPrivateKey());
  if (isPrivate) return ok(bytes);
  const isLocked = parsed instanceof Error && /passphrase|decrypt|integrity|bad checkints/iu.test(parsed.message);
  return fail({ code: 'sshKeyUnreadable', path, reason: isLocked ? 'passphrase' : 'format' });
}

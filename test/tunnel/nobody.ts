import type { SshTunnelOptions } from '../../engine/tunnel/sshTunnel.ts';

/** A login on this computer without a key or a password; each test adds what it is about. */
export const nobody: SshTunnelOptions = {
  host: '127.0.0.1',
  port: 22,
  user: 'nokey',
  auth: 'none',
  keyFile: '',
  secret: null,
  bindHost: '127.0.0.1',
  remotePort: 0,
  addressOf: null,
  pinnedKey: null,
  onFirstKey: () => undefined,
};

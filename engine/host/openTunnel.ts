import type { Fault } from '../model/fault.ts';
import type { TunnelProvider } from '../ports/tunnel.ts';
import { type TunnelSettings, withPort } from '../protocol/tunnelViews.ts';
import { cloudflaredTunnel } from '../tunnel/cloudflaredTunnel.ts';
import { ngrokTunnel } from '../tunnel/ngrokTunnel.ts';
import { ownAddress } from '../tunnel/ownAddress.ts';
import { sshTunnel } from '../tunnel/sshTunnel.ts';

/** What a kind needs besides what was chosen. */
export interface TunnelRequest {
  readonly settings: TunnelSettings;
  readonly secret: string | null;
  /** Of the SSH server, if it was met before. */
  readonly pinnedKey: string | null;
  readonly onFirstKey: (fingerprint: string) => void;
}
export type OpenTunnel = (request: TunnelRequest) => TunnelProvider;

/** The kinds of tunnels. A new one is a file in `engine/tunnel`, a row here, and the contract suite. */
export function openTunnel({ settings, secret, pinnedKey, onFirstKey }: TunnelRequest): TunnelProvider {
  switch (settings.kind) {
    case 'own':
      return ownAddress(settings.url);
    case 'ssh': {
      const { publicUrl } = settings;
      const addressOf = publicUrl === null ? null : (port: number): string => withPort(publicUrl, port);
      return sshTunnel({ ...settings, addressOf, secret, pinnedKey, onFirstKey });
    }
    case 'ngrok':
      return secret === null
        ? refused({ code: 'tunnelRefused', through: 'ngrok', reason: 'noToken' })
        : ngrokTunnel({ authtoken: secret, domain: settings.domain });
    case 'cloudflared':
      if (settings.url === null) return cloudflaredTunnel({ named: null });
      return secret === null
        ? refused({ code: 'tunnelRefused', through: 'cloudflared', reason: 'noToken' })
        : cloudflaredTunnel({ named: { url: settings.url.replace(/\/+$/u, ''), token: secret } });
  }
}

function refused(fault: Fault): TunnelProvider {
  return { start: () => Promise.resolve({ ok: false, fault }) };
}

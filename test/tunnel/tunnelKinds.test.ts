import { join } from 'node:path';
import { cloudflaredTunnel } from '../../engine/tunnel/cloudflaredTunnel.ts';
import { ngrokTunnel } from '../../engine/tunnel/ngrokTunnel.ts';
import { ownAddress } from '../../engine/tunnel/ownAddress.ts';
import { sshTunnel } from '../../engine/tunnel/sshTunnel.ts';
import { tunnelContract } from '../contracts/tunnelContract.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { installCloudflared } from './fakeCloudflared.ts';
import { nobody } from './nobody.ts';
import { playedNgrok } from './playedNgrok.ts';
import { startPublicService } from './publicService.ts';
import { startSshd } from './sshd.ts';

tunnelContract('an address of one’s own', 'nothing', () => ({
  provider: (port) => ownAddress(`http://127.0.0.1:${String(port)}/`),
  close: () => undefined,
}));

tunnelContract('one’s own server with OpenSSH', 'ends', async () => {
  const sshd = await startSshd(join(tempFolder(), 'sshd'));
  const { port, user, keyFile } = sshd;
  const addressOf = (opened: number): string => `http://127.0.0.1:${String(opened)}/`;
  return {
    provider: () => sshTunnel({ ...nobody, port, user, auth: 'key', keyFile, addressOf }),
    breakIt: () => void sshd.cut(),
    close: () => sshd.kill(),
  };
});

tunnelContract('a public service that prints its address', 'ends', async () => {
  const service = await startPublicService(tempFolder());
  return {
    provider: () => sshTunnel({ ...nobody, port: service.port, remotePort: 80, bindHost: 'localhost' }),
    breakIt: () => service.cut(),
    close: () => service.close(),
  };
});

tunnelContract('the cloudflared program', 'ends', () => {
  const cloudflared = installCloudflared(tempFolder());
  return {
    provider: () => cloudflaredTunnel({ named: null }),
    at: cloudflared.at,
    breakIt: cloudflared.kill,
    close: cloudflared.uninstall,
  };
});

tunnelContract('ngrok’s library', 'mends', () => {
  const ngrok = playedNgrok();
  return {
    provider: () => ngrokTunnel({ authtoken: ngrok.token, domain: '', load: () => Promise.resolve(ngrok.module) }),
    at: ngrok.at,
    close: ngrok.close,
  };
});

import { type Bridge, createBridge } from '../bridge.ts';
import { desktopTransport } from './desktopTransport.ts';
import { webSocketTransport } from './webSocketTransport.ts';

const KEPT_AS = 'dialogram.key';

/** The preload script on the desktop, otherwise a WebSocket to where the page came from. */
export function openBridge(): Bridge {
  if (window.dialogram !== undefined) return createBridge(desktopTransport(window.dialogram));
  const { protocol, host } = window.location;
  const address = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`;
  return createBridge(webSocketTransport({ open: () => new WebSocket(address), token: takeKey() }));
}

/** The key is shown in the address once (#key=…), then it lives in this tab's own storage and leaves no trace in the history. */
export function takeKey(): string {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('key');
  if (given === null) return sessionStorage.getItem(KEPT_AS) ?? '';
  sessionStorage.setItem(KEPT_AS, given);
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return given;
}

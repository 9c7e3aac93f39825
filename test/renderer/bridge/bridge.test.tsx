import { describe, expect, test } from 'vitest';
import { desktopTransport } from '../../../renderer/app/desktopTransport.ts';
import { takeKey } from '../../../renderer/app/openBridge.ts';
import { type Socket, webSocketTransport } from '../../../renderer/app/webSocketTransport.ts';
import { type Connection, createBridge, type DesktopBridge } from '../../../renderer/bridge.ts';

/** A WebSocket whose other end is the test; waits of the back-off are taken by hand. */
function socketLab() {
  const sockets: (Socket & { readonly sent: unknown[] })[] = [];
  const waits: { ms: number; then: () => void }[] = [];
  const transport = webSocketTransport({
    token: 'secret',
    open() {
      const sent: unknown[] = [];
      const socket = {
        sent,
        send: (text: string) => void sent.push(JSON.parse(text)),
        close: () => undefined,
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
      };
      sockets.push(socket);
      return socket;
    },
    wait(ms, then) {
      const mine = { ms, then };
      waits.push(mine);
      return () => void waits.splice(waits.indexOf(mine), 1);
    },
  });
  const states: Connection[] = [];
  transport.onConnection((state) => states.push(state));
  const newest = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  return {
    bridge: createBridge(transport),
    states,
    sockets,
    waits,
    sent: () => newest().sent,
    opens() {
      newest().onopen?.call(window as never, new Event('open'));
    },
    says(message: unknown) {
      newest().onmessage?.call(window as never, new MessageEvent('message', { data: JSON.stringify(message) }));
    },
    closes(code: number) {
      newest().onclose?.call(window as never, new CloseEvent('close', { code }));
    },
    waited: () => waits.shift()?.then(),
  };
}

describe('over a WebSocket', () => {
  test('the token goes first, requests wait until the engine is ready', async () => {
    const lab = socketLab();
    const answer = lab.bridge.call('bots.list', {});
    lab.opens();
    expect(lab.sent()).toEqual([{ hello: 'secret' }]);
    lab.says({ ready: true });
    expect(lab.sent()[1]).toEqual({ id: 1, method: 'bots.list', params: {} });
    lab.says({ id: 1, ok: true, value: { bots: [] } });
    expect(await answer).toEqual({ ok: true, value: { bots: [] } });
    expect(lab.states).toEqual(['connecting', 'open']);
  });

  test('answers are told apart by id, in any order', async () => {
    const lab = socketLab();
    lab.opens();
    lab.says({ ready: true });
    const first = lab.bridge.call('bots.duplicate', { id: 'a' });
    const second = lab.bridge.call('bots.duplicate', { id: 'b' });
    lab.says({ id: 2, ok: true, value: { id: 'copy of b' } });
    lab.says({ id: 1, ok: true, value: { id: 'copy of a' } });
    expect(await first).toEqual({ ok: true, value: { id: 'copy of a' } });
    expect(await second).toEqual({ ok: true, value: { id: 'copy of b' } });
  });

  test('a lost connection fails what is under way and what comes, then is tried again with growing pauses', async () => {
    const lab = socketLab();
    lab.opens();
    lab.says({ ready: true });
    const underWay = lab.bridge.call('bots.list', {});
    lab.closes(1006);
    expect(await underWay).toEqual({ ok: false, fault: { code: 'engineGone' } });
    expect(await lab.bridge.call('bots.list', {})).toEqual({ ok: false, fault: { code: 'engineGone' } });
    const pauses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      pauses.push(lab.waits[0]?.ms ?? -1);
      lab.waited();
      lab.closes(1006);
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(new Set(pauses).size).toBe(3);
    lab.waited();
    lab.opens();
    expect(lab.sent()).toEqual([{ hello: 'secret' }]);
    lab.says({ ready: true });
    expect(lab.states).toEqual(['connecting', 'open', 'lost', 'open']);
  });

  test('the network coming back is not waited for', () => {
    const lab = socketLab();
    lab.opens();
    lab.says({ ready: true });
    lab.closes(1006);
    window.dispatchEvent(new Event('online'));
    expect(lab.sockets).toHaveLength(2);
    expect(lab.waits).toHaveLength(0);
  });

  test('a wrong token is not tried again', async () => {
    const lab = socketLab();
    lab.opens();
    lab.closes(4401);
    lab.bridge.reconnect();
    expect(lab.states.at(-1)).toBe('refused');
    expect(lab.waits).toHaveLength(0);
    expect(lab.sockets).toHaveLength(1);
    expect(await lab.bridge.call('bots.list', {})).toEqual({ ok: false, fault: { code: 'engineGone' } });
  });

  test('pushes are parsed; what is not a push of the protocol is dropped', () => {
    const lab = socketLab();
    const heard: string[] = [];
    lab.bridge.onPush((push) => heard.push(push.push));
    lab.opens();
    lab.says({ ready: true });
    lab.says({ push: 'bots' });
    lab.says({ push: 'status', status: { version: 3 } });
    lab.says({ push: 'unheard of' });
    lab.says('not even an object');
    expect(heard).toEqual(['bots']);
  });
});

describe('whatever the transport', () => {
  const over = (reply: unknown) =>
    createBridge({
      request: () => Promise.resolve(reply),
      onPush: () => () => undefined,
      onConnection: () => () => undefined,
      reconnect: () => undefined,
    });

  test('a reply of another shape is a fault that names the place, not a surprise later', async () => {
    const reply = await over({ id: 1, ok: true, value: { bots: [{ id: 7 }] } }).call('bots.list', {});
    expect(reply).toEqual({ ok: false, fault: { code: 'badReply', at: 'bots.list bots.0.id' } });
  });

  test('an envelope that is none is a fault too', async () => {
    expect(await over('hello').call('bots.list', {})).toEqual({
      ok: false,
      fault: { code: 'badReply', at: 'bots.list' },
    });
  });
});

describe('over the preload script', () => {
  function desktop(request: DesktopBridge['request']): DesktopBridge {
    return {
      platform: 'linux',
      request,
      onPush: () => () => undefined,
      openFile: () => Promise.resolve(null),
      chooseFolder: () => Promise.resolve(null),
      takeOpenedFile: () => Promise.resolve(null),
      onOpenedFile: () => () => undefined,
      saveFile: () => Promise.resolve(true),
      openExternal: () => Promise.resolve(true),
      setZoom: () => undefined,
      setLook: () => undefined,
      setMenu: () => undefined,
      editText: () => undefined,
      onAct: () => () => undefined,
    };
  }

  test('an engine that is gone shows, and so does its return', async () => {
    let isGone = true;
    const transport = desktopTransport(
      desktop((envelope) =>
        isGone
          ? Promise.resolve({ id: envelope.id, ok: false, fault: { code: 'engineGone' } })
          : Promise.resolve({ id: envelope.id, ok: true, value: { bots: [] } }),
      ),
    );
    const states: Connection[] = [];
    const back = new Promise<void>((resolve) => {
      transport.onConnection((state) => {
        states.push(state);
        if (states.length === 3) resolve();
      });
    });
    const bridge = createBridge(transport);
    expect(await bridge.call('bots.list', {})).toEqual({ ok: false, fault: { code: 'engineGone' } });
    isGone = false;
    bridge.reconnect();
    await back;
    expect(states).toEqual(['open', 'lost', 'open']);
  });

  test('a channel that breaks is an engine that is gone', async () => {
    const bridge = createBridge(
      desktopTransport(desktop(() => Promise.reject(new Error('object has been destroyed')))),
    );
    expect(await bridge.call('bots.list', {})).toEqual({ ok: false, fault: { code: 'engineGone' } });
  });
});

test('the key of the address is taken once: gone from the address, kept for this tab', () => {
  window.history.replaceState(null, '', '/?at=%2Flive#key=abc');
  expect(takeKey()).toBe('abc');
  expect(window.location.href).not.toContain('abc');
  expect(window.location.search).toBe('?at=%2Flive');
  expect(takeKey()).toBe('abc');
});

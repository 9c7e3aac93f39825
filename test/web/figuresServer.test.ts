import { expect, onTestFinished, test } from 'vitest';
import { startFiguresServer } from '../../engine/web/figuresServer.ts';
import { keptLog } from '../umnico/parts.ts';
import { get } from './webKit.ts';

async function monitorOf(state: { status: string; reasons: string[] }) {
  const log = keptLog();
  const started = await startFiguresServer({
    port: 0,
    host: '127.0.0.1',
    health: () => state,
    figures: () =>
      state.status === 'broken'
        ? Promise.reject(new Error('canary'))
        : Promise.resolve({ text: 'a 1\n', type: 'text/plain' }),
    log,
  });
  if (!started.ok) throw new Error(started.fault.code);
  onTestFinished(() => started.value.close());
  return { port: started.value.port, log };
}

test('health is 200 while customers are served, 503 when not, with the reasons', async () => {
  const state = { status: 'degraded', reasons: ['diskLow'] };
  const { port } = await monitorOf(state);
  const fine = await get(port, '/health');
  expect(fine.status).toBe(200);
  expect(JSON.parse(fine.body)).toEqual(state);
  Object.assign(state, { status: 'failing', reasons: ['diskFull'] });
  expect(await get(port, '/health')).toMatchObject({
    status: 503,
    body: '{"status":"failing","reasons":["diskFull"]}\n',
  });
});

test('metrics are text, and nothing else is there', async () => {
  const { port } = await monitorOf({ status: 'ok', reasons: [] });
  expect(await get(port, '/metrics')).toMatchObject({ status: 200, body: 'a 1\n' });
  for (const path of ['/', '/index.html', '/ws', '/metrics/', '/metrics?x=1', '/health/..', '/hook/x'])
    expect([path, (await get(port, path)).status]).toEqual([path, 404]);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect((await get(port, '/metrics', {}, method)).status).toBe(405);
});

test('a name that somebody pointed at us is not answered', async () => {
  const { port } = await monitorOf({ status: 'ok', reasons: [] });
  for (const host of ['evil.example', `evil.example:${String(port)}`, '127.0.0.1', '127.0.0.1:1'])
    expect([host, (await get(port, '/metrics', { host })).status]).toEqual([host, 403]);
  expect((await get(port, '/metrics', { host: `localhost:${String(port)}` })).status).toBe(200);
});

test('a surprise is 500 without its words', async () => {
  const { port, log } = await monitorOf({ status: 'broken', reasons: [] });
  expect(await get(port, '/metrics')).toMatchObject({ status: 500, body: '' });
  expect(log.lines.join()).not.toContain('canary');
});

test('a port that is taken is a fault', async () => {
  const { port } = await monitorOf({ status: 'ok', reasons: [] });
  const second = await startFiguresServer({
    ...{ port, host: '127.0.0.1', log: keptLog() },
    health: () => ({ status: 'ok', reasons: [] }),
    figures: () => Promise.resolve({ text: '', type: '' }),
  });
  expect(second).toEqual({ ok: false, fault: { code: 'portInUse', port } });
});

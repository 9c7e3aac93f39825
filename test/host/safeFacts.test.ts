import { expect, test } from 'vitest';
import { pinoLog } from '../../engine/host/pinoLog.ts';
import { safeFacts } from '../../engine/host/safeFacts.ts';

test('ids, counts and codes pass as they are', () => {
  const facts = {
    lead: '48211907',
    rows: 3,
    fault: 'diskFull',
    free: 40_000_000_000,
    at: 'message.text',
    echoed: true,
  };
  expect(safeFacts(facts)).toEqual(facts);
  expect(safeFacts({ url: 'https://api.umnico.com/v1.3', mark: '0f963538', status: null })).toEqual({
    url: 'https://api.umnico.com/v1.3',
    mark: '0f963538',
    status: null,
  });
});

test.each([
  '+79261234567',
  '8 (926) 123-45-67',
  '7926 123 45 67',
  'https://api/leads/79261234567/history',
  'anna@example.org wrote',
  'Анна просит перезвонить',
  'https://x.example/hook/Zk9vTq3nB8xWc1Lr5mYp7sHd2fGj4aEu',
  'Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0',
])('%s does not pass in any fact', (text) => {
  const secrets = ['9261234567', '926) 123', '926 123', 'anna@', 'Анна', 'Zk9vTq3n', 'eyJhbGciOi', 'eyJzdWIi'];
  const written = JSON.stringify(safeFacts({ lead: text, reason: text, url: text, what: text, at: text }));
  for (const secret of secrets) expect(written).not.toContain(secret);
});

test('a phone as a number is masked, a fact that is not listed is only named', () => {
  expect(safeFacts({ id: 79_261_234_567 })).toEqual({ id: '•••67' });
  expect(safeFacts({ text: 'привет', phone: '+79261234567', rows: 1 })).toEqual({ rows: 1, unlisted: 'text phone' });
});

test('a stack tells where, not what was said', () => {
  const { stack } = safeFacts({ stack: new TypeError('cannot read «привет, я Анна» of +79261234567').stack });
  expect(stack).toMatch(/^TypeError\n +at .*safeFacts\.test/u);
  expect(stack).not.toMatch(/Анна|926/u);
});

test('a line is one JSON document with the time, the level and the event', () => {
  const lines: string[] = [];
  const log = pinoLog('info', { write: (line: string) => void lines.push(line) });
  log.debug('not.written', { lead: '1' });
  log.warn('inbox.parked', { lead: '1', text: 'секрет' });
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(line).toMatchObject({ level: 40, event: 'inbox.parked', lead: '1', unlisted: 'text' });
  expect(Date.parse(String(line.time))).not.toBeNaN();
});

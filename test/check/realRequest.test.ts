import { expect, test } from 'vitest';
import { checkFromTalk } from '../../engine/check/checkFromTalk.ts';
import { checkStart } from '../../engine/check/checkStart.ts';
import { answerRequest, askedRequests, say, startConversation } from '../../engine/check/conversation.ts';
import { runCheck } from '../../engine/check/runCheck.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { drawBot } from '../support/botBuilder.ts';

/** Asks a server how many are left. */
const stock = drawBot()
  .start('ask')
  .node(
    'ask',
    'http',
    { url: 'https://shop.example/stock', save: [{ path: 'left', variable: 'left' }], sample: { left: 3 } },
    { ok: 'yes', error: 'no' },
  )
  .message('yes', 'Осталось {{left}}')
  .message('no', 'Сервер молчит')
  .build({ variables: [{ id: 'left', type: 'number' }] });
const program = compileBot(stock);

function asked(realHttp: boolean) {
  const start = startConversation(program, { at: checkStart(program.facts.timeZone), channel: 'telegram', realHttp });
  return say(start, 'привет');
}
const said = (talk: ReturnType<typeof asked>) => talk.items.flatMap((item) => (item.from === 'bot' ? [item.text] : []));
const reply = { status: 200, body: '{"left": 12}' };

test('unless it was asked for, the sample answers and nothing waits', () => {
  expect(askedRequests(asked(false))).toEqual([]);
  expect(said(asked(false))).toEqual(['Осталось 3']);
});

test('a real request is handed out as it is to be made; the bot waits and goes on by the reply', () => {
  const waiting = asked(true);
  const [request] = askedRequests(waiting);
  expect(request).toMatchObject({ method: 'GET', url: 'https://shop.example/stock' });
  expect(said(waiting)).toEqual([]);
  const meanwhile = say(waiting, 'ну что там?');
  expect(said(meanwhile)).toEqual([]);
  const answered = answerRequest(meanwhile, request?.id ?? '', { reply });
  expect(said(answered)[0]).toBe('Осталось 12');
  expect(askedRequests(answered)).toEqual([]);
  expect(answered.items.find((item) => item.from === 'system' && item.event === 'http')).toMatchObject({
    ok: true,
    status: 200,
    real: { state: 'answered', reply },
  });
});

test('without a reply the bot takes the way for failures, and an answer counts once', () => {
  const waiting = asked(true);
  const id = askedRequests(waiting)[0]?.id ?? '';
  const failed = answerRequest(waiting, id, { fault: 'network' });
  expect(said(failed)).toEqual(['Сервер молчит']);
  expect(answerRequest(failed, id, { reply })).toBe(failed);
});

test('a check made of it holds without the server', () => {
  const waiting = asked(true);
  const talk = answerRequest(waiting, askedRequests(waiting)[0]?.id ?? '', { reply });
  const check = checkFromTalk(talk, { id: 'made', name: 'Остаток' });
  expect(check.steps).toContainEqual({ http: { node: 'ask', reply } });
  expect(check.steps).toContainEqual({ bot: 'Осталось 12' });
  expect(runCheck(program, check).result.passed).toBe(true);
});

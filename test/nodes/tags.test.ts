import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { drawBot } from '../support/botBuilder.ts';
import { slowTalk, talkTo } from '../support/talk.ts';

const tagging = (data: Record<string, unknown>) =>
  drawBot()
    .variable('city')
    .start('t')
    .node('t', 'tags', data, { next: 'ok', failed: 'no' })
    .message('ok', 'Теги: {{lead.tags|нет}}')
    .message('no', 'Не получилось: {{lead.tags|нет}}');

function changed(data: Record<string, unknown>, variables: Record<string, string | string[]> = {}) {
  const talk = talkTo(tagging(data).build(), { variables });
  talk.customer('привет');
  return talk.conversation.items.flatMap((item) =>
    item.from === 'system' && item.event === 'tags' ? [{ add: item.add, remove: item.remove }] : [],
  );
}

describe('which tags', () => {
  test.each<[Record<string, unknown>, string[], string[]]>([
    [{ add: ['опт', 'Москва'], remove: ['новый'] }, ['опт', 'Москва'], ['новый']],
    [{ add: 'опт, Москва' }, ['опт', 'Москва'], []],
    [{ tags: ['опт'] }, ['опт'], []],
    [{ add: [2027] }, ['2027'], []],
    [{ add: [' опт ', 'опт', ''] }, ['опт'], []],
    [{ add: ['из {{city}}'] }, ['из Твери'], []],
    [{ add: ['{{many}}'] }, ['раз', 'два'], []],
    [{ add: ['ы'.repeat(40)] }, ['ы'.repeat(30)], []],
    [{ add: ['😀'.repeat(31)] }, ['😀'.repeat(30)], []],
    [{ add: ['опт', 'новый'], remove: ['новый'] }, ['опт'], ['новый']],
    [{ remove: ['{{nothing}}', 'новый'] }, [], ['новый']],
  ])('%j', (data, add, remove) => {
    expect(changed(data, { city: 'Твери', many: ['раз', 'два'] })).toEqual([{ add, remove }]);
  });

  test('nothing to change is nothing to ask for', () => {
    expect(changed({ add: ['{{city}}'] })).toEqual([]);
    expect(talkTo(tagging({ add: ['{{city}}'] }).build()).customer('привет')).toEqual(['Теги: нет']);
  });
});

test('a lead has its tags once the CRM has taken them', () => {
  const talk = slowTalk(tagging({ add: ['опт', 'новый'], remove: ['старый'] }).build());
  talk.customer('привет');
  expect(talk.state.tags).toEqual([]);
  expect(talk.outcome(true)).toEqual(['Теги: опт, новый']);
});

test('a refusal leaves them as they were', () => {
  const talk = talkTo(tagging({ add: ['опт'] }).build());
  talk.crmRefuses();
  expect(talk.customer('привет')).toEqual(['Не получилось: нет']);
});

test.each<[Record<string, unknown>, string[]]>([
  [{}, ['E-NOTAG']],
  [{ add: ['', ' '], remove: [] }, ['E-NOTAG']],
  [{ add: ['опт'], remove: ['опт '] }, ['E-TAG']],
  [{ add: ['VIP'], remove: ['vip'] }, ['E-TAG']],
  [{ add: ['ы'.repeat(31)] }, ['W-TAGLEN']],
  [{ add: [`${'ы'.repeat(31)}{{city}}`] }, []],
  [{ add: Array.from({ length: 11 }, (_, at) => `т${String(at)}`) }, ['W-TAGMANY']],
  [{ remove: ['{{gone}}'] }, ['E-VAR']],
  [{ add: ['опт'], remove: ['новый'] }, []],
])('%j is found wanting as %j', (data, codes) => {
  const found = findProblems(tagging(data).build()).filter((problem) => problem.node === 't');
  expect(found.map((problem) => problem.code)).toEqual(codes);
});

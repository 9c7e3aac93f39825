import { programsOf } from '../../engine/check/replay/programsOf.ts';
import type { TalkRecord } from '../../engine/check/replay/record.ts';
import { replay } from '../../engine/check/replay/replay.ts';
import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import { compileBot, type BotProgram } from '../../engine/runtime/compileBot.ts';
import { recordTalk } from '../support/recordTalk.ts';
import { round, type Figure } from './figure.ts';

const CONVERSATIONS = 1_000;
const SAID = ['Добрый день', '1', '2', 'сколько стоит торт?', 'а доставка?', '3', 'меню', '1', 'оператор', 'спасибо'];

/** 1,000 recorded conversations of the template bots, ten messages each with their outcomes, from JSON to the report. */
export function benchReplay(): Promise<Figure[]> {
  const records = (['menu', 'nlp'] as const).flatMap((name) => {
    const program = compileBot(templateBot(name, 'ru'));
    return Array.from({ length: CONVERSATIONS / 2 }, (_, index) =>
      JSON.stringify(recordTalk(program, SAID, { lead: index })),
    );
  });
  const began = performance.now();
  let turns = 0;
  let versions: ((version: number) => BotProgram | null) | null = null;
  let body = '';
  for (const text of records) {
    const record = JSON.parse(text) as TalkRecord;
    const own = record.versions[0]?.body ?? '';
    // An engine keeps its versions ready; here they are kept from one record to the next.
    if (versions === null || own !== body) versions = programsOf(record);
    body = own;
    const report = replay(record, versions);
    if (report.same !== report.turns) throw new Error('a record came out otherwise');
    turns += report.turns;
  }
  const ms = performance.now() - began;
  return Promise.resolve([
    { name: 'replay.thousandConversations', value: round(ms), unit: 'ms' },
    { name: 'replay.turns', value: Math.round((turns / ms) * 1_000), unit: '1/s' },
  ]);
}

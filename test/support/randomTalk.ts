import fc from 'fast-check';
import type { TurnEvent } from '../../engine/model/event.ts';
import type { SessionState } from '../../engine/model/state.ts';
import { status, word } from './randomBot.ts';

/** Something that happens to a conversation, some minutes after what was before. */
export type Act = { readonly minutes: number } & (
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'write' }
  | { readonly do: 'move'; readonly status: string | null }
  | { readonly do: 'timer'; readonly pick: number }
  | { readonly do: 'outcome'; readonly ok: boolean; readonly body: string }
  | { readonly do: 'own'; readonly owner: 'bot' | 'human' }
);
const minutes = fc.constantFrom(0, 1, 10, 2_000);
export const randomAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      minutes,
      text: fc.oneof(
        word,
        fc.constantFrom('2', '0', 'назад', 'стоп', 'как оплатить', '+79161234567', 'Анна', 'привет', 'внутрь'),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
    }),
  },
  fc.record({ do: fc.constant('write' as const), minutes }),
  fc.record({ do: fc.constant('move' as const), minutes, status: fc.option(status) }),
  fc.record({ do: fc.constant('timer' as const), minutes, pick: fc.nat(3) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('outcome' as const),
      minutes,
      ok: fc.boolean(),
      body: fc.constantFrom('{"a":{"b":7}}', 'not JSON', ''),
    }),
  },
  fc.record({ do: fc.constant('own' as const), minutes, owner: fc.constantFrom('bot' as const, 'human' as const) }),
);
export const randomTalk = fc.array(randomAct, { minLength: 1, maxLength: 14 });

/** `timers`: names set so far. `at`: epoch ms. */
export function eventOf(act: Act, state: SessionState, timers: readonly string[], at: number): TurnEvent {
  const moment = { at, seed: at % 65_537 };
  switch (act.do) {
    case 'say':
      return {
        type: 'message',
        ...moment,
        text: act.text,
        attachments: [],
        channel: 'test',
        lead: '1',
        customer: { name: 'Анна' },
      };
    case 'write':
      return { type: 'managerMessage', ...moment, text: 'добрый день' };
    case 'move':
      return { type: 'status', ...moment, status: act.status };
    case 'timer':
      return { type: 'timer', ...moment, timer: timers[act.pick % Math.max(1, timers.length)] ?? 'silence' };
    case 'outcome':
      return {
        type: 'outcome',
        ...moment,
        effect: state.wait?.effect ?? 'e1',
        ok: act.ok,
        reply: { status: act.ok ? 200 : 500, body: act.body },
      };
    case 'own':
      return { type: 'owner', ...moment, owner: act.owner };
  }
}

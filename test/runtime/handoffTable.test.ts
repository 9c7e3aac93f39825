import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TurnEvent } from '../../engine/model/event.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';
import { cakeShop } from '../support/botBuilder.ts';
import { anyBody, MODEL, randomBot } from '../support/randomBot.ts';
import { eventOf, randomTalk } from '../support/randomTalk.ts';
import { slowTalk, type SlowTalk } from '../support/talk.ts';

// product.md, D, whole: what every event does in every state. A cell: who owns the lead then, and what the customer hears.
const MENU = 'Что вас интересует?\n1 — О нас\n2 — Каталог\n3 — Оператор на связи';
const BACK = 'Снова на связи бот.';
const HINT = 'Не понял вас. Ответьте цифрой:\n1 — О нас\n2 — Каталог\n3 — Оператор на связи';
const BYE = 'Хорошо, больше не пишу. Чтобы начать снова, напишите «вернись».';
const SORRY = 'Сейчас не получается позвать сотрудника. Напишите ещё раз чуть позже.';

const drawn = () =>
  cakeShop()
    .settings({ resumeWord: 'вернись', operatorSilenceMinutes: 30, autoReplies: ['Спасибо, *! Мы на связи с 9'] })
    .build();

type State = 'asks' | 'waits for the CRM' | 'person' | 'nobody' | 'ended';
const STATES: Record<State, (talk: SlowTalk) => void> = {
  /** The bot has asked, and waits for the customer. */
  asks: () => undefined,
  /** A hand-off is under way: the CRM has not answered yet. */
  'waits for the CRM': (talk) => talk.customer('3'),
  person: (talk) => talk.event({ type: 'status', status: 'st_human' }),
  nobody: (talk) => talk.event({ type: 'status', status: 'st_order' }),
  ended: (talk) => talk.customer('стоп'),
};

type Event = Partial<TurnEvent> & { type: TurnEvent['type'] };
const says = (text: string): Event => ({
  type: 'message',
  text,
  attachments: [],
  channel: 'test',
  lead: '1',
  customer: {},
});
const wrote = (text: string): Event => ({ type: 'managerMessage', text });
/** Of the status that the hand-off asked for. */
const outcome = (ok: boolean): Event => ({ type: 'outcome', effect: 'e4', ok });
const moved = (status: string | null): Event => ({ type: 'status', status });
/** Who owns the lead then, and what the customer hears. */
type Cell = readonly [owner: 'bot' | 'human' | 'off', ...heard: string[]];
const bot: Cell = ['bot'];
const human: Cell = ['human'];
const off: Cell = ['off'];
const back: Cell = ['bot', BACK, MENU];
const menu: Cell = ['bot', MENU];
const called: Cell = ['human', 'Зову людей'];

/** In the order of `STATES`. */
const TABLE: [string, Event, readonly [Cell, Cell, Cell, Cell, Cell]][] = [
  ['the customer answers', says('1'), [['bot', 'Мы печём торты', MENU], bot, human, off, bot]],
  ['the customer says something', says('алло'), [['bot', HINT], bot, human, off, bot]],
  ['the customer asks for a person', says('оператор'), [bot, bot, human, off, bot]],
  ['the customer wants no more', says('стоп'), [['bot', BYE], bot, human, off, bot]],
  ['the customer calls the bot back', says('вернись'), [['bot', HINT], bot, back, menu, menu]],
  ['the customer says a command', says('меню'), [menu, bot, human, menu, menu]],
  ['a manager writes', wrote('Добрый день'), [human, human, human, human, human]],
  ['the CRM greets by itself', wrote('Спасибо,  Анна! Мы на связи с 9'), [bot, bot, human, off, bot]],
  ['a manager moves it to people', moved('st_human'), [human, bot, human, human, human]],
  ['a manager moves it to the bot', moved('st_first'), [bot, bot, back, back, bot]],
  ['a manager moves it to another bot status', moved('st_work'), [bot, bot, back, back, bot]],
  ['a manager closes it', moved('st_lost'), [off, off, off, off, off]],
  ['a manager moves it out of the lists', moved('st_order'), [off, off, off, off, off]],
  ['the person was silent for long', { type: 'timer', timer: 'silence' }, [bot, bot, back, off, bot]],
  ['a timer of the bot that was cancelled', { type: 'timer', timer: 'remind#1' }, [bot, bot, human, off, bot]],
  ['«take» in the app', { type: 'owner', owner: 'human' }, [human, human, human, human, human]],
  ['«return» in the app', { type: 'owner', owner: 'bot' }, [bot, bot, back, back, bot]],
  ['the CRM did what was asked', outcome(true), [bot, called, human, off, bot]],
  ['the CRM refused', outcome(false), [bot, ['bot', SORRY, MENU], human, off, bot]],
];

function at(state: State): SlowTalk {
  const talk = slowTalk(drawn());
  talk.customer('привет');
  STATES[state](talk);
  return talk;
}

describe.each(TABLE)('%s', (_, event, cells) => {
  test.each(cells.map((cell, index) => [Object.keys(STATES)[index] as State, cell] as const))(
    'while: %s',
    (state, [owner, ...heard]) => {
      const talk = at(state);
      expect([talk.event(event), talk.state.owner]).toEqual([heard, owner]);
    },
  );
});

describe('a hand-off is under way, and before the CRM has answered', () => {
  test.each<[string, Event, 'human' | 'off']>([
    ['a manager writes', wrote('Добрый день'), 'human'],
    ['a person takes it in the app', { type: 'owner', owner: 'human' }, 'human'],
    ['a manager closes it', moved('st_lost'), 'off'],
  ])('%s: whatever the CRM says then, the bot is silent', (_, event, owner) => {
    for (const ok of [true, false]) {
      const talk = at('waits for the CRM');
      talk.event(event);
      expect(talk.event(outcome(ok))).toEqual([]);
      expect(talk.customer('вы тут?')).toEqual([]);
      expect(talk.state).toMatchObject({ owner, wait: null });
    }
  });

  test('what the customer wrote meanwhile is read by people, not by the bot', () => {
    const talk = at('waits for the CRM');
    talk.customer('1');
    talk.customer('и ещё вопрос');
    expect(talk.event(outcome(true))).toEqual(['Зову людей']);
    expect(talk.state).toMatchObject({ owner: 'human', deferred: [] });
  });

  test('where it was refused, what the customer wrote meanwhile is answered', () => {
    const talk = at('waits for the CRM');
    talk.customer('1');
    expect(talk.event(outcome(false))).toEqual([SORRY, MENU, 'Мы печём торты', MENU]);
  });
});

describe('who has the lead is the last word', () => {
  test('whatever happens: while a person has it, and while nobody has, the bot neither speaks nor waits nor reminds', () => {
    let silences = 0;
    fc.assert(
      fc.property(randomBot(anyBody), randomTalk, (made, acts) => {
        const speaksBeside = made.flows.some((flow) => flow.nodes.some(({ data }) => data?.whileOperator === true));
        const program = compileBot(made, MODEL);
        const live = new Set<string>();
        const set: string[] = [];
        let state = newSession();
        let now = 1_777_600_000_000;
        for (const act of acts) {
          now += act.minutes * 60_000 + 1_000;
          const before = state;
          const event = eventOf(act, before, set, now);
          const result = step(program, before, event);
          ({ state } = result);
          if (event.type === 'timer') live.delete(event.timer);
          for (const effect of result.effects)
            if (effect.type === 'setTimer') {
              set.push(effect.timer);
              live.add(effect.timer);
            } else if (effect.type === 'cancelTimer') live.delete(effect.timer);
          // A command that may answer beside a person does so.
          if (state.owner === 'bot' || speaksBeside) continue;
          expect(state.wait).toBeNull();
          expect([...live].filter((timer) => timer !== 'silence')).toEqual([]);
          // Given back and, by its own flow, passed on again at once.
          const cameBack = result.trace.some((entry) => entry.type === 'owner' && entry.owner === 'bot');
          if (before.owner === 'bot' || cameBack) continue;
          silences += 1;
          expect(result.effects.filter(({ type }) => type === 'send')).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(silences).toBeGreaterThan(100);
  });
});

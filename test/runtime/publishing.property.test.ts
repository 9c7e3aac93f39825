import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bot, BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import type { Place, SessionState } from '../../engine/model/state.ts';
import { compileBot, nodeAt, type BotProgram } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step, type TurnResult } from '../../engine/runtime/step.ts';
import { entersAnew, fateOf, readsNext } from '../../engine/runtime/versionRule.ts';
import { asKept } from '../support/asKept.ts';
import { MODEL, randomBot, soundBody, soundMenu, type Drawn } from '../support/randomBot.ts';
import { eventOf, randomAct, type Act } from '../support/randomTalk.ts';

/** An edit of a bot that is live. `pick` chooses among its nodes. */
type Edit = { readonly pick: number; readonly body: Drawn } & {
  readonly do:
    'delete' | 'deleteMany' | 'replace' | 'options' | 'captions' | 'redirect' | 'repurpose' | 'switch' | 'deleteFlow';
};
const edit: fc.Arbitrary<Edit> = fc.record({
  do: fc.constantFrom(
    'delete',
    'deleteMany',
    'replace',
    'options',
    'captions',
    'redirect',
    'repurpose',
    'switch',
    'deleteFlow',
  ),
  pick: fc.nat(20),
  body: soundBody,
});

type Line = { readonly publish: Edit } | { readonly act: Act };
/** Most customers answer what they were asked. */
const reply: fc.Arbitrary<Act> = fc.record({
  do: fc.constant('say' as const),
  minutes: fc.constantFrom(0, 1),
  text: fc.constantFrom('1', '2', '3', 'Каталог', 'о нас', 'меню', 'Анна', 'да'),
});
const line: fc.Arbitrary<Line> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: reply }) },
  { weight: 3, arbitrary: fc.record({ act: randomAct }) },
  { weight: 1, arbitrary: fc.record({ publish: edit }) },
);
const lines = fc.array(line, { minLength: 4, maxLength: 24 });

const recaptioned = (option: { id: string }): object => ({ ...option, label: 'другое' });
const redirected = (node: BotNode): BotNode => ({
  ...node,
  exits: Object.fromEntries(Object.keys(node.exits ?? {}).map((exit) => [exit, 'n0'])),
});

function edited(bot: Bot, { do: how, pick, body }: Edit): Bot {
  if (how === 'deleteFlow') return { ...bot, flows: bot.flows.filter((flow) => flow.main === true) };
  const flowAt = pick % bot.flows.length;
  const chosen = (nodes: readonly BotNode[]): BotNode | undefined => {
    const others = nodes.filter((node) => node.id !== 'start');
    return others[pick % Math.max(1, others.length)];
  };
  return {
    ...bot,
    flows: bot.flows.map((flow, index): BotFlow => {
      const target = index === flowAt ? chosen(flow.nodes) : undefined;
      const nodes = flow.nodes.flatMap((node, at): BotNode[] => {
        if (how === 'deleteMany') return node.id === 'start' || (at + pick) % 2 === 0 ? [node] : [];
        if (node !== target) return [node];
        const options = (node.data?.['options'] ?? []) as { id: string; label: string }[];
        switch (how) {
          case 'delete':
            return [];
          case 'replace':
            return [{ ...body, id: node.id }];
          case 'switch':
            return [{ ...node, disabled: node.disabled !== true }];
          case 'options':
            return [{ ...node, data: { ...node.data, options: options.slice(1) } }];
          case 'captions':
            return [{ ...node, data: { ...node.data, options: options.map(recaptioned) } }];
          case 'redirect':
            return [redirected(node)];
          case 'repurpose':
            return [{ ...redirected(node), data: { ...node.data, options: options.map(recaptioned) } }];
        }
      });
      return { ...flow, nodes };
    }),
  };
}

/** What the gate of publishing demands: nothing leads to where nothing is. */
function whole(bot: Bot): Bot {
  const flows = new Set(bot.flows.map((flow) => flow.id));
  return {
    ...bot,
    flows: bot.flows.map((flow) => {
      const ids = new Set(flow.nodes.map((node) => node.id));
      return {
        ...flow,
        nodes: flow.nodes.map((node) => {
          const { flow: to, node: at } = node.data ?? {};
          const isLost = (typeof at === 'string' && !ids.has(at)) || (typeof to === 'string' && !flows.has(to));
          const kept = isLost ? { kind: 'end', data: { text: 'пока' } } : {};
          return {
            ...node,
            ...kept,
            exits: Object.fromEntries(Object.entries(node.exits ?? {}).filter(([, next]) => ids.has(next))),
          };
        }),
      };
    }),
  };
}

interface Turned {
  /** The version it ran on, and the one the turn before ran on. */
  readonly program: BotProgram;
  readonly from: BotProgram;
  readonly act: Act;
  readonly before: SessionState;
  readonly result: TurnResult;
  readonly moved: boolean;
}

/** A conversation while its bot is published again and again, on the versions the host would choose. */
function play(first: Bot, script: readonly Line[]): Turned[] {
  let bot = whole(first);
  let pinned = compileBot(bot, MODEL);
  let live = pinned;
  let state = newSession();
  let at = Date.UTC(2026, 10, 18, 7);
  const timers: string[] = [];
  const turns: Turned[] = [];
  for (const one of script) {
    if ('publish' in one) {
      bot = whole(edited(bot, one.publish));
      live = compileBot(bot, MODEL);
      continue;
    }
    at += one.act.minutes * 60_000 + 1_000;
    const event = eventOf(one.act, state, timers, at);
    const moved = live !== pinned && (readsNext(fateOf(state, pinned, live)) || entersAnew(state, event, pinned, live));
    const from = pinned;
    if (moved) pinned = live;
    const result = step(pinned, state, event);
    for (const effect of result.effects) if (effect.type === 'setTimer') timers.push(effect.timer);
    turns.push({ program: pinned, from, act: one.act, before: state, result, moved });
    state = asKept(result.state);
  }
  return turns;
}

/** Was the customer heard: answered, given to people, or left in silence by a rule that is told? */
function isHeard({ state, effects, trace }: TurnResult): boolean {
  return (
    effects.some((effect) => effect.type === 'send') ||
    state.owner !== 'bot' ||
    state.phase === 'ended' ||
    state.wait?.effect !== undefined ||
    // The bot itself lets time pass, as its author wished.
    state.wait?.memo['aside'] === true ||
    trace.some((entry) => entry.type === 'silent' && entry.reason !== 'ended')
  );
}

/** What an option of a menu is called, and where it leads. */
function wayOf(
  program: BotProgram,
  place: Place,
  option: string,
): { label: string | undefined; to: string | undefined } {
  const node = nodeAt(program, place);
  const label = node?.kind?.exits(node.data, program.facts).find((exit) => exit.id === option)?.label;
  return { label, to: node?.exits.get(option) };
}

describe('publishing in the middle of conversations strands nobody', () => {
  // Where there is nothing to wait at, there is nobody to strand.
  const bots = fc.record({ bot: randomBot(soundBody), menu: soundMenu }).map(({ bot, menu }) => ({
    ...bot,
    flows: bot.flows.map((flow) => ({
      ...flow,
      nodes: flow.nodes.map((node) =>
        node.id === 'start' ? { ...node, exits: { next: 'n0' } } : node.id === 'n0' ? { ...menu, id: 'n0' } : node,
      ),
    })),
  }));

  test('whoever writes is answered, with a person, or done; nobody waits where nothing is', () => {
    let moves = 0;
    fc.assert(
      fc.property(bots, lines, (bot, script) => {
        for (const { program, act, result, moved } of play(bot, script)) {
          moves += moved ? 1 : 0;
          const { wait } = result.state;
          if (wait !== null) expect(nodeAt(program, wait.place)?.kind ?? null).not.toBeNull();
          expect(result.trace.filter((entry) => entry.type === 'failure' && entry.what === 'missingNode')).toEqual([]);
          if (act.do === 'say') expect([result.trace, isHeard(result)]).toEqual([result.trace, true]);
        }
      }),
      { numRuns: 1_000 },
    );
    // A rule that never let anyone move would pass all of this.
    expect(moves).toBeGreaterThan(100);
  });

  test('an answer that the new version reads means what was offered: the same caption, or the same way', () => {
    let read = 0;
    fc.assert(
      fc.property(bots, lines, (bot, script) => {
        for (const { before, result, program, from, moved } of play(bot, script)) {
          const taken = result.trace.find((entry) => entry.type === 'understood');
          if (!moved || before.wait === null || (taken?.rung !== 'menuCode' && taken?.rung !== 'caption')) continue;
          const [then, now] = [from, program].map((version) => wayOf(version, before.wait!.place, taken.detail ?? ''));
          expect(now?.label === then?.label || now?.to === then?.to).toBe(true);
          read += 1;
        }
      }),
      { numRuns: 1_000 },
    );
    // Seen by hand: about forty.
    expect(read).toBeGreaterThan(5);
  });

  test('a conversation that is not over stays on its version until an entry or a menu that stands', () => {
    fc.assert(
      fc.property(bots, lines, (bot, script) => {
        for (const { before, result, program, moved } of play(bot, script)) {
          if (!moved || before.phase !== 'talking' || before.owner !== 'bot' || before.wait === null) continue;
          const entered = result.trace.some(
            (entry) => entry.type === 'understood' && ['command', 'entry'].includes(entry.rung),
          );
          expect(entered || nodeAt(program, before.wait.place)?.kind?.menu !== undefined).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

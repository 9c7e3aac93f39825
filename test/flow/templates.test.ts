import { describe, expect, test } from 'vitest';
import { explore } from '../../engine/check/explore/explore.ts';
import { findProblems } from '../../engine/check/findProblems.ts';
import { runChecks } from '../../engine/check/runChecks.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { botFacts } from '../../engine/flow/botFacts.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { readNode } from '../../engine/flow/readNode.ts';
import { blankBot } from '../../engine/flow/templates/emptyTemplate.ts';
import { TEMPLATE_NAMES, templateBot } from '../../engine/flow/templates/templateBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { KIND_NAMES } from '../../engine/nodes/kind.ts';
import { REQUESTS } from '../../engine/protocol.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newWorld } from '../../engine/sandbox/newWorld.ts';
import { talkTo } from '../support/talk.ts';

const CARD_WIDTH = 264;
const LANGUAGES = ['ru', 'en'] as const;
const cases = TEMPLATE_NAMES.flatMap((name) => LANGUAGES.map((language) => [name, language] as const));

const nodesOf = (bot: Bot) => bot.flows.flatMap((flow) => flow.nodes);

describe.each(cases)('the template %s in %s', (name, language) => {
  const bot = templateBot(name, language);

  test('is a bot file: read back, it is the same bot and the same bytes', () => {
    const text = writeBot(bot);
    const read = parseBot(text);
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && writeBot(read.value)).toBe(text);
  });

  test('has no problem of any level', () => {
    expect(findProblems(bot)).toEqual([]);
  });

  test('passes its own checks, and they go everywhere', () => {
    const report = runChecks(bot);
    expect(report.checks.filter((check) => !check.passed)).toEqual([]);
    expect(report.passed).toBeGreaterThan(0);
    expect(report.uncovered).toEqual({ nodes: [], exits: [] });
    expect(report.coverage).toEqual({ nodes: 1, exits: 1 });
  });

  test('has no dead end, no circle, nothing out of reach, and nobody who is asked for ever', () => {
    const { edgesCovered, edgesTotal, states, ...found } = explore(compileBot(bot));
    expect(found).toEqual({
      deadEnds: [],
      loops: [],
      unreachable: [],
      deadExits: [],
      unwritten: [],
      endlessMisses: [],
      truncated: false,
    });
    expect(edgesCovered).toBe(edgesTotal);
    expect(states).toBeGreaterThan(0);
  });

  test('fits its variables to their types, and uses each of them', () => {
    const text = JSON.stringify(bot.flows);
    for (const { id } of bot.variables ?? []) expect(text).toMatch(new RegExp(`"${id}"|\\{\\{${id}[|}]`, 'u'));
  });

  test('calls every block by a name of its own', () => {
    for (const flow of bot.flows) {
      const named = flow.nodes.filter((node) => node.kind !== 'start');
      expect(named.filter((node) => (node.name ?? '') === '')).toEqual([]);
      expect(new Set(named.map((node) => node.name)).size).toBe(named.length);
    }
    const names = (bot.checks ?? []).map((check) => check.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('speaks one language', () => {
    const said = JSON.stringify([bot.name, bot.variables, bot.intents, bot.entities, bot.flows, bot.checks]);
    if (language === 'en') expect(said).not.toMatch(/\p{Script=Cyrillic}/u);
    else {
      const names = nodesOf(bot).flatMap((node) => node.name ?? []);
      for (const name of [bot.name, ...names]) expect(name).toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  test('places every card, on the grid, and none over another', () => {
    const facts = botFacts(bot);
    for (const flow of bot.flows) {
      const places = bot.layout![flow.id]!.nodes;
      expect(Object.keys(places).sort()).toEqual(flow.nodes.map((node) => node.id).sort());
      const cards = flow.nodes.map((node) => {
        const read = readNode(node);
        // A head, three lines of text and a row an exit, as the card is drawn.
        const height = 110 + 28 * (read.ok ? read.kind.exits(read.data, facts).length : 0);
        return { id: node.id, ...places[node.id]!, height };
      });
      for (const { x, y } of cards) expect([x % 8, y % 8]).toEqual([0, 0]);
      const overlaps = cards.flatMap((one, index) =>
        cards
          .slice(index + 1)
          .filter(
            (other) =>
              Math.abs(one.x - other.x) < CARD_WIDTH && one.y < other.y + other.height && other.y < one.y + one.height,
          )
          .map((other) => [one.id, other.id]),
      );
      expect(overlaps).toEqual([]);
    }
  });

  test('names its statuses as the sandbox does, so that they link by themselves', () => {
    const world = newWorld({ language, token: 't', statuses: undefined, now: 0 });
    const there = [...world.statuses.values()].map((status) => status.name);
    expect(bot.statuses!.map((status) => status.name).filter((status) => !there.includes(status))).toEqual([]);
  });

  test('is new each time, under the id that was asked for', () => {
    expect(templateBot(name, language, 'bot_mine').id).toBe('bot_mine');
    expect(templateBot(name, language).flows).not.toBe(bot.flows);
  });
});

test.each(TEMPLATE_NAMES)('%s is drawn the same way in both languages', (name) => {
  const drawn = LANGUAGES.map((language) => {
    const bot = templateBot(name, language);
    const links = bot.flows.map((flow) =>
      flow.nodes.map(({ id, kind, exits }) => [id, kind, Object.values(exits ?? {})]),
    );
    const checks = (bot.checks ?? []).map(({ id, steps }) => [id, steps.map((step) => Object.keys(step))]);
    return { links, layout: bot.layout, checks };
  });
  expect(drawn[1]).toEqual(drawn[0]);
});

test('the window can ask for every template', () => {
  const { template } = REQUESTS['bots.create'].params.shape;
  expect(template.options).toEqual([...TEMPLATE_NAMES]);
});

test('an empty flow in the window is «start» alone', () => {
  for (const language of LANGUAGES) {
    const bot = blankBot(language);
    expect(bot.flows.map((flow) => flow.nodes)).toEqual([[{ id: 'start', kind: 'start' }]]);
    expect(Object.keys(bot.layout!['main']!.nodes)).toEqual(['start']);
    expect({ ...bot, flows: [], layout: {}, checks: [] }).toEqual({
      ...templateBot('empty', language),
      flows: [],
      layout: {},
      checks: [],
    });
  }
});

test('between them the templates show most kinds of blocks', () => {
  const shown = new Set(TEMPLATE_NAMES.flatMap((name) => nodesOf(templateBot(name, 'ru')).map((node) => node.kind)));
  const rare = ['assign', 'http', 'jump', 'pause', 'split'];
  expect(KIND_NAMES.filter((kind) => !shown.has(kind))).toEqual(KIND_NAMES.filter((kind) => rare.includes(kind)));
});

test('the topics of «first touch» have 8 to 15 phrases each', () => {
  for (const language of LANGUAGES)
    for (const intent of templateBot('nlp', language).intents!) {
      expect(intent.phrases.length, intent.name).toBeGreaterThanOrEqual(8);
      expect(intent.phrases.length, intent.name).toBeLessThanOrEqual(15);
    }
});

describe('«first touch» understands what nobody wrote down for it', () => {
  test.each([
    ['ru', 'можно ли картой заплатить', 'payInfo'],
    ['ru', 'а в субботу вы работаете', 'hoursInfo'],
    ['ru', 'хотела бы заказать уборку дома', 'askName'],
    ['ru', 'дайте поговорить с менеджером', 'people'],
    ['en', 'is it possible to pay by card', 'payInfo'],
    ['en', 'what hours are you open on Monday', 'hoursInfo'],
    ['en', 'I would like to order a house cleaning', 'askName'],
    ['en', 'can I speak with a manager please', 'people'],
  ] as const)('%s: «%s» → %s', (language, phrase, node) => {
    const talk = talkTo(templateBot('nlp', language));
    talk.customer(language === 'ru' ? 'Добрый день' : 'Good afternoon');
    talk.customer(phrase);
    expect(talk.conversation.visits.map((place) => place.node)).toContain(node);
  });
});

describe('customers who do not read off a script', () => {
  const items = (talk: ReturnType<typeof talkTo>, event: string) =>
    talk.conversation.items.filter((item) => item.from === 'system' && item.event === event);

  test('an order of any size costs what its pies and its delivery cost', () => {
    for (const [pie, price] of [
      ['1', 700],
      ['2', 900],
      ['3', 1200],
    ] as const)
      for (const count of [1, 2, 3, 4, 5, 6]) {
        const talk = talkTo(templateBot('order', 'ru'));
        for (const line of ['Привет', pie, String(count), 'послезавтра', 'Лесная улица, дом 5', '89161234567', 'да'])
          talk.customer(line);
        const pies = price * count;
        expect(items(talk, 'lead')).toMatchObject([
          { fields: { amount: pies < 5000 ? pies + 300 : pies, phone: '+79161234567' } },
        ]);
        expect(items(talk, 'goal')).toMatchObject([{ name: 'Заказ оформлен', value: pies < 5000 ? pies + 300 : pies }]);
      }
  });

  test('the second order counts anew, and both count for the goal', () => {
    const talk = talkTo(templateBot('order', 'en'));
    for (const line of ['Hi', 'meat', '6', 'Saturday', '5 Forest Road, flat 12', '020 7946 0018', 'yes', 'new order'])
      talk.customer(line);
    for (const line of ['apple', '1', 'Saturday', 'yes']) talk.customer(line);
    expect(items(talk, 'goal')).toMatchObject([{ value: 90 }, { value: 13 }]);
    expect(talk.state.status).toBe('st_order');
  });

  test('who corrects an order in passing is not asked the rest again', () => {
    const talk = talkTo(templateBot('order', 'ru'));
    for (const line of ['Привет', 'с вишней', '3', 'завтра', 'Лесная улица, дом 5', '89161234567', 'неверно'])
      talk.customer(line);
    expect(talk.customer('адрес')).toEqual(['Куда привезти? Напишите улицу, дом и квартиру.']);
    expect(talk.customer('Садовая, 7')[0]).toContain('Садовая, 7');
    expect(talk.at).toBe('confirm');
  });

  test('a visit can only be moved or cancelled by who has booked one', () => {
    const talk = talkTo(templateBot('booking', 'ru'));
    talk.customer('Привет');
    expect(talk.customer('отменить')[0]).toContain('Не понял вас');
    expect(talk.at).toBe('services');
  });

  test('who was let go begins anew with the next message', () => {
    const talk = talkTo(templateBot('booking', 'ru'));
    talk.customer('Привет');
    expect(talk.passes('3h').at(-1)).toContain('оставим как есть');
    expect(talk.customer('я вернулась')[0]).toContain('салон «Ландыш»');
  });

  test.each([
    ['ru', '19 нояб'],
    ['en', 'Nov 19'],
  ] as const)('after hours, %s: the customer is told when people answer, and hears from them then', (language, day) => {
    const talk = talkTo(templateBot('after-hours', language));
    talk.passes('13h');
    expect(talk.customer('?')[0]).toContain(day);
    for (const _ of ['question', 'name', 'phone']) talk.customer(language === 'ru' ? 'пропустить' : 'skip');
    expect(talk.state).toMatchObject({ status: 'st_human', owner: 'bot' });
    expect(talk.passes('9h')).toEqual([]);
    expect(talk.passes('1h')).toHaveLength(1);
    expect(talk.state.owner).toBe('human');
  });
});

import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { runChecks } from '../../engine/check/runChecks.ts';
import { botFacts } from '../../engine/flow/botFacts.ts';
import { readNode } from '../../engine/flow/readNode.ts';
import { TEMPLATE_NAMES, templateBot } from '../../engine/flow/templates/templateBot.ts';
import { newWorld } from '../../engine/sandbox/newWorld.ts';
import { talkTo } from '../support/talk.ts';

const CARD_WIDTH = 264;
const cases = TEMPLATE_NAMES.flatMap((name) => [[name, 'ru'] as const, [name, 'en'] as const]);

describe.each(cases)('the template %s in %s', (name, language) => {
  const bot = templateBot(name, language);

  test('has no errors and no warnings', () => {
    expect(findProblems(bot).filter((problem) => problem.level !== 'tip')).toEqual([]);
  });

  test('passes its own checks', () => {
    const report = runChecks(bot);
    expect(report.checks.filter((check) => !check.passed)).toEqual([]);
    expect(report.passed).toBe(name === 'empty' ? 0 : 5);
  });

  test('places every card, on the grid, and none over another', () => {
    const places = bot.layout!['main']!.nodes;
    expect(Object.keys(places).sort()).toEqual(bot.flows[0]!.nodes.map((node) => node.id).sort());
    const facts = botFacts(bot);
    const cards = bot.flows[0]!.nodes.map((node) => {
      const read = readNode(node);
      // A head, three lines of text and a row an exit, as the card is drawn.
      const height = 110 + 28 * (read.ok ? read.kind.exits(read.data, facts).length : 0);
      return { ...places[node.id]!, height };
    });
    for (const { x, y } of cards) expect([x % 8, y % 8]).toEqual([0, 0]);
    const overlaps = cards.flatMap((one, index) =>
      cards
        .slice(index + 1)
        .filter(
          (other) =>
            Math.abs(one.x - other.x) < CARD_WIDTH && one.y < other.y + other.height && other.y < one.y + one.height,
        ),
    );
    expect(overlaps).toEqual([]);
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

test('the topics of «first touch» have 8 to 15 phrases each', () => {
  for (const language of ['ru', 'en'] as const)
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

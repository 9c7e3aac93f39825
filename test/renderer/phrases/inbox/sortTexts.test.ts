import { beforeEach, describe, expect, test } from 'vitest';
import type { Unrecognised } from '../../../../engine/protocol/phrases.ts';
import { useEditor } from '../../../../renderer/editor/store.ts';
import { INBOX_JOBS } from '../../../../renderer/phrases/inbox/inboxJobs.ts';
import { inboxKey } from '../../../../renderer/phrases/inbox/inboxKey.ts';
import { offeredTopics } from '../../../../renderer/phrases/inbox/offeredTopics.ts';
import { type Group, sortTexts } from '../../../../renderer/phrases/inbox/sortTexts.ts';
import { teachNewTopic, teachOption, teachTopic } from '../../../../renderer/phrases/inbox/teach.ts';
import { phraseKey } from '../../../../engine/nlu/phraseKey.ts';
import { drawBot } from '../../../support/botBuilder.ts';

const bot = drawBot()
  .topic('delivery', ['сколько стоит доставка', 'доставка по городу'], 'Доставка')
  .topic('pay', ['как оплатить', 'оплата картой'], 'Оплата')
  .start('menu')
  .menu('menu', 'Что нужно?', { about: 'О нас', ask: 'Вопрос' })
  .message('about', 'Мы тут')
  .intent('ask', 'Слушаю', { delivery: 'about', pay: 'about' })
  .check('Доставка', [{ customer: 'привет' }, { customer: '2' }, { customer: 'сколько стоит доставка' }, { bot: '*' }])
  .check('О нас', [{ customer: 'привет' }, { customer: '1' }, { bot: '*' }])
  .build();

function said(text: string, part: Partial<Unrecognised> = {}): Unrecognised {
  return {
    ...{ key: phraseKey(text), text, count: 1, people: 1, at: 1, lead: 'l', version: 1, closest: null, ignored: false },
    places: [{ flow: 'main', node: 'ask', why: 'other', count: 1 }],
    ...part,
  };
}
const atMenu: Partial<Unrecognised> = { places: [{ flow: 'main', node: 'menu', why: 'menu', count: 1 }] };

const texts = [
  said('Здравствуйте, а парковка рядом есть?'),
  said('парковка есть', { count: 3 }),
  said('самовывоз', atMenu),
  said('спс', { ignored: true }),
];
const grouped = { texts, ...INBOX_JOBS.group({ texts, languages: ['ru'] }) };
const shown = (which: 'waiting' | 'aside' = 'waiting'): readonly Group[] =>
  sortTexts(grouped, useEditor.getState().bot, which);
const phrases = (groups: readonly Group[]): string[][] =>
  groups.map((group) => group.texts.map(({ point }) => point.phrase));
function group(phrase: string): Group {
  const found = shown().find((one) => one.texts.some(({ point }) => point.phrase === phrase));
  if (found === undefined) throw new Error(`no group has «${phrase}»`);
  return found;
}

beforeEach(() => {
  useEditor.getState().open(bot);
});

describe('the list', () => {
  test('has what asks for the same together, without greetings, and apart what was put aside', () => {
    expect(phrases(shown())).toEqual([['парковка есть', 'парковка рядом есть?'], ['самовывоз']]);
    expect(phrases(shown('aside'))).toEqual([['спс']]);
    expect(shown()[0]?.count).toBe(4);
  });

  test('loses what a topic has learned, and has it back when that is undone', () => {
    expect(teachTopic('delivery', group('парковка есть').texts)).toBe(2);
    expect(useEditor.getState().bot.intents?.[0]?.phrases.slice(2)).toEqual(['парковка есть', 'парковка рядом есть?']);
    expect(phrases(shown())).toEqual([['самовывоз']]);
    useEditor.getState().undo();
    expect(phrases(shown())).toHaveLength(2);
  });

  test('keeps what was not chosen', () => {
    teachTopic('pay', group('парковка есть').texts.slice(0, 1));
    expect(phrases(shown())).toEqual([['парковка рядом есть?'], ['самовывоз']]);
  });

  test('loses what a new topic begins with, in one step', () => {
    expect(teachNewTopic('Парковка', group('парковка есть').texts)).toBe(2);
    expect(useEditor.getState().bot.intents?.[2]).toMatchObject({ name: 'Парковка', phrases: expect.any(Array) as [] });
    expect(phrases(shown())).toEqual([['самовывоз']]);
    useEditor.getState().undo();
    expect(useEditor.getState().bot).toBe(bot);
  });

  test('loses what an option of the menu is called where it was said', () => {
    expect(teachOption({ flow: 'main', node: 'menu' }, 'about', group('самовывоз').texts)).toBe(1);
    expect(phrases(shown())).toHaveLength(1);
    expect(JSON.stringify(useEditor.getState().bot)).toContain('"synonyms":["самовывоз"]');
    // Once more it is nothing new.
    expect(
      teachOption(
        { flow: 'main', node: 'menu' },
        'about',
        texts.map((text) => ({ ...text, point: { phrase: 'самовывоз', key: 'самовывоз' } })),
      ),
    ).toBe(0);
  });

  test('teaches nothing to a topic that is gone, nor what it has already', () => {
    expect(teachTopic('nowhere', group('самовывоз').texts)).toBe(0);
    teachTopic('pay', group('самовывоз').texts);
    const { bot: taught } = useEditor.getState();
    const again = said('Самовывоз!');
    expect(teachTopic('pay', [{ ...again, point: { phrase: 'Самовывоз!', key: again.key } }])).toBe(0);
    expect(useEditor.getState().bot).toBe(taught);
  });
});

describe('the work behind it', () => {
  const set = {
    intents: (bot.intents ?? []).map(({ id, phrases: own }) => ({ id, phrases: own })),
    languages: ['ru'],
  };

  test('finds the topics nearest to a group', () => {
    const [near = []] = INBOX_JOBS.near({ groups: [['стоимость доставки', 'доставка сколько']], set });
    expect(near.map(({ topic }) => topic)).toEqual(['delivery', 'pay']);
    const offers = offeredTopics(bot.intents ?? [], near);
    expect(offers[0]).toEqual({ id: 'delivery', name: 'Доставка', likeness: 'alike' });
    expect(offeredTopics(bot.intents ?? [], []).map(({ likeness }) => likeness)).toEqual(['none', 'none']);
  });

  test('runs the checks a lesson concerns, and no others', () => {
    expect(INBOX_JOBS.checks({ bot, through: 'phrases' }).map(({ id, passed }) => [id, passed])).toEqual([
      ['Доставка', true],
    ]);
    const menu = INBOX_JOBS.checks({ bot, through: { flow: 'main', node: 'menu' } });
    expect(menu.map(({ id }) => id)).toEqual(['Доставка', 'О нас']);
    expect(INBOX_JOBS.checks({ bot: { ...bot, checks: [] }, through: 'phrases' })).toEqual([]);
  });

  test('reads letters by their place, also on a Russian keyboard, and leaves shortcuts alone', () => {
    const press = (key: string, code: string, ctrlKey = false) =>
      inboxKey({ key, code, ctrlKey, metaKey: false, altKey: false });
    expect(press('т', 'KeyN')).toEqual({ do: 'new' });
    expect(press('ч', 'KeyX')).toEqual({ do: 'ignore' });
    expect(press('3', 'Digit3')).toEqual({ do: 'offer', index: 2 });
    expect(press('ArrowUp', 'ArrowUp')).toEqual({ do: 'move', by: -1 });
    expect(press('x', 'KeyX', true)).toBeNull();
    expect(press('0', 'Digit0')).toBeNull();
    expect(press('q', 'KeyQ')).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';
import { withFlows } from '../support/withFlows.ts';

const MENU = 'Что вас интересует?\n1 — О нас\n2 — Каталог\n3 — Оператор на связи';
const CATALOGUE = 'Что показать?\n1 — Торты\n2 — Пироги';

/** The cake shop with a jump where «cakes» was, and a second flow. */
function shop(data: Record<string, unknown>) {
  const bot = withFlows(cakeShop(), { news: drawBot().start('new').message('new', 'Новинка: эклеры') });
  const [main, ...others] = bot.flows;
  const nodes = main!.nodes.map((node) => (node.id === 'cakes' ? { id: 'cakes', kind: 'jump', data } : node));
  return { ...bot, flows: [{ ...main!, nodes }, ...others] };
}

describe('a jump, however it is written', () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{ to: 'node', node: 'about' }, ['Мы печём торты', CATALOGUE]],
    [{ node: 'about' }, ['Мы печём торты', CATALOGUE]],
    [{ to: 'about' }, ['Мы печём торты', CATALOGUE]],
    [{ to: { node: 'about' } }, ['Мы печём торты', CATALOGUE]],
    [{ target: { flow: 'main', node: 'about' } }, ['Мы печём торты', CATALOGUE]],
    [{ to: 'menu' }, [MENU]],
    [{ to: 'flow', flow: 'news' }, ['Новинка: эклеры', CATALOGUE]],
    [{ flow: 'news' }, ['Новинка: эклеры', CATALOGUE]],
    [{ flow: 'news', node: 'new' }, ['Новинка: эклеры', CATALOGUE]],
    [{ target: { flow: 'news' } }, ['Новинка: эклеры', CATALOGUE]],
    [{ to: 'lastMenu' }, [CATALOGUE]],
    [{ to: 'last_menu' }, [CATALOGUE]],
    [{ target: 'lastMenu' }, [CATALOGUE]],
    [{ lastMenu: true }, [CATALOGUE]],
    [{ node: 'lastMenu' }, [CATALOGUE]],
    [{ to: 'back' }, [CATALOGUE]],
    [{ back: true }, [CATALOGUE]],
  ])('%o', (data, said) => {
    const talk = talkTo(shop(data));
    talk.customer('привет');
    talk.customer('2');
    expect(talk.customer('1')).toEqual(said);
  });
});

describe('problems of a jump', () => {
  const codes = (data: Record<string, unknown>): string[] =>
    findProblems(shop(data)).flatMap((problem) => (problem.node === 'cakes' ? [problem.code] : []));

  test.each<[Record<string, unknown>, string[]]>([
    [{ node: 'about' }, []],
    [{ flow: 'news' }, []],
    [{ to: 'lastMenu' }, []],
    [{}, ['E-TARGET']],
    [{ to: 'node' }, ['E-TARGET']],
    [{ node: 'gone' }, ['E-REF']],
    [{ flow: 'gone' }, ['E-REF']],
  ])('%o', (data, expected) => {
    expect(codes(data)).toEqual(expected);
  });

  test('a flow without a start', () => {
    const bot = withFlows(drawBot().start('go').node('go', 'jump', { flow: 'empty' }), {
      empty: drawBot().message('m', 'нет начала'),
    });
    expect(findProblems(bot).flatMap((problem) => (problem.node === 'go' ? [problem.code] : []))).toEqual([
      'E-NOSTART',
    ]);
  });
});

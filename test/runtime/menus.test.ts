import { describe, expect, test } from 'vitest';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';
import { message, talkTo } from '../support/talk.ts';

const MENU = 'Что вас интересует?\n1 — О нас\n2 — Каталог\n3 — Оператор на связи';
const CATALOGUE = 'Что показать?\n1 — Торты\n2 — Пироги';

// Rule 9: a leaf returns to its parent menu when the menu says so; «назад» and «0» are built in.
describe('a leaf', () => {
  test('returns to the menu above it', () => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Мы печём торты', MENU]);
    talk.customer('2');
    expect(talk.customer('1')).toEqual(['Медовик 1900', CATALOGUE]);
    expect(talk.at).toBe('catalogue');
  });

  test('asks «anything else?» and takes the menu’s numbers, or 0 for the whole of it', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', 'Что показать?', { a: 'Торты', b: 'Пироги' }, { after: 'short' })
        .message('a', 'Медовик')
        .message('b', 'С вишней')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Медовик', 'Ещё вопросы? 0 — меню']);
    expect(talk.customer('2')).toEqual(['С вишней', 'Ещё вопросы? 0 — меню']);
    expect(talk.customer('0')).toEqual([CATALOGUE]);
  });

  test('ends the conversation under a menu that says nothing of it', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Торты' })
        .message('a', 'Медовик')
        .command('c', ['меню'], 'menu')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Медовик']);
    expect(talk.state.phase).toBe('ended');
    expect([talk.customer('1'), talk.customer('спасибо'), talk.customer('стоп')]).toEqual([[], [], []]);
    expect(talk.customer('меню')).toEqual(['?\n1 — Торты']);
  });
});

describe('back', () => {
  test.each(['назад', 'Назад!', '0', 'вернуться'])('«%s» in a sub-menu shows the menu above', (word) => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    talk.customer('2');
    expect(talk.customer(word)).toEqual([MENU]);
    expect(talk.customer(word)).toEqual([MENU]);
  });

  test('«назад» under a question shows the menu that led to it', () => {
    const talk = talkTo(
      drawBot()
        .variable('n')
        .start('menu')
        .menu('menu', '?', { q: 'Заказ' })
        .question('q', 'Сколько?', { answer: 'number', saveTo: 'n' }, { answered: 'ok', failed: 'ok' })
        .message('ok', 'ок')
        .build(),
    );
    talk.customer('привет');
    talk.customer('1');
    expect(talk.customer('назад')).toEqual(['?\n1 — Заказ']);
  });

  test('an option of its own takes the word and the 0', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .node(
          'menu',
          'menu',
          {
            text: '?',
            options: [
              { id: 'a', label: 'Далеко' },
              { id: 'z', label: 'Оператор связи', code: '0' },
            ],
          },
          { a: 'a', z: 'z' },
        )
        .message('a', 'A')
        .message('z', 'Z')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('0')).toEqual(['Z']);
  });
});

describe('a jump', () => {
  test.each([
    [{ node: 'about' }, ['Мы печём торты', CATALOGUE]],
    [{ to: 'lastMenu' }, [CATALOGUE]],
    [{ node: 'lastMenu' }, [CATALOGUE]],
    [{ to: 'back' }, [CATALOGUE]],
    [{ flow: 'main' }, ['Здравствуйте!', MENU]],
  ])('to %o', (data, said) => {
    const bot = cakeShop().build();
    const [flow] = bot.flows;
    const nodes = flow!.nodes.map((node) => (node.id === 'cakes' ? { id: 'cakes', kind: 'jump', data } : node));
    const talk = talkTo({ ...bot, flows: [{ ...flow!, nodes }] });
    talk.customer('привет');
    talk.customer('2');
    expect(talk.customer('1')).toEqual(said);
  });
});

// Rule 8: answers are matched against the options as they were sent, not as edited since.
describe('a menu edited while someone looks at it', () => {
  const menuOf = (options: Record<string, string>) =>
    compileBot(
      drawBot()
        .start('menu')
        .menu('menu', '?', options)
        .message('a', 'торты')
        .message('b', 'пироги')
        .message('x', 'новинки')
        .build(),
    );

  test('is answered as it was sent', () => {
    const before = menuOf({ a: 'Торты', b: 'Пироги' });
    const after = menuOf({ x: 'Новинки', a: 'Торты', b: 'Пироги' });
    const sent = step(before, newSession(), message('привет', 1)).state;
    const said = step(after, sent, message('1', 2)).effects.flatMap((effect) =>
      effect.type === 'send' ? [effect.text] : [],
    );
    expect(said).toEqual(['торты']);
  });

  test('a node that was deleted strands nobody', () => {
    const before = compileBot(cakeShop().build());
    const waiting = step(before, step(before, newSession(), message('привет', 1)).state, message('2', 2)).state;
    const after = compileBot(
      drawBot().start('menu').menu('menu', 'Новое меню', { a: 'Торты' }).message('a', 'A').build(),
    );
    const said = step(after, waiting, message('1', 3)).effects.flatMap((effect) =>
      effect.type === 'send' ? [effect.text] : [],
    );
    expect(said).toEqual(['Новое меню\n1 — Торты']);
  });
});

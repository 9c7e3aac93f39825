import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeWords } from '../../engine/check/change/changeWords.ts';
import { KIND_WORDS } from '../../engine/check/change/kindWords.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { diffBots } from '../../engine/flow/diffBots.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { nodesCopy } from '../../renderer/copy/nodes.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { dialogram } from './dialogram.ts';

const shop = () =>
  drawBot()
    .start('menu')
    .menu('menu', 'Что вас интересует?', { about: 'О нас', ship: 'Доставка' }, {}, { ship: 'about' })
    .also({ name: 'Главное меню' })
    .message('about', 'Печём торты');
const before = shop().topic('payment', ['как оплатить', 'карты'], 'Оплата').build();
const after = shop()
  .also({ name: 'О нас', data: { parts: [{ text: 'Печём пироги' }] } })
  .message('rates', 'От 300 рублей')
  .topic('payment', ['карты', 'наличные'], 'Оплата')
  .build({ name: 'Пироги', settings: { attempts: 2 } });
const menu = after.flows[0]!.nodes.find((node) => node.id === 'menu')!;
menu.exits = { about: 'about', ship: 'rates', other: 'about' };
menu.data = {
  text: 'Что вас интересует?',
  options: [...(menu.data!['options'] as object[]), { id: 'call', label: 'Звонок' }],
};

function files(): [string, string] {
  const folder = tempFolder();
  const path = (name: string, bot: Bot): string => {
    writeFileSync(join(folder, name), writeBot(bot));
    return join(folder, name);
  };
  return [path('a.json', before), path('b.json', after)];
}

describe('dialogram diff', () => {
  test('one document with every change, status 0', async () => {
    const ended = await dialogram(['diff', ...files(), '--json']);
    expect(ended).toMatchObject({ status: 0, err: '' });
    expect(ended.json()).toEqual({
      changes: [
        { flow: null, node: null, field: 'name', before: 'Тест', after: 'Пироги' },
        {
          flow: null,
          node: null,
          field: 'intents.payment.phrases',
          before: ['как оплатить', 'карты'],
          after: ['карты', 'наличные'],
        },
        { flow: null, node: null, field: 'settings.attempts', before: null, after: 2 },
        { flow: 'main', node: 'about', field: 'name', before: null, after: 'О нас' },
        { flow: 'main', node: 'about', field: 'parts.0.text', before: 'Печём торты', after: 'Печём пироги' },
        { flow: 'main', node: 'menu', field: 'options.call', before: null, after: { id: 'call', label: 'Звонок' } },
        { flow: 'main', node: 'menu', field: 'exits.ship', before: 'about', after: 'rates' },
        { flow: 'main', node: 'menu', field: 'exits.other', before: null, after: 'about' },
        { flow: 'main', node: 'rates', field: 'node', before: null, after: { kind: 'message', text: 'От 300 рублей' } },
      ],
    });
  });

  test.for([
    [
      'ru',
      [
        'Бот: название изменено: «Тест» → «Пироги»',
        'Тема «Оплата»: фразы: добавлено «наличные»; убрано «как оплатить»',
        'Настройки: число попыток: теперь 2',
        'Главный / Блок «О нас»: название: теперь «О нас»',
        'Главный / Блок «О нас»: текст изменён: «Печём торты» → «Печём пироги»',
        'Главный / Блок «Главное меню»: добавлен пункт «Звонок»',
        'Главный / Блок «Главное меню»: пункт «Доставка» теперь ведёт к «От 300 рублей»',
        'Главный / Блок «Главное меню»: выход «Другой ответ» теперь ведёт к «О нас»',
        'Главный / Блок «От 300 рублей»: добавлен блок (Сообщение)',
        'Изменений: 9.',
      ],
    ],
    [
      'en',
      [
        'Bot: name changed: “Тест” → “Пироги”',
        'Topic “Оплата”: phrases: added “наличные”; removed “как оплатить”',
        'Settings: attempts: now 2',
        'Главный / Block “О нас”: name: now “О нас”',
        'Главный / Block “О нас”: text changed: “Печём торты” → “Печём пироги”',
        'Главный / Block “Главное меню”: option “Звонок” added',
        'Главный / Block “Главное меню”: option “Доставка” now leads to “От 300 рублей”',
        'Главный / Block “Главное меню”: output “Other reply” now leads to “О нас”',
        'Главный / Block “От 300 рублей”: block added (Message)',
        'Changes: 9.',
      ],
    ],
  ] as const)('sentences for people in %s, nothing on stdout', async ([language, lines]) => {
    const ended = await dialogram(['diff', ...files(), '--language', language]);
    expect(ended).toMatchObject({ status: 0, out: '' });
    expect(ended.err.trim().split('\n')).toEqual(lines);
  });

  test('the same bot twice', async () => {
    const [file] = files();
    expect((await dialogram(['diff', file, file, '--json'])).json()).toEqual({ changes: [] });
    expect((await dialogram(['diff', file, file])).err).toContain('The bots are the same.');
  });

  test.for<[string, (a: string) => string[]]>([
    ['one file', (a) => [a]],
    ['three files', (a) => [a, a, a]],
    ['a file that is not there', (a) => [a, `${a}.none`]],
    ['an unknown option', (a) => [a, a, '--loud']],
  ])('%s is wrong usage: one line, status 2', async ([, args]) => {
    const ended = await dialogram(['diff', ...args(files()[0])]);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });
});

describe('words', () => {
  test('kinds are called as on the canvas', () => {
    for (const [kind, words] of Object.entries(KIND_WORDS))
      expect([kind, words]).toEqual([kind, { ru: kindCopy('ru')[kind], en: kindCopy('en')[kind] }]);
  });

  test('of two long texts the part that differs is shown', () => {
    const long = (end: string): Bot =>
      drawBot()
        .start('it')
        .message('it', `${'слово '.repeat(40)}${end}`)
        .build();
    const [a, b] = [long('конец'), long('начало')];
    const [line] = diffBots(a, b).map(changeWords(a, b, 'ru'));
    expect(line).toMatch(/«….*конец» → «….*начало»$/u);
  });
});

function kindCopy(language: 'ru' | 'en'): Record<string, string> {
  return nodesCopy[language].kind;
}

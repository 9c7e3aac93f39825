import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';

const OPTIONS = 4;

/**
 * A menu bot of `size` blocks as shops draw them: menus under menus, leaves with a text, every fifth branch a form (a
 * question, a condition on its answer, a status), and one way to people.
 */
export function bigBot(size: number): Bot {
  const nodes: BotNode[] = [
    { id: 'start', kind: 'start', exits: { next: 'm0' } },
    { id: 'word', kind: 'command', data: { words: ['меню'] }, exits: { next: 'm0' } },
    { id: 'people', kind: 'handoff', data: { status: 'st_human', text: 'Зову людей' } },
  ];
  const variables: NonNullable<Bot['variables']> = [];
  const open = ['m0'];
  for (let made = 0; open.length > 0; made += 1) {
    const id = open.shift() ?? '';
    const options = Array.from({ length: OPTIONS }, (_, index) => ({
      id: `o${String(index)}`,
      label: `Раздел ${String(made)} ${'абвг'.charAt(index)}`,
    }));
    const exits: Record<string, string> = {};
    for (const [index, option] of options.entries()) {
      const below = nodes.length + open.length + 1;
      if (index < 2 && below + OPTIONS < size) {
        const menu = `m${String(made * 2 + index + 1)}`;
        exits[option.id] = menu;
        open.push(menu);
      } else if ((made + index) % 5 === 0)
        exits[option.id] = form(`${String(made)}_${String(index)}`, nodes, variables);
      else {
        const leaf = `t${String(made)}_${String(index)}`;
        nodes.push({ id: leaf, kind: 'message', data: { parts: [{ text: `Ответ ${leaf}` }] } });
        exits[option.id] = leaf;
      }
    }
    nodes.push({ id, kind: 'menu', data: { text: `Что показать в ${id}?`, options, after: 'repeat' }, exits });
  }
  return {
    format: 1,
    id: 'bot_big',
    name: 'Большой',
    language: 'ru',
    statuses: [
      { id: 'st_first', name: 'Первичное касание', role: 'bot' },
      { id: 'st_human', name: 'Диалог с оператором', role: 'operator' },
      { id: 'st_work', name: 'В работе', role: 'bot' },
    ],
    variables,
    settings: { burstSeconds: 0 },
    flows: [{ id: 'main', name: 'Главный', main: true, nodes: nodes.slice(0, Math.max(size, 4)) }],
  };
}

function form(name: string, nodes: BotNode[], variables: NonNullable<Bot['variables']>): string {
  const variable = `v${name}`;
  variables.push({ id: variable, type: 'number' });
  nodes.push(
    {
      id: `q${name}`,
      kind: 'question',
      data: { text: 'Сколько гостей?', answer: 'number', saveTo: variable, attempts: 2 },
      exits: { answered: `c${name}`, failed: 'people' },
    },
    {
      id: `c${name}`,
      kind: 'condition',
      data: { cases: [{ id: 'many', label: 'Много', all: [{ left: variable, op: '>=', right: 10 }] }] },
      exits: { many: `s${name}`, else: `e${name}` },
    },
    { id: `s${name}`, kind: 'status', data: { status: 'st_work' }, exits: { next: `e${name}` } },
    { id: `e${name}`, kind: 'message', data: { parts: [{ text: `Записали: {{${variable}}}` }] } },
  );
  return `q${name}`;
}

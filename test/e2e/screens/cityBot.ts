import type { Bot, BotNode } from '../../../engine/flow/botSchema.ts';

/** Three hundred blocks: menus of five, each answer a short talk that ends at the menu it came from or the next one. */
export function city(count: number): Bot {
  const nodes: BotNode[] = [{ id: 'start', kind: 'start', exits: { next: 'm0' } }];
  const menus = Math.ceil((count - 1) / 12);
  for (let menu = 0; menu < menus; menu += 1) {
    const id = `m${String(menu)}`;
    const options = Array.from({ length: 5 }, (_, at) => ({ id: `o${String(at)}`, label: `Пункт ${String(at + 1)}` }));
    const exits = Object.fromEntries(options.map((option, at) => [option.id, `${id}a${String(at)}`]));
    nodes.push({
      id,
      kind: 'menu',
      name: `Меню ${String(menu + 1)}`,
      data: { text: 'Что выберете?', options },
      exits: { ...exits, other: `${id}x` },
    });
    nodes.push({ id: `${id}x`, kind: 'message', data: { parts: [{ text: 'Не понял' }] }, exits: { next: id } });
    for (let at = 0; at < 5; at += 1) {
      const answer = `${id}a${String(at)}`;
      const next = at === 4 && menu + 1 < menus ? `m${String(menu + 1)}` : id;
      nodes.push({
        id: answer,
        kind: 'message',
        data: { parts: [{ text: `Ответ ${answer}` }] },
        exits: { next: `${answer}b` },
      });
      nodes.push({ id: `${answer}b`, kind: 'message', data: { parts: [{ text: 'И ещё' }] }, exits: { next } });
    }
  }
  const kept = nodes.slice(0, count);
  const ids = new Set(kept.map(({ id }) => id));
  const whole = kept.map((node) => ({
    ...node,
    exits: Object.fromEntries(Object.entries(node.exits ?? {}).filter(([, to]) => ids.has(to))),
  }));
  const layout = Object.fromEntries(
    kept.map(({ id }, at) => [id, { x: (at % 20) * 300, y: Math.floor(at / 20) * 296 }]),
  );
  return {
    format: 1,
    id: 'city',
    name: 'Город',
    language: 'ru',
    flows: [{ id: 'main', name: 'Главный', main: true, nodes: whole }],
    layout: { main: { nodes: layout } },
  };
}

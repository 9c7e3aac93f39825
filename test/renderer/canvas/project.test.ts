import { expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { COMMANDS } from '../../../renderer/editor/commands/commandTable.ts';
import { factsOf } from '../../../renderer/editor/factsOf.ts';
import { dragOverlay } from '../../../renderer/canvas/dragOverlay.ts';
import { createProjection, type Scene } from '../../../renderer/canvas/project.ts';
import { cakes } from '../editor/cakes.ts';

function scene(bot: Bot, more: Partial<Scene> = {}): Scene {
  return {
    flow: bot.flows[0] ?? { id: '', name: '', nodes: [] },
    facts: factsOf(bot),
    positions: bot.layout?.['main']?.nodes ?? {},
    lines: () => [],
    sizes: {},
    isLarge: false,
    selection: { nodes: [], edges: [] },
    folded: new Map(),
    current: 'start',
    visit: () => undefined,
    label: (node) => node.id,
    edgeLabel: (node, exit) => `${node.id} ${exit}`,
    role: 'блок',
    readOnly: false,
    ...more,
  };
}

test('nothing changed: the very same arrays', () => {
  const project = createProjection();
  const bot = cakes();
  expect(project.nodes(scene(bot))).toBe(project.nodes(scene(bot)));
  expect(project.edges(scene(bot))).toBe(project.edges(scene(bot)));
});

test('an edited block is the only one that is built again', () => {
  const project = createProjection();
  const before = project.nodes(scene(cakes()));
  const bot = cakes();
  const first = project.nodes(scene(bot));
  const edited = COMMANDS.setData.apply(bot, { flow: 'main', node: 'menu', patch: { text: 'Да?' } });
  const second = project.nodes(scene(edited));
  expect(second.flatMap((node, at) => (node === first[at] ? [] : [node.id]))).toEqual(['menu']);
  expect(before).toHaveLength(second.length);
});

test('a dragged card is the only one that is built again, and no line', () => {
  const project = createProjection();
  const bot = cakes();
  const nodes = project.nodes(scene(bot));
  const edges = project.edges(scene(bot));
  const dragged = { hand: { x: 700, y: 256 } };
  const { nodes: moved, edges: same } = dragOverlay(nodes, edges, dragged);
  expect(moved.flatMap((node, at) => (node === nodes[at] ? [] : [node.id]))).toEqual(['hand']);
  expect(moved.find((node) => node.id === 'hand')?.position).toEqual(dragged.hand);
  expect(same).toBe(edges);
});

test('a card dragged past the one it leads to: its line becomes a chip, and no other line is touched', () => {
  const project = createProjection();
  const bot = cakes();
  const nodes = project.nodes(scene(bot));
  const edges = project.edges(scene(bot));
  const forward = edges.find((edge) => edge.data?.back === false);
  if (!forward) throw new Error('cakes have a line that leads on');
  const far = { [forward.source]: { x: 90_000, y: 0 } };
  const turned = dragOverlay(nodes, edges, far).edges.filter((edge, at) => edge !== edges[at]);
  expect(turned.map((edge) => edge.id)).toContain(forward.id);
  expect(turned.every((edge) => edge.source === forward.source || edge.target === forward.source)).toBe(true);
});

test('one card is in the tab order, and it moves with the focus', () => {
  const project = createProjection();
  const stops = (current: string): string[] =>
    project.nodes(scene(cakes(), { current })).flatMap((node) => (node.domAttributes?.tabIndex === 0 ? [node.id] : []));
  expect(stops('start')).toEqual(['start']);
  expect(stops('hand')).toEqual(['hand']);
});

test('a connection to the left is a way back; one to nowhere is no line', () => {
  const bot = cakes();
  const project = createProjection();
  const back = project.edges(scene(bot)).filter((edge) => edge.data?.back);
  expect(back.map((edge) => edge.source)).toEqual(['about']);
  const torn = { ...bot, flows: bot.flows.map((f) => ({ ...f, nodes: f.nodes.filter((node) => node.id !== 'hand') })) };
  expect(project.edges(scene(torn)).map((edge) => edge.target)).not.toContain('hand');
});

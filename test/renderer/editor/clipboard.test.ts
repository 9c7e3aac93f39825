import { expect, test } from 'vitest';
import { placeClip, readClip, takeClip, writeClip } from '../../../renderer/editor/clipboard.ts';
import { cakes } from './cakes.ts';

test('blocks survive the clipboard with the connections among them; the start is not copied', () => {
  const bot = cakes();
  const text = writeClip(takeClip(bot, 'main', ['start', 'menu', 'about']), bot.language);
  const clip = readClip(text);
  expect(clip?.nodes.map((node) => node.id)).toEqual(['menu', 'about']);
  expect(clip?.nodes[0]?.exits).toEqual({ o1: 'about' });
  expect(clip?.positions).toEqual({ menu: { x: 0, y: 0 }, about: { x: 344, y: 0 } });
});

test('pasted blocks have ids of their own and lead to each other, not to the originals', () => {
  const bot = cakes();
  const { nodes, positions } = placeClip(takeClip(bot, 'main', ['menu', 'about']), bot, { x: 80, y: 160 });
  const [menu, about] = nodes;
  const ids = new Set(bot.flows.flatMap((flow) => flow.nodes.map((node) => node.id)));
  expect(nodes.some((node) => ids.has(node.id))).toBe(false);
  expect(menu?.exits).toEqual({ o1: about?.id });
  expect(about?.exits).toEqual({ next: menu?.id });
  expect(positions[about?.id ?? '']).toEqual({ x: 424, y: 160 });
});

test.each(['', 'привет', '{', '[]', '{"format":1}', '{"format":99,"flows":[]}'])('«%s» is not blocks', (text) => {
  expect(readClip(text)).toBeNull();
});

import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { placeClip, takeClip } from '../editor/clipboard.ts';
import { positionOf, snap } from '../editor/draft.ts';
import { useEditor } from '../editor/store.ts';
import { useSimulator } from '../simulator/store.ts';

/** How far a copy stands from its original (px). */
const STEP_ASIDE = 32;

/** Copies the blocks, with the connections among them, and selects the copies. */
export function duplicateBlocks(flow: string, nodes: readonly string[]): void {
  const { bot, run, select } = useEditor.getState();
  const clip = takeClip(bot, flow, nodes);
  if (clip.nodes.length === 0) return;
  const places = clip.nodes.map((node) => positionOf(bot, flow, node.id));
  const corner = { x: Math.min(...places.map((at) => at.x)), y: Math.min(...places.map((at) => at.y)) };
  const { keys, ...placed } = placeClip(clip, bot, snap({ x: corner.x + STEP_ASIDE, y: corner.y + STEP_ASIDE }));
  if (!run('paste', { flow, ...placed, duplicate: true })) return;
  select({ nodes: keys });
  announce(copyOf('canvas')('saidPasted', { count: placed.nodes.length }));
}

/** Deletes the blocks. The focus goes to the dock's own frame: the buttons it stood on are gone. */
export function removeBlocks(flow: string, nodes: readonly string[]): void {
  if (!useEditor.getState().run('removeSelection', { flow, nodes, edges: [] })) return;
  announce(copyOf('canvas')('saidRemovedMany', { count: nodes.length }));
  document.querySelector<HTMLElement>('[data-testid="tab-block"]')?.focus();
}

/** Begins a test at this block. */
export function testFrom(flow: string, node: string): void {
  useEditor.getState().test();
  useSimulator.getState().startHere({ flow, node });
}

import { type NodeHandle, Position } from '@xyflow/react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import { reading, takesInput } from '../editor/nodeData.ts';
import { CARD_WIDTH } from '../editor/place.ts';
import { rowsOf } from './outputRows.ts';
import type { Size } from './view.ts';

// As BlockCard.module.css and Output.module.css draw it.
const HEAD = 52;
const LINE = 18;
const BODY_PADDING = 10;
const ROW = 28;
const SIGNS_A_LINE = 36;
const MOST_LINES = 3;
const POINT = 12;
const INPUT_TOP = 36;

/** A card that was never drawn: about as large as it will be, its connections about where they will be. */
export interface EstimatedCard {
  readonly size: Size;
  readonly handles: readonly NodeHandle[];
}

const known = new WeakMap<BotNode, { readonly facts: BotFacts; readonly card: EstimatedCard }>();

/** The canvas library draws every card whose size it does not know, to measure it: with thousands that takes seconds. */
export function estimatedCard(node: BotNode, facts: BotFacts): EstimatedCard {
  const cached = known.get(node);
  if (cached?.facts === facts) return cached.card;
  const card = estimate(node, facts);
  known.set(node, { facts, card });
  return card;
}

function estimate(node: BotNode, facts: BotFacts): EstimatedCard {
  const rows = rowsOf(node, facts, false);
  const read = reading(node);
  const text = read.ok ? (read.kind.texts(read.data).find((one) => one.trim() !== '') ?? '') : '';
  const lines = Math.min(MOST_LINES, Math.max(1, Math.ceil(text.length / SIGNS_A_LINE), text.split('\n').length));
  const top = HEAD + lines * LINE + BODY_PADDING;
  const point = { width: POINT, height: POINT };
  const outputs = rows.map((row, at): NodeHandle => ({
    ...point,
    id: row.id,
    type: 'source',
    position: Position.Right,
    x: CARD_WIDTH - POINT / 2,
    y: top + at * ROW + (ROW - POINT) / 2,
  }));
  const input: NodeHandle = {
    ...point,
    type: 'target',
    position: Position.Left,
    x: -POINT / 2,
    y: INPUT_TOP - POINT / 2,
  };
  return {
    size: { width: CARD_WIDTH, height: top + rows.length * ROW },
    handles: takesInput(node) ? [input, ...outputs] : outputs,
  };
}

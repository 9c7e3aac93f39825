import type { BotNode } from '../../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../../engine/model/definitions.ts';
import { reading } from '../../editor/nodeData.ts';
import { CARD_WIDTH } from '../../editor/place.ts';
import { rowsOf } from '../outputRows.ts';
import type { Size } from '../view.ts';

const HEADER = 52;
const LINE = 20;
const MOST_LINES = 4;
const LETTERS_IN_LINE = 32;
const ROW = 29;

/** The size of a card that was never on screen: rather too high than too low, so that nothing comes to lie on it. */
export function cardSize(node: BotNode, facts: BotFacts): Size {
  const known = reading(node);
  const text = known.ok ? (known.kind.texts(known.data).find((each) => each.trim() !== '') ?? '') : '';
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LETTERS_IN_LINE), 0);
  const body = Math.min(MOST_LINES, lines + 1) * LINE + 10;
  return { width: CARD_WIDTH, height: HEADER + body + rowsOf(node, facts, false).length * ROW };
}

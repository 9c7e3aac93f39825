import type { Bot } from '../../engine/flow/botSchema.ts';
import { flowById, nodeById } from '../../engine/flow/graph.ts';
import type { Place } from '../../engine/model/state.ts';
import { copyOf } from '../copy/i18n.ts';
import { blockTitle } from '../nodes/blockTitle.ts';

/** What a place of a conversation is called. A block that was deleted since has no name any more. */
export function placeTitle(bot: Bot, place: Place): string {
  const flow = flowById(bot, place.flow);
  const node = flow && nodeById(flow, place.node);
  return node === undefined ? copyOf('simulator')('goneBlock') : blockTitle(node, copyOf('nodes'));
}

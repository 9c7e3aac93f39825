import { z } from 'zod';
import { isRecord, synonym } from '../spellings.ts';

const WAYS = ['node', 'flow', 'lastMenu', 'back'] as const;
/** Words for the menu and the step that no block is likely to be called by; a plain «menu» may be the id of a block. */
const OTHERS: Readonly<Record<string, (typeof WAYS)[number]>> = {
  last_menu: 'lastMenu',
  'last-menu': 'lastMenu',
  lastmenu: 'lastMenu',
};

const jumpData = z.looseObject({
  /** Where: a node (with its flow), the start of a flow, the last menu, one step back. Default: a node. */
  to: synonym(OTHERS, z.enum(WAYS)).optional(),
  flow: z.string().optional(),
  node: synonym(OTHERS, z.string()).optional(),
});
export type JumpData = z.infer<typeof jumpData>;

/**
 * `lastMenu: true` for `to: "lastMenu"`, a node's id where `to` is expected, and the target in an object of its own:
 * `target: { flow, node }`.
 */
export const jumpSchema = z.preprocess((value) => {
  if (!isRecord(value)) return value;
  const named = value.to ?? value.target;
  const { to: _, ...rest } = value;
  if (isRecord(named)) return { ...rest, ...named };
  if (named === undefined) {
    if (value.lastMenu === true) return { ...value, to: 'lastMenu' };
    return value.back === true ? { ...value, to: 'back' } : value;
  }
  if (typeof named !== 'string' || jumpData.shape.to.safeParse(named).success) return { ...value, to: named };
  return { ...value, to: 'node', node: value.node ?? named };
}, jumpData);

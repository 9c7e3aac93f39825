import { z } from 'zod';
import { isRecord } from '../spellings.ts';

const jumpData = z.looseObject({
  /** Where: a node (with its flow), the start of a flow, the last menu, one step back. Default: a node. */
  to: z.enum(['node', 'flow', 'lastMenu', 'back']).optional(),
  flow: z.string().optional(),
  node: z.string().optional(),
});
export type JumpData = z.infer<typeof jumpData>;

/** `lastMenu: true` for `to: "lastMenu"`, and a node's id where `to` is expected. */
export const jumpSchema = z.preprocess((value) => {
  if (!isRecord(value)) return value;
  const { to } = value;
  if (to === undefined) return value.lastMenu === true ? { ...value, to: 'lastMenu' } : readBack(value);
  if (typeof to !== 'string' || jumpData.shape.to.safeParse(to).success) return value;
  return { ...value, to: 'node', node: value.node ?? to };
}, jumpData);

function readBack(value: Readonly<Record<string, unknown>>): unknown {
  return value.back === true ? { ...value, to: 'back' } : value;
}

import { z } from 'zod';

export const jumpSchema = z.looseObject({
  /** Where: a node (with its flow), the start of a flow, the last menu, one step back. Default: a node. */
  to: z.enum(['node', 'flow', 'lastMenu', 'back']).optional(),
  flow: z.string().optional(),
  node: z.string().optional(),
});
export type JumpData = z.infer<typeof jumpSchema>;

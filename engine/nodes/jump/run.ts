import type { JumpTarget, NodeKind } from '../kind.ts';
import { jumpSchema, type JumpData } from './schema.ts';

/** The contract writes `node: "lastMenu"` and `node: "back"` too; both spellings mean the same. */
export function jumpTarget(data: JumpData): JumpTarget | null {
  const to = data.to ?? (data.node === 'lastMenu' || data.node === 'back' ? data.node : undefined);
  if (to === 'lastMenu' || to === 'back') return { to };
  if ((data.node ?? '') !== '' && to !== 'flow')
    return { to: 'node', flow: data.flow === '' ? undefined : data.flow, node: data.node ?? '' };
  if ((data.flow ?? '') !== '') return { to: 'flow', flow: data.flow ?? '' };
  return null;
}

export const jump: NodeKind<JumpData, 'jump'> = {
  kind: 'jump',
  family: 'system',
  schema: jumpSchema,
  entry: false,
  exits: () => [],
  initial: () => ({ to: 'lastMenu' }),
  enter(data) {
    const target = jumpTarget(data);
    return target === null ? { do: 'jump', target: { to: 'lastMenu' } } : { do: 'jump', target };
  },
  target: jumpTarget,
  texts: () => [],
  // Whether the target is there only the whole bot can tell.
  problems: (data) => (jumpTarget(data) === null ? [{ code: 'E-TARGET', level: 'error', field: 'node' }] : []),
};

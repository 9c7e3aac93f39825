import { z } from 'zod';
import type { ExitSpec, Move, NodeContext } from './kind.ts';
import { synonym } from './spellings.ts';

/**
 * What follows when the CRM has refused a change for good (attempts with back-off are behind it by then): go on, leave by
 * «failed», or call people. Absent: by «failed» where that is connected, else on.
 */
export const ifRefusedSchema = synonym(
  {
    continue: 'goOn',
    next: 'goOn',
    ignore: 'goOn',
    retry: 'goOn',
    failed: 'exit',
    error: 'exit',
    errorExit: 'exit',
    operator: 'people',
    human: 'people',
    handoff: 'people',
  },
  z.enum(['goOn', 'exit', 'people']),
);
export type IfRefused = z.infer<typeof ifRefusedSchema>;

/** Other names of the field. */
export const IF_REFUSED_NAMES = { onFailure: 'ifRefused', onRefused: 'ifRefused', onError: 'ifRefused' };

/** «Failed» is there unless the author has settled that it is never taken. */
export function changeExits(ifRefused: IfRefused | undefined): readonly ExitSpec[] {
  const next = { id: 'next', required: true, dashed: false };
  const failed = { id: 'failed', required: false, dashed: true };
  return ifRefused === undefined || ifRefused === 'exit' ? [next, failed] : [next];
}

export function afterRefusal(ifRefused: IfRefused | undefined, context: NodeContext): Move {
  if (ifRefused === 'people') return { do: 'callPeople' };
  return { do: 'leave', exit: ifRefused !== 'goOn' && context.isConnected('failed') ? 'failed' : 'next' };
}

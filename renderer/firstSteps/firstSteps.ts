import { z } from 'zod';
import { create } from 'zustand';
import { call } from '../bridge.ts';

/** What a newcomer does on the way to a bot that answers customers, in the order of the list (ux.md, 4). */
export const STEPS = ['example', 'edit', 'sandbox', 'umnico', 'publish', 'handoff'] as const;
export type Step = (typeof STEPS)[number];

const SETTING = 'firstSteps';
const keptSchema = z.object({
  done: z.array(z.enum(STEPS)).catch([]),
  /** The list is put away. */
  closed: z.boolean().catch(false),
  /** The welcome has been left, or was never needed. */
  welcomed: z.boolean().catch(false),
  /** The templates under the list of bots are folded away. */
  shelfFolded: z.boolean().catch(false),
  /** The bot that the example became. */
  sample: z.string().nullable().catch(null),
});
type Kept = z.infer<typeof keptSchema>;

export interface FirstSteps extends Kept {
  /** The engine has said what it keeps; before that nothing is known. */
  readonly loaded: boolean;
}

export const NOTHING_DONE: FirstSteps = {
  done: [],
  closed: false,
  welcomed: false,
  shelfFolded: false,
  sample: null,
  loaded: false,
};

/** Kept by the engine: another window and a new profile of the browser go on where this one was. */
export const useFirstSteps = create<FirstSteps>(() => NOTHING_DONE);

export async function loadFirstSteps(): Promise<void> {
  if (useFirstSteps.getState().loaded) return;
  const reply = await call('settings.get', { key: SETTING });
  if (!reply.ok && reply.fault.code === 'engineGone') return; // asked again when it is back
  const kept = keptSchema.safeParse(reply.ok ? reply.value.value : null);
  // What happened before the answer came counts as well.
  useFirstSteps.setState(({ done }) =>
    kept.success
      ? {
          ...kept.data,
          done: STEPS.filter((step) => done.includes(step) || kept.data.done.includes(step)),
          loaded: true,
        }
      : { loaded: true },
  );
}

export function changeFirstSteps(change: Partial<Kept>): void {
  useFirstSteps.setState(change);
  const { loaded, ...kept } = useFirstSteps.getState();
  if (loaded) void call('settings.set', { key: SETTING, value: kept });
}

/** It has really happened. */
export function tick(step: Step): void {
  const { done } = useFirstSteps.getState();
  if (!done.includes(step)) changeFirstSteps({ done: STEPS.filter((other) => other === step || done.includes(other)) });
}

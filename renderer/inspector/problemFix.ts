import type { FixKey } from '../../engine/check/fixes/fix.ts';
import { fixOf } from '../../engine/check/fixes/fixOf.ts';
import type { Problem } from '../../engine/check/problem.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { useEditor } from '../editor/store.ts';

/** A repair as a button: undo takes it back in one step. */
export interface ProblemFix {
  readonly key: FixKey;
  /** What the button names. */
  readonly name: string;
  run(): void;
}

/** The repair for a finding, if there is a safe one. */
export function problemFix(problem: Problem, bot: Bot): ProblemFix | null {
  const fix = fixOf(problem, bot);
  if (fix === null) return null;
  const { flow, node } = problem;
  return { key: fix.key, name: fix.name, run: () => void useEditor.getState().run('repair', { flow, node, fix }) };
}

import { announce } from '../editor/announcer.ts';
import { copyOf } from '../copy/i18n.ts';
import { useEditor } from '../editor/store.ts';
import { problemFix } from '../inspector/problemFix.ts';

/** Repairs the first problem of the selected block, or of the row with the focus, that has a safe repair (Ctrl+.). */
export function fixFocused(): void {
  const { bot, problems, selection, flowId, readOnly } = useEditor.getState();
  if (readOnly) return;
  const row = document.activeElement?.closest<HTMLElement>('[data-problem]')?.dataset['problem'];
  const focused = row === undefined ? undefined : problems[Number(row)];
  const node = selection.nodes.at(-1);
  const here = focused ? [focused] : problems.filter((p) => p.flow === flowId && p.node === node);
  for (const problem of here) {
    const fix = problemFix(problem, bot);
    if (!fix) continue;
    fix.run();
    return;
  }
  announce(copyOf('problems')('noFix'));
}

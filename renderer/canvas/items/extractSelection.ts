import { copyOf } from '../../copy/i18n.ts';
import { planExtract } from '../../editor/extractPlan.ts';
import { frameAt } from '../../editor/layoutItem.ts';
import { nodeOf, useEditor } from '../../editor/store.ts';
import { blockTitle } from '../../nodes/blockTitle.ts';
import { toast } from '../../ui/toast.ts';
import { focusBlock } from '../focusBlock.ts';

/** «Вынести в отдельный сценарий». What can't be extracted is told, and why. */
export function extractSelection(keys: readonly string[] = useEditor.getState().selection.nodes): void {
  const t = copyOf('items');
  const state = useEditor.getState();
  if (state.readOnly) return;
  const plan = planExtract(state.bot, state.flowId, keys, nameFor(keys), blockTitle);
  if ('why' in plan) {
    toast(t(`whyNot.${plan.why}`, { name: plan.name ?? '' }));
    return;
  }
  if (!state.run('extractFlow', plan)) return;
  focusBlock(plan.call.id);
  toast(t('extracted', { name: plan.name }), {
    tone: 'success',
    action: { label: t('openFlow'), run: () => useEditor.getState().openFlow(plan.to) },
  });
}

/** By the frame around it, else by the first block that has a name of its own; no two flows by the same. */
function nameFor(keys: readonly string[]): string {
  const t = copyOf('items');
  const state = useEditor.getState();
  const { bot, flowId } = state;
  const frame = keys.map((key) => frameAt(bot, flowId, key)?.title.trim()).find((title) => (title ?? '') !== '');
  const block = keys.map((key) => nodeOf(state, key)?.name?.trim()).find((name) => (name ?? '') !== '');
  const base = frame ?? block;
  const taken = new Set(bot.flows.map((flow) => flow.name));
  for (let number = 1; ; number += 1) {
    const numbered = t('flowName', { number: bot.flows.length + number });
    const name = base === undefined ? numbered : number === 1 ? base : `${base} ${String(number)}`;
    if (!taken.has(name)) return name;
  }
}

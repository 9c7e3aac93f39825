import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { bridgeOf } from '../editor/commands/bridge.ts';
import { isPinned } from '../editor/commands/pin.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { focusBlock } from './focusBlock.ts';
import { hint } from './hint.ts';

/** Deletes the one selected block and joins what it stood between; what can't be joined stays, and it is said why. */
export function bridgeSelected(): void {
  const t = copyOf('canvas');
  const state = useEditor.getState();
  const [id, ...more] = state.selection.nodes;
  const node = id === undefined ? undefined : nodeOf(state, id);
  if (!node || state.readOnly) return;
  if (more.length > 0) return hint(t('bridgeWhy.many'));
  const found = bridgeOf(state.bot, state.flowId, node.id);
  if (typeof found === 'string') return hint(t(`bridgeWhy.${found}`));
  if (!state.run('bridge', { flow: state.flowId, node: node.id })) return;
  announce(t('saidBridged', { name: blockTitle(node) }));
  focusBlock(found.from.node);
}

/** Pins the selected blocks; lets them go when all of them are pinned already. */
export function pinSelected(): void {
  const t = copyOf('canvas');
  const state = useEditor.getState();
  const nodes = state.selection.nodes.filter((id) => nodeOf(state, id));
  const [first] = nodes;
  const node = first === undefined ? undefined : nodeOf(state, first);
  if (!node) return;
  const pinned = !nodes.every((id) => isPinned(state.bot, state.flowId, id));
  if (!state.run('pin', { flow: state.flowId, nodes, pinned })) return;
  announce(t(pinned ? 'saidPinned' : 'saidUnpinned', { name: blockTitle(node) }));
}

import { useEditor, useNode } from '../editor/store.ts';
import { BlockInspector } from './BlockInspector.tsx';
import { ManySelected } from './ManySelected.tsx';
import { BotSettings } from './settings/BotSettings.tsx';

/** The selected block; several of them; or, with nothing selected, the bot itself. */
export function BlockTab() {
  const selected = useEditor((state) => state.selection.nodes);
  const flow = useEditor((state) => state.flowId);
  const [only] = selected;
  const node = useNode(selected.length === 1 && only !== undefined ? only : null);
  if (selected.length > 1) return <ManySelected ids={selected} />;
  // A block of its own has fields of its own: nothing typed in one may show in another.
  if (node !== undefined) return <BlockInspector key={`${flow}/${node.id}`} node={node} flow={flow} />;
  return <BotSettings />;
}

import { itemOf } from '../editor/layoutItem.ts';
import { useEditor, useNode } from '../editor/store.ts';
import { BlockInspector } from './BlockInspector.tsx';
import { ManySelected } from './ManySelected.tsx';
import { BotSettings } from './settings/BotSettings.tsx';

/** The selected block; several of them; or, with nothing selected, the bot itself. */
export function BlockTab() {
  const chosen = useEditor((state) => state.selection.nodes);
  // Notes and frames are written where they stand.
  const selected = chosen.filter((key) => !itemOf(key));
  const flow = useEditor((state) => state.flowId);
  const [only] = selected;
  const node = useNode(selected.length === 1 && only !== undefined ? only : null);
  if (selected.length > 1) return <ManySelected ids={selected} />;
  // A block of its own has fields of its own: nothing typed in one may show in another.
  if (node !== undefined) return <BlockInspector key={`${flow}/${node.id}`} node={node} flow={flow} />;
  return <BotSettings />;
}

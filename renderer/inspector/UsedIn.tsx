import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import styles from './BlockInspector.module.css';

/** Who leads to this block. */
export function UsedIn({ node, flow }: { readonly node: BotNode; readonly flow: string }) {
  const t = useCopy('inspector');
  const nodes = useEditor((state) => openFlowOf(state)?.nodes);
  const sources = (nodes ?? []).filter((each) => Object.values(each.exits ?? {}).includes(node.id));
  if (sources.length === 0) return null;
  return (
    <p className={styles.usedIn}>
      {t('usedIn')}
      {sources.map((source) => (
        <button
          key={source.id}
          type="button"
          className={styles.source}
          title={blockTitle(source)}
          onClick={() => useEditor.getState().goTo(flow, source.id)}
        >
          {blockTitle(source)}
        </button>
      ))}
    </p>
  );
}

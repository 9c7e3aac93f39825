import { SquareDashed, SquareStack, Trash2, Workflow } from 'lucide-react';
import { runAction } from '../actions/provide.ts';
import { useCopy } from '../copy/useCopy.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { Button } from '../ui/Button.tsx';
import styles from './BlockInspector.module.css';
import { duplicateBlocks, removeBlocks } from './blockActions.ts';

const SHOWN = 8;

/** Several blocks: how many, which, and what can be done with all of them. */
export function ManySelected({ ids }: { readonly ids: readonly string[] }) {
  const t = useCopy('inspector');
  const items = useCopy('items');
  const flow = useEditor((state) => state.flowId);
  const all = useEditor((state) => openFlowOf(state)?.nodes);
  const readOnly = useEditor((state) => state.readOnly);
  const nodes = (all ?? []).filter((node) => ids.includes(node.id));
  return (
    <div className={styles.many}>
      <h2 className={styles.manyTitle}>{t('selected', { count: nodes.length })}</h2>
      <ul className={styles.manyList}>
        {nodes.slice(0, SHOWN).map((node) => (
          <li key={node.id}>{blockTitle(node)}</li>
        ))}
        {nodes.length > SHOWN && <li>{t('andMore', { count: nodes.length - SHOWN })}</li>}
      </ul>
      {!readOnly && (
        <div className={styles.manyActions}>
          <Button icon={<SquareStack />} onClick={() => duplicateBlocks(flow, ids)}>
            {t('duplicate')}
          </Button>
          <Button icon={<SquareDashed />} onClick={() => runAction('frame')}>
            {items('frameSelection')}
          </Button>
          <Button icon={<Workflow />} onClick={() => runAction('extract')}>
            {items('extract')}
          </Button>
          <Button icon={<Trash2 />} onClick={() => removeBlocks(flow, ids)}>
            {t('delete')}
          </Button>
        </div>
      )}
    </div>
  );
}

import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import { openFlowOf, useEditor } from '../../editor/store.ts';
import styles from './FrameCard.module.css';
import { blocksIn, problemsIn } from './insideWords.ts';

/** What a folded frame hides: how many blocks, and how many problems they have. */
export function FrameCounts({ id, flow }: { readonly id: string; readonly flow: string }) {
  const t = useCopy('items');
  const open = useEditor(openFlowOf);
  const layout = useEditor((state) => state.bot.layout?.[flow]);
  const problems = useEditor((state) => state.problems);
  const blocks = useMemo(() => blocksIn(open, layout, id), [open, layout, id]);
  const wrong = problemsIn(problems, flow, blocks);
  const isError = wrong.some((problem) => problem.level === 'error');
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <p className={styles.counts}>
      <span>{t('blocks', { count: blocks.length })}</span>
      {wrong.length > 0 && (
        <span className={styles.problems} data-level={isError ? 'error' : 'warning'}>
          <Icon size={14} aria-hidden />
          {t('problems', { count: wrong.length })}
        </span>
      )}
    </p>
  );
}

import { Plus } from 'lucide-react';
import type { Assignment } from '../../../engine/nodes/set/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { moved, useReorder } from '../../inspector/useReorder.ts';
import { Button } from '../../ui/Button.tsx';
import type { InspectorProps } from '../face.ts';
import { LineFields } from './LineFields.tsx';

const MOST = 10;
const NEW_LINE: Assignment = { op: '=' };

export function SetInspector({ data, update }: InspectorProps<'set'>) {
  const t = useCopy('logic');
  const lines = data.assignments ?? [];
  const reorder = useReorder(lines.length, (from, to) => update({ assignments: moved(lines, from, to) }));
  return (
    <div className={styles.fields}>
      <div className={styles.group} data-field="assignments">
        <div className={styles.subhead}>{t('set.lines')}</div>
        <div className={styles.rows} ref={(element) => reorder.listRef(element)}>
          {lines.map((line, at) => (
            <LineFields
              key={at}
              line={line}
              index={at}
              isLast={at === lines.length - 1}
              reorder={reorder}
              onChange={(next, typed) =>
                update({ assignments: lines.with(at, next) }, typed ? `line-${String(at)}` : undefined)
              }
              onRemove={() => update({ assignments: lines.toSpliced(at, 1) })}
            />
          ))}
        </div>
        {lines.length < MOST && (
          <Button
            size="dense"
            variant="ghost"
            icon={<Plus />}
            className={styles.addRow}
            onClick={() => update({ assignments: [...lines, NEW_LINE] })}
          >
            {t('set.addLine')}
          </Button>
        )}
      </div>
    </div>
  );
}

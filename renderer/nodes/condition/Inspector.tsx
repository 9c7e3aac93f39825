import { Plus } from 'lucide-react';
import { useCopy } from '../../copy/useCopy.ts';
import { newId } from '../../editor/newId.ts';
import styles from '../../inspector/Inspector.module.css';
import { moved, useReorder } from '../../inspector/useReorder.ts';
import { Button } from '../../ui/Button.tsx';
import type { InspectorProps } from '../face.ts';
import { CaseFields } from './CaseFields.tsx';
import { NEW_ROW } from './terms.ts';

export function ConditionInspector({ data, update }: InspectorProps<'condition'>) {
  const t = useCopy('logic');
  const cases = data.cases ?? [];
  const reorder = useReorder(cases.length, (from, to) => update({ cases: moved(cases, from, to) }));

  function add(): void {
    const id = newId('c', (taken) => cases.some((branch) => branch.id === taken));
    update({ cases: [...cases, { id, all: [NEW_ROW] }] });
  }

  return (
    <div className={styles.fields}>
      <div className={styles.group} data-field="cases">
        <div className={styles.subhead}>{t('condition.branches')}</div>
        <p className={styles.note}>{t('condition.order')}</p>
        <div className={styles.rows} ref={(element) => reorder.listRef(element)}>
          {cases.map((branch, at) => (
            <CaseFields
              key={branch.id}
              branch={branch}
              index={at}
              isLast={at === cases.length - 1}
              reorder={reorder}
              onChange={(next, field) =>
                update({ cases: cases.with(at, next) }, field === undefined ? undefined : `case-${branch.id}-${field}`)
              }
              onRemove={() => update({ cases: cases.toSpliced(at, 1) })}
            />
          ))}
        </div>
        <Button size="dense" variant="ghost" icon={<Plus />} className={styles.addRow} onClick={add}>
          {t('condition.addBranch')}
        </Button>
      </div>
    </div>
  );
}

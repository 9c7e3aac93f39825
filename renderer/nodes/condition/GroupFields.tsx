import { Plus, Trash2 } from 'lucide-react';
import type { Group, Term } from '../../../engine/nodes/condition/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import own from './Condition.module.css';
import { ExpressionField } from './ExpressionField.tsx';
import { RowFields } from './RowFields.tsx';
import { isExpression, joined, NEW_ROW, withTerms } from './terms.ts';

/** Groups of groups are read from files; to make one here would fit no dock. */
const DEEPEST = 1;

interface GroupFieldsProps {
  readonly group: Group;
  readonly depth: number;
  /** `field`: the text that is being typed. */
  readonly onChange: (group: Group, field?: string) => void;
}

/** Rows, and whether all of them must hold or any. */
export function GroupFields({ group, depth, onChange }: GroupFieldsProps) {
  const t = useCopy('logic');
  const { join, terms } = joined(group);

  function change(next: readonly Term[], field?: string): void {
    const { all, any } = withTerms(group, join, next);
    onChange({ ...(all && { all }), ...(any && { any }) }, field);
  }

  return (
    <>
      {terms.length > 1 && (
        <Segmented
          label={t('condition.join')}
          value={join}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`condition.joins.${value}`) }))}
          onChange={(next) => onChange({ [next]: [...terms] })}
        />
      )}
      {terms.map((term, at) => {
        const write = (next: Term, field?: string): void =>
          change(terms.with(at, next), field === undefined ? undefined : `${String(at)}.${field}`);
        const remove = (): void => change(terms.toSpliced(at, 1));
        return isRow(term) ? (
          <RowFields key={at} row={term} onChange={write} onRemove={remove} />
        ) : (
          <div key={at} className={own.group} role="group" aria-label={t('condition.group')}>
            <div className={styles.subhead}>
              {isExpression(term) ? t('condition.expression') : t('condition.group')}
              <IconButton size="dense" label={t('condition.removeGroup')} icon={<Trash2 />} onClick={remove} />
            </div>
            {isExpression(term) ? (
              <ExpressionField
                value={term.expression ?? ''}
                onChange={(expression) => write({ expression }, 'expression')}
              />
            ) : (
              <GroupFields group={term} depth={depth + 1} onChange={write} />
            )}
          </div>
        );
      })}
      <div className={styles.adds}>
        <Button size="dense" variant="ghost" icon={<Plus />} onClick={() => change([...terms, NEW_ROW])}>
          {t('condition.addRow')}
        </Button>
        {depth < DEEPEST && (
          <Button
            size="dense"
            variant="ghost"
            icon={<Plus />}
            onClick={() => change([...terms, { [join === 'all' ? 'any' : 'all']: [NEW_ROW, NEW_ROW] }])}
          >
            {t('condition.addGroup')}
          </Button>
        )}
      </div>
    </>
  );
}

function isRow(term: Term): boolean {
  return term.all === undefined && term.any === undefined && term.expression === undefined;
}

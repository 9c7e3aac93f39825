import { GripVertical, Trash2 } from 'lucide-react';
import { caseInWords } from '../../../engine/nodes/condition/caseLabel.ts';
import type { Case, Group } from '../../../engine/nodes/condition/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import type { Reorder } from '../../inspector/useReorder.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useBotFacts } from '../useBotFacts.ts';
import own from './Condition.module.css';
import { ExpressionField } from './ExpressionField.tsx';
import { GroupFields } from './GroupFields.tsx';
import { isExpression, NEW_ROW } from './terms.ts';

interface CaseFieldsProps {
  readonly branch: Case;
  readonly index: number;
  readonly isLast: boolean;
  readonly reorder: Reorder;
  /** `field`: the text that is being typed; edits of one are one step of undo. */
  readonly onChange: (branch: Case, field?: string) => void;
  readonly onRemove: () => void;
}

/** One branch: its name, and when it is taken. */
export function CaseFields({ branch, index, isLast, reorder, onChange, onRemove }: CaseFieldsProps) {
  const t = useCopy('logic');
  const inspector = useCopy('inspector');
  const facts = useBotFacts();
  const number = index + 1;
  const byHand = isExpression(branch);
  const asked = caseInWords(branch, facts);

  function replace({ all: _all, any: _any, expression: _expression, ...rest }: Case, by: Group): Case {
    return { ...rest, ...by } as Case;
  }

  return (
    <div
      className={classes(styles.row, own.case)}
      data-case={branch.id}
      data-dragged={reorder.dragged === index || undefined}
      data-gap={reorder.gap === index ? 'before' : isLast && reorder.gap === index + 1 ? 'after' : undefined}
      onKeyDown={(event) => reorder.onKeyDown(event, index)}
    >
      <div className={own.head}>
        <span className={styles.grip} title={inspector('drag')} aria-hidden {...reorder.handle(index)}>
          <GripVertical size={14} />
        </span>
        <TextInput
          dense
          value={branch.label ?? ''}
          aria-label={t('condition.branch', { number })}
          placeholder={asked === '' ? t('condition.namePlaceholder') : asked}
          onChange={(label) => onChange(withLabel(branch, label), 'label')}
        />
        <IconButton size="dense" label={t('condition.removeBranch', { number })} icon={<Trash2 />} onClick={onRemove} />
      </div>
      <div className={own.body}>
        {byHand ? (
          <ExpressionField
            value={branch.expression ?? ''}
            onChange={(expression) => onChange({ ...branch, expression }, 'expression')}
          />
        ) : (
          <GroupFields group={branch} depth={0} onChange={(group, field) => onChange(replace(branch, group), field)} />
        )}
        <Button
          size="dense"
          variant="ghost"
          className={styles.addRow}
          onClick={() => onChange(replace(branch, byHand ? { all: [NEW_ROW] } : { expression: '' }))}
        >
          {t(byHand ? 'condition.toRows' : 'condition.toExpression')}
        </Button>
      </div>
    </div>
  );
}

function withLabel({ label: _, ...branch }: Case, label: string): Case {
  return label === '' ? branch : { ...branch, label };
}

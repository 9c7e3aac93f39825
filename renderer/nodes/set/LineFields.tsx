import { GripVertical, Trash2 } from 'lucide-react';
import { truthOf } from '../../../engine/expression/holds.ts';
import { type Action, actionOf, takesValue } from '../../../engine/nodes/set/actions.ts';
import { fittingActions } from '../../../engine/nodes/set/problems.ts';
import type { Assignment } from '../../../engine/nodes/set/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import type { Reorder } from '../../inspector/useReorder.ts';
import { VariablePicker } from '../../inspector/VariablePicker.tsx';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { useBotFacts } from '../useBotFacts.ts';
import own from './Set.module.css';

interface LineFieldsProps {
  readonly line: Assignment;
  readonly index: number;
  readonly isLast: boolean;
  readonly reorder: Reorder;
  /** `typed`: a letter more, part of one edit. */
  readonly onChange: (line: Assignment, typed: boolean) => void;
  readonly onRemove: () => void;
}

const NAMES = {
  '=': 'write',
  '+': 'add',
  '-': 'subtract',
  append: 'append',
  clear: 'clear',
  now: 'now',
  random: 'random',
} as const satisfies Record<Action, string>;

/** One line: the variable, what is done with it, and with what. */
export function LineFields({ line, index, isLast, reorder, onChange, onRemove }: LineFieldsProps) {
  const t = useCopy('logic');
  const inspector = useCopy('inspector');
  const { variables } = useBotFacts();
  const type = variables.find((known) => known.id === line.variable)?.type ?? 'text';
  const action = actionOf(line.op);
  const fitting = fittingActions(type);
  const offered = action === null || fitting.includes(action) ? fitting : [action, ...fitting];

  function act(op: Action): void {
    const { value: _, ...rest } = line;
    onChange(takesValue(op) ? { ...line, op } : { ...rest, op }, false);
  }

  return (
    <div
      className={classes(styles.row, own.line)}
      role="group"
      aria-label={t('set.line', { number: index + 1 })}
      data-dragged={reorder.dragged === index || undefined}
      data-gap={reorder.gap === index ? 'before' : isLast && reorder.gap === index + 1 ? 'after' : undefined}
      onKeyDown={(event) => reorder.onKeyDown(event, index)}
    >
      <div className={own.head}>
        <span className={styles.grip} title={inspector('drag')} aria-hidden {...reorder.handle(index)}>
          <GripVertical size={14} />
        </span>
        <VariablePicker
          label={t('set.variable')}
          value={line.variable}
          type={action === '+' || action === '-' ? 'number' : 'text'}
          onChange={(variable) => onChange({ ...line, variable }, false)}
        />
        <IconButton
          size="dense"
          label={t('set.removeLine', { number: index + 1 })}
          icon={<Trash2 />}
          onClick={onRemove}
        />
      </div>
      <div className={own.body}>
        <Select
          label={t('set.action')}
          value={action}
          placeholder={t('set.actions.unknown', { op: line.op ?? '' })}
          options={offered.map((value) => ({ value, label: t(`set.actions.${NAMES[value]}`) }))}
          onChange={act}
        />
        {action !== null && takesValue(action) && (
          <ValueFields line={line} action={action} type={type} onChange={onChange} />
        )}
      </div>
    </div>
  );
}

interface ValueFieldsProps extends Pick<LineFieldsProps, 'line' | 'onChange'> {
  readonly action: Action;
  readonly type: string;
}

function ValueFields({ line, action, type, onChange }: ValueFieldsProps) {
  const t = useCopy('logic');
  const text = textOf(line.value);
  const truth = typeof line.value === 'string' || typeof line.value === 'boolean' ? truthOf(line.value) : null;
  if (action === '=' && type === 'boolean' && (truth !== null || text === '')) {
    return (
      <Segmented<string>
        label={t('set.value')}
        value={truth === null ? '' : truth ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((each) => ({ value: each, label: t(`condition.${each}`) }))}
        onChange={(each) => onChange({ ...line, value: each === 'yes' }, false)}
      />
    );
  }
  const counts = action === '+' || action === '-' || type === 'number';
  return (
    <TemplateField
      field="value"
      hideLabel
      rows={1}
      label={t(action === 'random' ? 'set.range' : 'set.value')}
      value={text}
      placeholder={t(
        action === 'random' ? 'set.rangePlaceholder' : counts ? 'set.numberPlaceholder' : 'set.valuePlaceholder',
      )}
      onChange={(value) => onChange({ ...line, value }, true)}
    />
  );
}

/** The value as it is typed; a range in one text, which reads the same. */
function textOf(value: Assignment['value']): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? `${String(value.min ?? 1)}-${String(value.max ?? '')}` : String(value);
}

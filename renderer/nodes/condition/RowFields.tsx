import { Trash2 } from 'lucide-react';
import { operatorOf, type Operator, standsAlone } from '../../../engine/expression/operators.ts';
import { fittingOperators } from '../../../engine/nodes/condition/misfit.ts';
import type { Term } from '../../../engine/nodes/condition/schema.ts';
import { isText, type SubjectType, typeOf, variableOf } from '../../../engine/nodes/condition/subject.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useBotFacts } from '../useBotFacts.ts';
import own from './Condition.module.css';
import { SubjectPicker } from './SubjectPicker.tsx';
import { ValueField } from './ValueField.tsx';

interface RowFieldsProps {
  readonly row: Term;
  readonly onChange: (row: Term, field?: string) => void;
  readonly onRemove: () => void;
}

const NAMES = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
  contains: 'contains',
  notContains: 'notContains',
  startsWith: 'startsWith',
  endsWith: 'endsWith',
  in: 'in',
  notIn: 'notIn',
  filled: 'filled',
  empty: 'empty',
} as const satisfies Record<Operator, string>;
/** Of dates and times people say «before». */
const MOMENTS = { '<': 'before', '<=': 'notAfter', '>': 'after', '>=': 'notBefore' } as const;

/** [what] [operator] [value]. */
export function RowFields({ row, onChange, onRemove }: RowFieldsProps) {
  const t = useCopy('logic');
  const facts = useBotFacts();
  const left = row.left ?? '';
  const variable = isText(left) ? left : variableOf(left, facts);
  const type: SubjectType = isText(left) ? 'text' : typeOf(variable, facts);
  const operator = operatorOf(row.op ?? '');
  const fitting = fittingOperators(type);
  const offered = operator === null || fitting.includes(operator) ? fitting : [operator, ...fitting];

  function choose(next: string): void {
    const nextType = typeOf(next, facts);
    const { right: _, ...rest } = row;
    const op = operator !== null && fittingOperators(nextType).includes(operator) ? operator : '=';
    // «In work» is no day of the week: another type of thing begins with no value.
    onChange(nextType === type ? { ...row, left: next } : { ...rest, left: next, op });
  }

  function compare(op: Operator): void {
    const { right: _, ...rest } = row;
    onChange(standsAlone(op) ? { ...rest, op } : { ...row, op });
  }

  return (
    <div className={own.row} role="group" aria-label={t('condition.addRow')}>
      <div className={own.what}>
        <SubjectPicker value={variable} onChange={choose} />
        <IconButton size="dense" label={t('condition.removeRow')} icon={<Trash2 />} onClick={onRemove} />
      </div>
      <div className={own.compare}>
        <Select
          label={t('condition.operator')}
          value={operator}
          placeholder={row.op === undefined ? t('condition.operator') : t('condition.op.unknown', { op: row.op })}
          options={offered.map((value) => ({ value, label: t(`condition.op.${wordOf(value, type)}`) }))}
          onChange={compare}
        />
        {operator !== null && !standsAlone(operator) && (
          <ValueField
            type={type}
            operator={operator}
            value={row.right}
            onChange={(right, typed) => onChange({ ...row, right }, typed ? 'right' : undefined)}
          />
        )}
      </div>
    </div>
  );
}

function wordOf(operator: Operator, type: SubjectType) {
  const isMoment = type === 'date' || type === 'time';
  return isMoment && operator in MOMENTS ? MOMENTS[operator as keyof typeof MOMENTS] : NAMES[operator];
}

import type { Variable } from '../../engine/model/definitions.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { Combobox } from './Combobox.tsx';
import { createVariable } from './createVariable.ts';
import { variableName } from './variableName.ts';

export interface VariablePickerProps {
  readonly value: string | undefined;
  readonly onChange: (variable: string) => void;
  /** The type of a variable made here. */
  readonly type: Variable['type'];
  readonly label?: string;
}

/** Where an answer is kept. A name that is new becomes a variable. */
export function VariablePicker({ value, onChange, type, label }: VariablePickerProps) {
  const t = useCopy('inspector');
  const { variables } = useBotFacts();
  return (
    <Combobox
      value={value}
      options={variables.map((variable) => ({
        value: variable.id,
        label: variable.label ?? variable.id,
        hint: `${variable.label === undefined ? '' : `${variable.id} · `}${t(`type.${variable.type}`)}`,
      }))}
      onChange={onChange}
      placeholder={t('chooseVariable')}
      {...(label !== undefined && { label })}
      create={{
        words: (name) => t('createVariable', { name: variableName(name, []) }),
        run: (name) => onChange(createVariable(name, type)),
      }}
    />
  );
}

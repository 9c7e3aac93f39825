import { type ReactNode, useState } from 'react';
import { problemWords } from '../../engine/check/problemWords.ts';
import { currentLanguage } from '../copy/i18n.ts';
import { Field, type FieldProps } from '../ui/Field.tsx';
import { useInspected } from './inspected.ts';

export interface InspectorFieldProps extends Omit<FieldProps, 'error'> {
  /** Its name in the block's data: problems and «edit» find the field by it. */
  readonly field: string;
  readonly children: ReactNode;
}

/** A field of a block. What is wrong with it is said below it once it was left, never while the first value is typed. */
export function InspectorField({ field, children, ...rest }: InspectorFieldProps) {
  const { problems } = useInspected();
  const [left, setLeft] = useState(false);
  const error = problems.find((problem) => problem.field === field && problem.level === 'error');
  return (
    <div data-field={field} onBlur={() => setLeft(true)} onFocus={() => setLeft(false)}>
      <Field {...rest} error={left && error !== undefined ? problemWords(error, currentLanguage()) : undefined}>
        {children}
      </Field>
    </div>
  );
}

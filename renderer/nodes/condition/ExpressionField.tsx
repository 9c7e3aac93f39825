import { expressionWords } from '../../../engine/check/words/logicWords.ts';
import { parseExpression } from '../../../engine/expression/parseExpression.ts';
import { currentLanguage } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import own from './Condition.module.css';

interface ExpressionFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A condition written by hand; where it stops making sense is said below while it is typed. */
export function ExpressionField({ value, onChange }: ExpressionFieldProps) {
  const t = useCopy('logic');
  const read = parseExpression(value);
  const error =
    read.ok || value.trim() === ''
      ? undefined
      : t('condition.expressionError', {
          position: read.mistake.at + 1,
          why: expressionWords(read.mistake.code, read.mistake.text, currentLanguage()),
        });
  return (
    <Field label={t('condition.expression')} hint={t('condition.expressionHint')} error={error}>
      <TextArea value={value} onChange={onChange} className={own.expression} spellCheck={false} />
    </Field>
  );
}

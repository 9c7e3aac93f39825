import { Braces } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { ChipArea } from '../template/ChipArea.tsx';
import { useVariableSlot, type VariableSlot } from '../template/useVariableSlot.ts';
import { VariablePopover } from '../template/VariablePopover.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useInspected } from './inspected.ts';
import { InspectorField } from './InspectorField.tsx';
import styles from './TemplateField.module.css';

export interface TemplateFieldProps {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Shown as «12 / 900» once most of it is used. */
  readonly limit?: number;
  readonly hideLabel?: boolean;
  /** Lines it has before it grows; one for what is a value rather than a text. */
  readonly rows?: number;
  /** Braces are signs of the text itself, as in JSON: only the button offers variables. */
  readonly braces?: boolean;
  /** What else can stand in it, offered before the variables. */
  readonly before?: (slot: Pick<VariableSlot, 'insert' | 'close'>) => ReactNode;
}

const NEARLY = 0.8;

/** A text the bot says. «{» offers the variables; what is chosen stands in the text as `{{name}}`. */
export function TemplateField(props: TemplateFieldProps) {
  const { field, label, value, onChange, hint, placeholder, limit, hideLabel, rows, braces = false, before } = props;
  const t = useCopy('inspector');
  const { readOnly } = useInspected();
  const area = useRef<HTMLTextAreaElement>(null);
  const slot = useVariableSlot(area, value, onChange);

  const shown = limit !== undefined && value.length > limit * NEARLY;
  const parts = { ref: area, value, onChange, disabled: readOnly, placeholder, ...(rows !== undefined && { rows }) };
  return (
    <InspectorField
      field={field}
      label={label}
      {...(hint !== undefined && { hint })}
      {...(hideLabel !== undefined && { hideLabel })}
      aside={
        <span className={styles.aside}>
          {shown && (
            <span data-over={value.length > limit || undefined}>{t('ofLimit', { count: value.length, limit })}</span>
          )}
          <button
            type="button"
            className={styles.insert}
            disabled={readOnly}
            onClick={slot.open}
            title={t('insertVariable')}
          >
            <Braces size={13} aria-hidden />
            <span className={styles.insertWords}>{t('variable')}</span>
          </button>
        </span>
      }
    >
      <VariablePopover slot={slot} area={area} before={before?.(slot)}>
        <div>
          {braces ? (
            <TextArea {...parts} code spellCheck={false} />
          ) : (
            <ChipArea {...parts} onKeyDown={slot.onKeyDown} />
          )}
        </div>
      </VariablePopover>
    </InspectorField>
  );
}

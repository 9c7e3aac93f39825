import { Braces } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { TextArea } from '../ui/TextArea.tsx';
import { useInspected } from './inspected.ts';
import { InspectorField } from './InspectorField.tsx';
import styles from './TemplateField.module.css';
import { VariableList } from './VariableList.tsx';

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
}

const NEARLY = 0.8;

/** A text the bot says. «{» offers the variables; what is chosen stands in the text as `{{name}}`. */
export function TemplateField(props: TemplateFieldProps) {
  const { field, label, value, onChange, hint, placeholder, limit, hideLabel, rows, braces = false } = props;
  const t = useCopy('inspector');
  const { readOnly } = useInspected();
  const area = useRef<HTMLTextAreaElement>(null);
  /** Where the choice goes, from the brace that asked for it; null = the list is closed. */
  const [asked, setAsked] = useState<{ from: number; to: number } | null>(null);
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value]);

  function open(): void {
    const at = area.current?.selectionStart ?? value.length;
    setAsked({ from: at, to: area.current?.selectionEnd ?? at });
  }

  function insert(name: string): void {
    if (asked === null) return;
    const slot = `{{${name}}}`;
    caret.current = asked.from + slot.length;
    setAsked(null);
    onChange(value.slice(0, asked.from) + slot + value.slice(asked.to));
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (braces || event.key !== '{' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open();
  }

  const shown = limit !== undefined && value.length > limit * NEARLY;
  return (
    <Popover.Root open={asked !== null} onOpenChange={(next) => !next && setAsked(null)}>
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
              onClick={open}
              title={t('insertVariable')}
            >
              <Braces size={13} aria-hidden />
              <span className={styles.insertWords}>{t('variable')}</span>
            </button>
          </span>
        }
      >
        <Popover.Anchor asChild>
          <TextArea
            ref={area}
            value={value}
            onChange={onChange}
            onKeyDown={onKeyDown}
            disabled={readOnly}
            placeholder={placeholder}
            {...(rows !== undefined && { rows })}
            {...(braces && { code: true, spellCheck: false })}
          />
        </Popover.Anchor>
      </InspectorField>
      <Popover.Portal>
        <Popover.Content
          aria-label={t('insertVariable')}
          className={styles.popover}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            area.current?.focus();
          }}
        >
          <VariableList onChoose={insert} onPlain={() => insertPlain()} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );

  /** «{» was meant as a brace after all. */
  function insertPlain(): void {
    if (asked === null) return;
    caret.current = asked.from + 1;
    setAsked(null);
    onChange(`${value.slice(0, asked.from)}{${value.slice(asked.to)}`);
  }
}

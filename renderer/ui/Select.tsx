import { Check, ChevronsUpDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { useFieldControl, useFieldLabel } from './fieldContext.ts';
import styles from './Select.module.css';

export interface SelectOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

export interface SelectProps<V extends string = string> {
  readonly value: V | null | undefined;
  readonly options: readonly SelectOption<V>[];
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  /** Names the control; inside a Field its label does. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly dense?: boolean;
  /** Said in the open list when there is nothing to choose from. */
  readonly empty?: string;
}

/**
 * One of many. A button that opens a listbox: arrows, Home, End, the first letters, Enter, Esc. (Radix's own Select
 * writes a style element into the page, which the content security policy forbids.)
 */
export function Select<V extends string>(props: SelectProps<V>) {
  const { value, options, onChange, placeholder, label, disabled = false, dense = false, empty } = props;
  const control = useFieldControl();
  const labelId = useFieldLabel();
  const listId = useId();
  const valueId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const chosen = options.find((option) => option.value === value);

  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  function show(next: boolean): void {
    if (next)
      setActive(
        Math.max(
          0,
          options.findIndex((option) => option.value === value),
        ),
      );
    setOpen(next);
  }

  function choose(option: SelectOption<V> | undefined): void {
    if (option === undefined || option.disabled === true) return;
    setOpen(false);
    if (option.value !== value) onChange(option.value);
  }

  function findTyped(event: KeyboardEvent): void {
    const late = event.timeStamp - typed.current.at > 700;
    const text = (late ? '' : typed.current.text) + event.key.toLowerCase();
    typed.current = { text, at: event.timeStamp };
    const found = options.findIndex((option) => option.label.toLowerCase().startsWith(text));
    if (found >= 0) setActive(found);
  }

  function onListKey(event: KeyboardEvent): void {
    const last = options.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, active + 1),
      ArrowUp: Math.max(0, active - 1),
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    // The list is over the page: what it understands must not also walk the canvas below.
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter' || (event.key === ' ' && typed.current.text === '')) choose(options[active]);
    else if (event.key === 'Tab') setOpen(false);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) findTyped(event);
    else return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  }

  return (
    <Popover.Root open={open} onOpenChange={show}>
      <Popover.Trigger asChild>
        <button
          {...control}
          type="button"
          role="combobox"
          disabled={disabled}
          aria-haspopup="listbox"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-label={label}
          aria-labelledby={label === undefined && labelId !== undefined ? `${labelId} ${valueId}` : undefined}
          className={classes(styles.trigger, dense && styles.dense)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            event.stopPropagation();
            show(true);
          }}
        >
          {chosen?.icon}
          <span id={valueId} className={chosen === undefined ? styles.placeholder : styles.value}>
            {chosen?.label ?? placeholder ?? ' '}
          </span>
          <ChevronsUpDown size={14} aria-hidden className={styles.chevron} />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.popover}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            list.current?.focus();
          }}
        >
          <div
            ref={list}
            id={listId}
            role="listbox"
            tabIndex={-1}
            className={styles.list}
            aria-label={label}
            aria-labelledby={label === undefined ? labelId : undefined}
            aria-activedescendant={options.length > 0 ? `${listId}-${String(active)}` : undefined}
            onKeyDown={onListKey}
          >
            {options.map((option, index) => (
              <div
                key={option.value}
                id={`${listId}-${String(index)}`}
                role="option"
                aria-selected={option.value === value}
                aria-disabled={option.disabled === true ? true : undefined}
                data-active={index === active || undefined}
                className={styles.option}
                onPointerMove={() => setActive(index)}
                onClick={() => choose(option)}
              >
                {option.icon}
                <span className={styles.words}>
                  {option.label}
                  {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
                </span>
                {option.value === value && <Check size={15} aria-hidden className={styles.check} />}
              </div>
            ))}
          </div>
          {options.length === 0 && <p className={styles.empty}>{empty ?? placeholder ?? '—'}</p>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

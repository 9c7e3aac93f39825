import { Check, ChevronsUpDown, Plus, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import { useFieldControl, useFieldLabel } from '../ui/fieldContext.ts';
import select from '../ui/Select.module.css';
import styles from './Combobox.module.css';

export interface ComboOption {
  readonly value: string;
  readonly label: string;
  /** A quieter second line; searched too. */
  readonly hint?: string;
  /** Options of one group stand together, under this title. */
  readonly group?: string;
  readonly icon?: ReactNode;
}

export interface ComboboxProps {
  readonly value: string | undefined;
  readonly options: readonly ComboOption[];
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  /** Names the control; inside a Field its label does. */
  readonly label?: string;
  /** Shown for a value that is in no option (it was deleted). */
  readonly lost?: string;
  /** With it, what was typed and is not in the list can be made. `words` names the row. */
  readonly create?: { words(text: string): string; run(text: string): void };
  /** With it, the choice can be taken back. */
  readonly onClear?: () => void;
  readonly disabled?: boolean;
}

/** One of many, found by typing: statuses, variables, blocks, time zones. */
export function Combobox(props: ComboboxProps) {
  const { value, options, placeholder, label, lost, onClear, disabled = false } = props;
  const t = useCopy('inspector');
  const control = useFieldControl();
  const labelId = useFieldLabel();
  const valueId = useId();
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const isLost = chosen === undefined && value !== undefined && value !== '';
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <div className={styles.wrap}>
        <Popover.Trigger asChild>
          <button
            {...control}
            type="button"
            role="combobox"
            aria-haspopup="listbox"
            aria-expanded={open}
            aria-label={label}
            aria-labelledby={label === undefined && labelId !== undefined ? `${labelId} ${valueId}` : undefined}
            className={isLost ? styles.lost : select.trigger}
            disabled={disabled}
            title={chosen?.label}
          >
            {chosen?.icon}
            <span id={valueId} className={chosen === undefined ? select.placeholder : select.value}>
              {chosen?.label ?? (isLost ? (lost ?? value) : placeholder)}
            </span>
            <ChevronsUpDown size={14} aria-hidden className={select.chevron} />
          </button>
        </Popover.Trigger>
        {onClear !== undefined && value !== undefined && value !== '' && !disabled && (
          <button type="button" className={styles.clear} aria-label={t('clear')} onClick={onClear}>
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      <Popover.Portal>
        <Popover.Content
          aria-label={label ?? placeholder}
          className={styles.popover}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <Choices {...props} close={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The search field and the list below it. */
function Choices({ value, options, onChange, placeholder, create, close }: ComboboxProps & { close: () => void }) {
  const t = useCopy('inspector');
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => option.value === value),
    ),
  );
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => search(options, query), [options, query]);
  const fresh = query.trim();
  const canCreate = create !== undefined && fresh !== '' && !options.some((option) => option.label === fresh);
  const rows = found.length + (canCreate ? 1 : 0);

  useEffect(() => {
    list.current?.querySelector(`[data-row="${String(active)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function choose(row: number): void {
    const option = found[row];
    if (option !== undefined) onChange(option.value);
    else if (canCreate && row === found.length) create.run(fresh);
    else return;
    close();
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'ArrowDown') setActive(Math.min(rows - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        className={styles.search}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={rows > 0 ? `${listId}-${String(active)}` : undefined}
        aria-label={placeholder}
        placeholder={create === undefined ? t('search') : t('searchOrCreate')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={placeholder} className={styles.list}>
        {found.map((option, row) => (
          <div key={option.value} role="presentation">
            {option.group !== undefined && option.group !== found[row - 1]?.group && (
              <p className={styles.group}>{option.group}</p>
            )}
            <div
              id={`${listId}-${String(row)}`}
              role="option"
              aria-selected={option.value === value}
              data-row={row}
              data-active={row === active || undefined}
              className={select.option}
              onPointerMove={() => setActive(row)}
              onClick={() => choose(row)}
            >
              {option.icon}
              <span className={select.words}>
                {option.label}
                {option.hint !== undefined && <span className={select.hint}>{option.hint}</span>}
              </span>
              {option.value === value && <Check size={15} aria-hidden className={select.check} />}
            </div>
          </div>
        ))}
        {canCreate && (
          <div
            id={`${listId}-${String(found.length)}`}
            role="option"
            aria-selected={false}
            data-row={found.length}
            data-active={active === found.length || undefined}
            className={classes(select.option, styles.create)}
            onPointerMove={() => setActive(found.length)}
            onClick={() => choose(found.length)}
          >
            <Plus size={15} aria-hidden />
            <span className={select.words}>{create.words(fresh)}</span>
          </div>
        )}
      </div>
      {rows === 0 && <p className={select.empty}>{query === '' ? t('nothingToChoose') : t('nothingFound')}</p>}
    </>
  );
}

function search(options: readonly ComboOption[], query: string): readonly ComboOption[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  return options.filter((option) => {
    const text = fold(`${option.label} ${option.hint ?? ''} ${option.value}`);
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.toLocaleLowerCase().replaceAll('ё', 'е');
}

import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { optionCodes } from '../../../engine/nodes/menu/pages.ts';
import type { MenuOption } from '../../../engine/nodes/menu/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { newId } from '../../editor/newId.ts';
import styles from '../../inspector/Inspector.module.css';
import { moved, useReorder } from '../../inspector/useReorder.ts';
import { Button } from '../../ui/Button.tsx';
import { OptionRow } from './OptionRow.tsx';

interface OptionListProps {
  readonly options: readonly MenuOption[];
  readonly onChange: (options: readonly MenuOption[], mergeKey?: string) => void;
}

/** The options of a menu: Enter adds the next, Alt+↑↓ and the handle move, an empty one goes away with Backspace. */
export function OptionList({ options, onChange }: OptionListProps) {
  const t = useCopy('inspector');
  const reorder = useReorder(options.length, (from, to) => onChange(moved(options, from, to)));
  const [wanted, setWanted] = useState<string | null>(null);
  const list = useRef<HTMLDivElement | null>(null);
  const codes = optionCodes(options);

  useEffect(() => {
    if (wanted === null) return;
    list.current?.querySelector<HTMLElement>(`[data-option="${CSS.escape(wanted)}"] input`)?.focus();
    setWanted(null);
  }, [wanted, options]);

  function add(after: number): void {
    const id = newId('o', (taken) => options.some((option) => option.id === taken));
    onChange(options.toSpliced(after + 1, 0, { id, label: '' }));
    setWanted(id);
  }

  /** Its connection goes along in the same step: `setData` takes the exits that are gone. */
  function remove(at: number): void {
    const neighbour = options[at - 1] ?? options[at + 1];
    onChange(options.toSpliced(at, 1));
    setWanted(neighbour?.id ?? null);
  }

  return (
    <div className={styles.group} data-field="options">
      <div className={styles.subhead}>
        {t('menu.options')}
        <span className={styles.note}>{t('menu.optionKeys')}</span>
      </div>
      <div
        className={styles.rows}
        ref={(element) => {
          list.current = element;
          reorder.listRef(element);
        }}
      >
        {options.map((option, at) => (
          <OptionRow
            key={option.id}
            option={option}
            number={at + 1}
            code={codes.get(option.id) ?? ''}
            reorder={reorder}
            index={at}
            isLast={at === options.length - 1}
            onChange={(next, field) => onChange(options.with(at, next), `option-${option.id}-${field}`)}
            onEnter={() => {
              const next = options[at + 1];
              if (next !== undefined) setWanted(next.id);
              else if (option.label.trim() !== '') add(at);
            }}
            onRemove={() => remove(at)}
          />
        ))}
      </div>
      <Button
        size="dense"
        variant="ghost"
        icon={<Plus />}
        className={styles.addRow}
        onClick={() => add(options.length - 1)}
        data-testid="add-option"
      >
        {t('menu.addOption')}
      </Button>
    </div>
  );
}

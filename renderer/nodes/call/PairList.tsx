import { Plus, Trash2 } from 'lucide-react';
import { pairSource } from '../../../engine/nodes/call/pairs.ts';
import type { Pair } from '../../../engine/nodes/call/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { VariablePicker } from '../../inspector/VariablePicker.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBotFacts } from '../useBotFacts.ts';

interface PairListProps {
  readonly field: 'pass' | 'receive';
  readonly title: string;
  readonly hint: string;
  readonly value: readonly Pair[];
  readonly onChange: (value: readonly Pair[]) => void;
}

/** Pairs of variables: the one on the right gets the value of the one on the left. */
export function PairList({ field, title, hint, value, onChange }: PairListProps) {
  const t = useCopy('system');
  const { variables } = useBotFacts();
  const typeOf = (id: string | undefined) => variables.find((known) => known.id === id)?.type ?? 'text';
  return (
    <div className={styles.group} data-field={field} role="group" aria-label={title}>
      <p className={styles.subhead}>{title}</p>
      {value.length > 0 && <p className={styles.note}>{hint}</p>}
      {value.map((pair, at) => (
        <div key={at} className={styles.line}>
          <div className={styles.grow}>
            <VariablePicker
              label={t('call.from', { number: at + 1 })}
              // A text with more in it than a variable, as a file may have it, is shown as it is.
              value={pairSource(pair) ?? pair.from}
              type={typeOf(pair.to)}
              onChange={(from) => onChange(value.with(at, { ...pair, from }))}
            />
          </div>
          <span aria-hidden>→</span>
          <div className={styles.grow}>
            <VariablePicker
              label={t('call.to', { number: at + 1 })}
              value={pair.to}
              type={typeOf(pairSource(pair) ?? undefined)}
              onChange={(to) => onChange(value.with(at, { ...pair, to }))}
            />
          </div>
          <IconButton
            size="dense"
            label={t('call.removePair', { number: at + 1 })}
            icon={<Trash2 />}
            onClick={() => onChange(value.toSpliced(at, 1))}
          />
        </div>
      ))}
      <Button
        size="dense"
        variant="ghost"
        icon={<Plus />}
        className={styles.addRow}
        onClick={() => onChange([...value, { from: '', to: '' }])}
      >
        {t('call.addPair')}
      </Button>
    </div>
  );
}

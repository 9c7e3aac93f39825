import { Plus, Trash2 } from 'lucide-react';
import type { SaveRow } from '../../../engine/nodes/http/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { VariablePicker } from '../../inspector/VariablePicker.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

interface SaveListProps {
  readonly value: readonly SaveRow[];
  readonly onChange: (value: readonly SaveRow[], mergeKey?: string) => void;
}

/** Parts of the answer and the variables that keep them. */
export function SaveList({ value, onChange }: SaveListProps) {
  const t = useCopy('system');
  return (
    <div className={styles.group} data-field="save" role="group" aria-label={t('http.save')}>
      <p className={styles.subhead}>{t('http.save')}</p>
      {value.map((row, at) => (
        <div key={at} className={styles.line}>
          <div className={styles.grow}>
            <TextInput
              aria-label={t('http.path', { number: at + 1 })}
              value={row.path ?? ''}
              placeholder={t(at === 0 ? 'http.pathPlaceholder' : 'http.wholeReply')}
              onChange={(path) => onChange(value.with(at, { ...row, path }), `path-${String(at)}`)}
            />
          </div>
          <span aria-hidden>→</span>
          <div className={styles.grow}>
            <VariablePicker
              label={t('http.variable', { number: at + 1 })}
              value={row.variable}
              type="text"
              onChange={(variable) => onChange(value.with(at, { ...row, variable }))}
            />
          </div>
          <IconButton
            size="dense"
            label={t('http.removeSave', { number: at + 1 })}
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
        onClick={() => onChange([...value, { path: '', variable: '' }])}
      >
        {t('http.addSave')}
      </Button>
    </div>
  );
}

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { HeaderRow } from '../../../engine/nodes/http/schema.ts';
import { SECRET_PREFIX } from '../../../engine/expression/secretSlots.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { KeyDialog } from '../../requests/KeyDialog.tsx';
import { KeyItems } from '../../requests/KeyItems.tsx';
import { useRequestSettings } from '../../requests/useRequestSettings.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

interface HeaderListProps {
  readonly value: readonly HeaderRow[];
  readonly onChange: (value: readonly HeaderRow[], mergeKey?: string) => void;
  /** Where the request goes, as far as the block says. */
  readonly host: string | undefined;
}

export function HeaderList({ value, onChange, host }: HeaderListProps) {
  const t = useCopy('system');
  /** The header that waits for a key to be made, and how it gets it. */
  const [making, setMaking] = useState<((name: string) => void) | null>(null);
  const { settings, reload } = useRequestSettings();
  return (
    <div className={styles.group} data-field="headers" role="group" aria-label={t('http.headers')}>
      <p className={styles.subhead}>{t('http.headers')}</p>
      {value.map((header, at) => (
        <div key={at} className={styles.card}>
          <div className={styles.line}>
            <div className={styles.grow}>
              <TextInput
                aria-label={t('http.headerName', { number: at + 1 })}
                value={header.name ?? ''}
                placeholder={t('http.namePlaceholder')}
                onChange={(name) => onChange(value.with(at, { ...header, name }), `header-name-${String(at)}`)}
              />
            </div>
            <IconButton
              size="dense"
              label={t('http.removeHeader', { number: at + 1 })}
              icon={<Trash2 />}
              onClick={() => onChange(value.toSpliced(at, 1))}
            />
          </div>
          <TemplateField
            field={`headers-${String(at)}`}
            rows={1}
            hideLabel
            placeholder={t('http.valuePlaceholder')}
            label={t('http.headerValue', { number: at + 1 })}
            value={header.value ?? ''}
            onChange={(text) => onChange(value.with(at, { ...header, value: text }), `header-${String(at)}`)}
            before={({ insert, close }) => (
              <KeyItems
                keys={settings?.keys ?? []}
                onChoose={insert}
                onNew={
                  settings === null
                    ? undefined
                    : () => {
                        close();
                        setMaking(() => insert);
                      }
                }
              />
            )}
          />
        </div>
      ))}
      <Button
        size="dense"
        variant="ghost"
        icon={<Plus />}
        className={styles.addRow}
        onClick={() => onChange([...value, { name: '', value: '' }])}
      >
        {t('http.addHeader')}
      </Button>
      {making !== null && settings !== null && (
        <KeyDialog
          edited={null}
          settings={settings}
          host={host}
          onClose={() => setMaking(null)}
          onSaved={(name) => {
            setMaking(null);
            making(`${SECRET_PREFIX}${name}`);
            reload();
          }}
        />
      )}
    </div>
  );
}

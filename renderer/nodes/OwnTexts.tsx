import { Languages, Trash2 } from 'lucide-react';
import { isChannelKey, type Texts } from '../../engine/nodes/ownText.ts';
import { channelTitle } from '../connections/sourceTitle.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from '../inspector/Inspector.module.css';
import { TemplateField } from '../inspector/TemplateField.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useLanguageNames } from './useLanguageNames.ts';

const CHANNELS = ['telegram', 'whatsapp', 'instagram', 'facebook', 'vk', 'widget'] as const;

interface OwnTextsProps {
  /** The field these are other wordings of. */
  readonly field: string;
  readonly value: Texts | undefined;
  readonly onChange: (value: Texts | undefined, mergeKey?: string) => void;
  readonly limit?: number;
}

/** What is said instead in another language or channel. */
export function OwnTexts({ field, value = {}, onChange, limit }: OwnTextsProps) {
  const t = useCopy('talk');
  const { others, nameOf } = useLanguageNames();
  const keys = Object.keys(value);
  const title = (key: string): string => (isChannelKey(key) ? channelTitle(key) : nameOf(key));
  const item = (key: string) => ({ id: key, label: title(key), onSelect: () => onChange({ ...value, [key]: '' }) });
  const free = (list: readonly string[]) => list.filter((key) => !keys.includes(key)).map(item);

  function remove(key: string): void {
    const { [key]: _, ...rest } = value;
    onChange(Object.keys(rest).length === 0 ? undefined : rest);
  }

  return (
    <>
      {keys.map((key) => (
        <div key={key} className={classes(styles.row, styles.top)}>
          <div className={styles.grow}>
            <TemplateField
              field={`${field}-${key}`}
              label={t('texts.title', { name: title(key) })}
              value={value[key] ?? ''}
              {...(limit !== undefined && { limit })}
              onChange={(text) => onChange({ ...value, [key]: text }, `${field}-${key}`)}
            />
          </div>
          <IconButton
            size="dense"
            label={t('texts.remove', { name: title(key) })}
            icon={<Trash2 />}
            onClick={() => remove(key)}
          />
        </div>
      ))}
      <Menu
        align="start"
        trigger={
          <Button size="dense" variant="ghost" icon={<Languages />} className={styles.addRow}>
            {t('texts.add')}
          </Button>
        }
        groups={[free(others), free(CHANNELS)]}
      />
    </>
  );
}

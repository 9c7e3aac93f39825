import { Link, Trash2 } from 'lucide-react';
import type { Part } from '../../../engine/nodes/media.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { OwnTexts } from '../OwnTexts.tsx';

const LONGEST = 1_000;

interface PartFieldsProps {
  readonly part: Part;
  readonly field: string;
  readonly label: string;
  readonly onChange: (part: Part) => void;
  readonly onRemove?: () => void;
}

/** One piece of a message: a text, or the address of a picture or a file. */
export function PartFields({ part, field, label, onChange, onRemove }: PartFieldsProps) {
  const t = useCopy('inspector');
  const kind = part.image !== undefined ? 'image' : part.file !== undefined ? 'file' : null;
  const hasText = part.text !== undefined || kind === null;
  const remove = onRemove && (
    <IconButton size="dense" label={t('message.removePart')} icon={<Trash2 />} onClick={onRemove} />
  );
  return (
    <div className={styles.group}>
      {hasText && (
        <div className={classes(styles.row, styles.top)}>
          <div className={styles.grow}>
            <TemplateField
              field={field}
              label={label}
              value={part.text ?? ''}
              limit={LONGEST}
              placeholder={t('message.textPlaceholder')}
              onChange={(text) => onChange({ ...part, text })}
            />
          </div>
          {remove}
        </div>
      )}
      {part.text !== undefined && (
        <OwnTexts
          field={`${field}-texts`}
          value={part.texts}
          limit={LONGEST}
          onChange={(texts) => onChange(texts === undefined ? withoutTexts(part) : { ...part, texts })}
        />
      )}
      {kind !== null && (
        <div className={classes(styles.row, styles.top)}>
          <div className={styles.grow}>
            <InspectorField field={part.text === undefined ? field : `${field}-media`} label={t(`message.${kind}`)}>
              <TextInput
                icon={<Link aria-hidden />}
                value={part[kind] ?? ''}
                placeholder={t('message.address')}
                onChange={(url) => onChange({ ...part, [kind]: url })}
              />
            </InspectorField>
          </div>
          {!hasText && remove}
        </div>
      )}
    </div>
  );
}

function withoutTexts({ texts: _, ...rest }: Part): Part {
  return rest;
}

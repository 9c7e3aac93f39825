import { File, Image as ImageIcon, Plus, Shuffle, Trash2 } from 'lucide-react';
import type { Part } from '../../../engine/nodes/media.ts';
import { LONGEST_DELAY_SECONDS } from '../../../engine/nodes/message/problems.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { IfUnclear } from '../../inspector/IfUnclear.tsx';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { More } from '../../inspector/More.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import type { InspectorProps } from '../face.ts';
import { PartFields } from './PartFields.tsx';

const MOST_VARIANTS = 5;

export function MessageInspector({ data, update }: InspectorProps<'message'>) {
  const t = useCopy('inspector');
  const words = useCopy('talk');
  const variants = data.variants ?? [];
  const sets = variants.length > 0 ? variants : [data.parts ?? []];

  function write(sets: readonly (readonly Part[])[], mergeKey?: string): void {
    const copies = sets.map((parts) => [...parts]);
    if (copies.length > 1) update({ parts: undefined, variants: copies, pick: data.pick ?? 'random' }, mergeKey);
    else update({ parts: copies[0] ?? [], variants: undefined, pick: undefined }, mergeKey);
  }

  return (
    <div className={styles.fields}>
      {sets.map((parts, at) => (
        <PartSet
          key={at}
          title={sets.length > 1 ? t('message.variant', { number: at + 1 }) : null}
          parts={parts}
          path={sets.length > 1 ? `${String(at)}-` : ''}
          onChange={(next, mergeKey) =>
            write(
              sets.map((set, each) => (each === at ? next : set)),
              mergeKey && `${String(at)}/${mergeKey}`,
            )
          }
          onRemove={() => write(sets.toSpliced(at, 1))}
        />
      ))}
      {sets.length > 1 && (
        <Field label={t('message.pick')}>
          <Segmented
            value={data.pick ?? 'random'}
            options={[
              { value: 'random', label: t('message.random') },
              { value: 'inTurn', label: t('message.inTurn') },
            ]}
            onChange={(pick) => update({ pick })}
          />
        </Field>
      )}
      {sets.length < MOST_VARIANTS && (
        <Button
          size="dense"
          variant="ghost"
          icon={<Shuffle />}
          className={styles.addRow}
          onClick={() => write([...sets, [{ text: '' }]])}
        >
          {t('message.addVariant')}
        </Button>
      )}
      <More changed={(data.delaySeconds ?? 0) > 0 || data.ifUnclear === 'never'}>
        <InspectorField field="delaySeconds" label={words('message.delay')} hint={words('message.delayHint')}>
          <NumberInput
            value={data.delaySeconds}
            min={0}
            max={LONGEST_DELAY_SECONDS}
            placeholder={words('message.noDelay')}
            onChange={(seconds) => update({ delaySeconds: seconds === 0 ? undefined : seconds }, 'delaySeconds')}
          />
        </InspectorField>
        <IfUnclear what="message" value={data.ifUnclear} onChange={(ifUnclear) => update({ ifUnclear })} />
      </More>
    </div>
  );
}

interface PartSetProps {
  readonly title: string | null;
  readonly parts: readonly Part[];
  /** Tells the fields of one variant from those of another. */
  readonly path: string;
  readonly onChange: (parts: readonly Part[], mergeKey?: string) => void;
  readonly onRemove: () => void;
}

/** What is sent one after another: texts, pictures, files. */
function PartSet({ title, parts, path, onChange, onRemove }: PartSetProps) {
  const t = useCopy('inspector');
  return (
    <div className={title === null ? styles.group : styles.card}>
      {title !== null && (
        <div className={styles.subhead}>
          {title}
          <IconButton size="dense" label={t('message.removeVariant')} icon={<Trash2 />} onClick={onRemove} />
        </div>
      )}
      {parts.map((part, at) => (
        <PartFields
          key={at}
          part={part}
          field={at === 0 && path === '' ? 'parts' : `parts-${path}${String(at)}`}
          label={
            part.text === undefined
              ? t(part.file === undefined ? 'message.image' : 'message.file')
              : t(parts.length > 1 ? 'message.textNumber' : 'message.text', { number: at + 1 })
          }
          onChange={(next) => onChange(parts.with(at, next), `part-${String(at)}`)}
          {...(parts.length > 1 && { onRemove: () => onChange(parts.toSpliced(at, 1)) })}
        />
      ))}
      <div className={styles.adds}>
        <Button size="dense" variant="ghost" icon={<Plus />} onClick={() => onChange([...parts, { text: '' }])}>
          {t('message.addText')}
        </Button>
        <Button size="dense" variant="ghost" icon={<ImageIcon />} onClick={() => onChange([...parts, { image: '' }])}>
          {t('message.addImage')}
        </Button>
        <Button size="dense" variant="ghost" icon={<File />} onClick={() => onChange([...parts, { file: '' }])}>
          {t('message.addFile')}
        </Button>
      </div>
    </div>
  );
}

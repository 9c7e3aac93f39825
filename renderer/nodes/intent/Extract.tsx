import { Plus, Trash2 } from 'lucide-react';
import { ANSWER_KINDS } from '../../../engine/nodes/answerKinds.ts';
import type { IntentData } from '../../../engine/nodes/intent/schema.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { VariablePicker } from '../../inspector/VariablePicker.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useBotFacts } from '../useBotFacts.ts';

type Wanted = NonNullable<IntentData['extract']>[number];
type What = Wanted['what'];

/** What can be found inside a phrase; the whole of it, a file or a pattern can't. */
const FINDABLE = ANSWER_KINDS.filter((kind) => !['text', 'yesno', 'file', 'pattern'].includes(kind));
const TYPES: Readonly<Partial<Record<What, 'number' | 'date'>>> = { number: 'number', money: 'number', date: 'date' };

interface ExtractProps {
  readonly value: readonly Wanted[];
  readonly onChange: (value: readonly Wanted[]) => void;
}

/** Values taken out of the phrase on the way: «доставка на завтра» has a date in it. */
export function Extract({ value, onChange }: ExtractProps) {
  const t = useCopy('inspector');
  const words = useCopy('nodes');
  const { entities } = useBotFacts();
  // A list is chosen by its name, so one select says both the kind and the list.
  const options = FINDABLE.flatMap((kind) =>
    kind === 'entity'
      ? entities.map((entity) => ({ value: `entity/${entity.id}`, label: entity.name }))
      : [{ value: kind, label: words(`answer.${kind}`) }],
  );

  function withWhat(wanted: Wanted, chosen: string): Wanted {
    const { entity: _, ...rest } = wanted;
    const [what, ...id] = chosen.split('/');
    return what === 'entity' ? { ...rest, what, entity: id.join('/') } : { ...rest, what: what as What };
  }

  return (
    <div className={styles.group} data-field="extract">
      <p className={styles.subhead}>{t('intent.extract')}</p>
      {value.map((wanted, at) => (
        <div key={at} className={styles.line}>
          <div className={styles.grow}>
            <Select
              label={t('intent.what')}
              value={wanted.what === 'entity' ? `entity/${wanted.entity ?? ''}` : wanted.what}
              options={options}
              onChange={(chosen) => onChange(value.with(at, withWhat(wanted, chosen)))}
            />
          </div>
          <span aria-hidden>→</span>
          <div className={styles.grow}>
            <VariablePicker
              label={t('intent.extractTo')}
              value={wanted.saveTo}
              type={TYPES[wanted.what] ?? 'text'}
              onChange={(saveTo) => onChange(value.with(at, { ...wanted, saveTo }))}
            />
          </div>
          <IconButton
            size="dense"
            label={t('intent.removeExtract')}
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
        onClick={() => onChange([...value, { what: 'date', saveTo: '' }])}
      >
        {t('intent.addExtract')}
      </Button>
    </div>
  );
}

import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Entity } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { newId } from '../../editor/newId.ts';
import { useBotFacts } from '../../nodes/useBotFacts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import inspector from '../Inspector.module.css';
import { changeBot } from './changeBot.ts';
import { ItemFold } from './ItemFold.tsx';
import styles from './ItemFold.module.css';
import { LinesArea } from './LinesArea.tsx';

type Value = Entity['values'][number];

/** Lists of known things (cities, sizes) for answers and phrases. */
export function ListSettings() {
  const t = useCopy('inspector');
  const { entities } = useBotFacts();
  const [open, setOpen] = useState<string | null>(null);

  function write(at: number, patch: Partial<Entity>, mergeKey: string): void {
    const old = entities[at];
    if (old !== undefined) changeBot({ entities: entities.with(at, { ...old, ...patch }) }, mergeKey);
  }

  function add(): void {
    const id = newId('list', (taken) => entities.some((entity) => entity.id === taken));
    changeBot({
      entities: [...entities, { id, name: t('lists.newName', { number: entities.length + 1 }), values: [] }],
    });
    setOpen(id);
  }

  return (
    <>
      <p className={inspector.note}>{t('lists.hint')}</p>
      {entities.length > 0 && (
        <ul className={styles.list}>
          {entities.map((entity, at) => (
            <ItemFold
              key={entity.id}
              title={entity.name}
              aside={<span className={inspector.note}>{entity.values.length}</span>}
              open={open === entity.id}
              onToggle={() => setOpen(open === entity.id ? null : entity.id)}
              removeLabel={t('lists.remove', { name: entity.name })}
              onRemove={() => changeBot({ entities: entities.toSpliced(at, 1) })}
            >
              <Field label={t('lists.name')}>
                <TextInput
                  dense
                  value={entity.name}
                  maxLength={60}
                  onChange={(name) => write(at, { name }, `list-${entity.id}-name`)}
                />
              </Field>
              <Field label={t('lists.values')} hint={t('lists.valuesHint')}>
                <LinesArea
                  value={entity.values.map(lineOf)}
                  placeholder={t('lists.valuesPlaceholder')}
                  onChange={(lines) =>
                    write(at, { values: lines.map((line) => valueOf(line, entity.values)) }, `list-${entity.id}-values`)
                  }
                />
              </Field>
            </ItemFold>
          ))}
        </ul>
      )}
      <Button size="dense" variant="ghost" icon={<Plus />} className={inspector.addRow} onClick={add}>
        {t('lists.add')}
      </Button>
    </>
  );
}

/** «Москва: мск, столица» */
function lineOf({ value, synonyms = [] }: Value): string {
  return synonyms.length === 0 ? value : `${value}: ${synonyms.join(', ')}`;
}

/** A line that did not change keeps its value as it was, with whatever else that holds. */
function valueOf(line: string, before: readonly Value[]): Value {
  const same = before.find((value) => lineOf(value) === line);
  if (same !== undefined) return same;
  const [value = '', ...rest] = line.split(':');
  const synonyms = rest
    .join(':')
    .split(',')
    .flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  return synonyms.length === 0 ? { value: line.trim() } : { value: value.trim(), synonyms };
}

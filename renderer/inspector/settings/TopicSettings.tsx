import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { newId } from '../../editor/newId.ts';
import { useBotFacts } from '../../nodes/useBotFacts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import inspector from '../Inspector.module.css';
import { PhraseMeter } from '../PhraseMeter.tsx';
import { changeBot } from './changeBot.ts';
import { ItemFold } from './ItemFold.tsx';
import styles from './ItemFold.module.css';
import { LinesArea } from './LinesArea.tsx';

/** What customers write about, taught by examples. */
export function TopicSettings() {
  const t = useCopy('inspector');
  const { intents } = useBotFacts();
  const [open, setOpen] = useState<string | null>(null);

  function write(at: number, patch: Partial<Intent>, mergeKey: string): void {
    const old = intents[at];
    if (old !== undefined) changeBot({ intents: intents.with(at, { ...old, ...patch }) }, mergeKey);
  }

  function add(): void {
    const id = newId('topic', (taken) => intents.some((intent) => intent.id === taken));
    changeBot({
      intents: [...intents, { id, name: t('topics.newName', { number: intents.length + 1 }), phrases: [] }],
    });
    setOpen(id);
  }

  return (
    <>
      <p className={inspector.note}>{t('topics.hint')}</p>
      {intents.length > 0 && (
        <ul className={styles.list}>
          {intents.map((intent, at) => (
            <ItemFold
              key={intent.id}
              title={intent.name}
              aside={<PhraseMeter count={intent.phrases.length} />}
              open={open === intent.id}
              onToggle={() => setOpen(open === intent.id ? null : intent.id)}
              removeLabel={t('topics.remove', { name: intent.name })}
              onRemove={() => changeBot({ intents: intents.toSpliced(at, 1) })}
            >
              <Field label={t('topics.name')}>
                <TextInput
                  dense
                  value={intent.name}
                  maxLength={60}
                  onChange={(name) => write(at, { name }, `topic-${intent.id}-name`)}
                />
              </Field>
              <Field
                label={t('topics.phrases')}
                hint={t('topics.phrasesHint')}
                aside={<PhraseMeter count={intent.phrases.length} words />}
              >
                <LinesArea
                  value={intent.phrases}
                  placeholder={t('topics.phrasesPlaceholder')}
                  onChange={(phrases) => write(at, { phrases }, `topic-${intent.id}-phrases`)}
                />
              </Field>
            </ItemFold>
          ))}
        </ul>
      )}
      <Button size="dense" variant="ghost" icon={<Plus />} className={inspector.addRow} onClick={add}>
        {t('topics.add')}
      </Button>
    </>
  );
}

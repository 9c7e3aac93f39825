import type { KindData } from '../../../engine/nodes/registry.ts';
import { useEngine } from '../../app/engine.ts';
import { sourceTitle } from '../../connections/sourceTitle.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { CheckList } from '../../inspector/CheckList.tsx';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { More } from '../../inspector/More.tsx';
import { StatusChecks } from '../../inspector/StatusChecks.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { WordChips } from '../../ui/WordChips.tsx';
import type { InspectorProps } from '../face.ts';
import { Restart } from './Restart.tsx';

type When = NonNullable<KindData<'start'>['when']>;

export function StartInspector({ data, update }: InspectorProps<'start'>) {
  const t = useCopy('inspector');
  const time = useCopy('time');
  const sources = useEngine((state) => state.status?.connection.sources) ?? [];
  const words = data.when?.words ?? [];
  const statuses = data.when?.statuses ?? [];
  const newLead = data.when?.newLead ?? (words.length === 0 && statuses.length === 0);
  const chosen = data.sources ?? [];

  function write(patch: Partial<When>, mergeKey?: string): void {
    const next: When = { ...data.when, newLead, words, statuses, ...patch };
    const isPlain = next.newLead === true && (next.words ?? []).length === 0 && (next.statuses ?? []).length === 0;
    update({ when: isPlain ? undefined : next }, mergeKey);
  }

  function writeRestart(restartAfterHours: number | undefined): void {
    update({ restartAfterHours, restartAfter: undefined });
  }

  return (
    <div className={styles.fields} data-field="when">
      <Switch
        label={t('start.newLead')}
        hint={t('start.newLeadHint')}
        checked={newLead}
        onChange={(on) => write({ newLead: on })}
      />
      <InspectorField field="words" label={t('start.words')} hint={t('start.wordsHint')}>
        <WordChips
          value={words}
          placeholder={t('start.wordsPlaceholder')}
          onChange={(next) => write({ words: next }, 'words')}
        />
      </InspectorField>
      <div className={styles.group} data-field="statuses">
        <p className={styles.subhead}>{t('start.statuses')}</p>
        <StatusChecks
          label={t('start.statuses')}
          without="operator"
          value={statuses}
          onChange={(next) => write({ statuses: next })}
        />
      </div>
      <Restart value={data.restartAfterHours} onChange={writeRestart} />
      <div data-field="greetOnce">
        <Switch
          label={time('start.greetOnce')}
          hint={time('start.greetOnceHint')}
          checked={data.greetOnce === true}
          onChange={(on) => update({ greetOnce: on || undefined })}
        />
      </div>
      {(sources.length > 0 || chosen.length > 0) && (
        <More changed={chosen.length > 0}>
          <div className={styles.group} data-field="sources">
            <p className={styles.subhead}>{t('start.sources')}</p>
            <CheckList
              label={t('start.sources')}
              items={sources.map((source) => ({ value: source.id, label: sourceTitle(source) }))}
              value={chosen}
              onChange={(next) => update({ sources: next.length === 0 ? undefined : next })}
            />
            <p className={styles.note}>{t('start.sourcesHint')}</p>
          </div>
        </More>
      )}
    </div>
  );
}

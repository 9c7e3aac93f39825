import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { LinesArea } from '../../inspector/settings/LinesArea.tsx';
import { More } from '../../inspector/More.tsx';
import { StatusChecks } from '../../inspector/StatusChecks.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { WordChips } from '../../ui/WordChips.tsx';
import type { InspectorProps } from '../face.ts';

const MATCHES = ['word', 'starts', 'exact', 'expression'] as const;

export function CommandInspector({ data, update }: InspectorProps<'command'>) {
  const t = useCopy('inspector');
  const time = useCopy('time');
  const statuses = data.inStatuses ?? [];
  return (
    <div className={styles.fields}>
      {data.match === 'expression' ? (
        <InspectorField field="words" label={time('command.expressions')} hint={time('command.expressionsHint')}>
          <LinesArea value={data.words ?? []} onChange={(words) => update({ words }, 'words')} />
        </InspectorField>
      ) : (
        <InspectorField field="words" label={t('command.words')} hint={t('command.wordsHint')}>
          <WordChips
            value={data.words ?? []}
            placeholder={t('command.placeholder')}
            onChange={(words) => update({ words }, 'words')}
          />
        </InspectorField>
      )}
      <InspectorField field="match" label={t('command.match')}>
        <Select
          value={data.match ?? 'word'}
          options={MATCHES.map((value) => ({
            value,
            label: t(`command.matches.${value}`),
            hint: t(`command.matchHints.${value}`),
          }))}
          onChange={(match) => update({ match: match === 'word' ? undefined : match })}
        />
      </InspectorField>
      <More changed={statuses.length > 0 || data.whileOperator === true}>
        <div className={styles.group} data-field="inStatuses">
          <p className={styles.subhead}>{t('command.inStatuses')}</p>
          <StatusChecks
            label={t('command.inStatuses')}
            value={statuses}
            onChange={(next) => update({ inStatuses: next.length === 0 ? undefined : next })}
          />
          <p className={styles.note}>{t('command.inStatusesHint')}</p>
        </div>
        <div data-field="whileOperator">
          <Switch
            label={t('command.whileOperator')}
            hint={t('command.whileOperatorHint')}
            checked={data.whileOperator === true}
            onChange={(on) => update({ whileOperator: on || undefined })}
          />
        </div>
      </More>
    </div>
  );
}

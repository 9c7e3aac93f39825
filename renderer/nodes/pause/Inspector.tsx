import { pauseWord } from '../../../engine/nodes/pause/word.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { MinutesInput } from '../../inspector/MinutesInput.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { UntilFields } from '../../inspector/UntilFields.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

const WAYS = ['minutes', 'until', 'none'] as const;
const FIRST_MINUTES = 60;
const FIRST_TIME = '09:00';
const LONGEST_TEXT = 300;
/** One way at a time, and none of the other spellings a file may have for it. */
const NO_TERM = {
  minutes: undefined,
  seconds: undefined,
  hours: undefined,
  days: undefined,
  until: undefined,
  weekdays: undefined,
};

export function PauseInspector({ data, update }: InspectorProps<'pause'>) {
  const t = useCopy('time');
  const word = pauseWord(data, useBotFacts());
  const way = data.until !== undefined ? 'until' : data.minutes === undefined ? 'none' : 'minutes';
  return (
    <div className={styles.fields}>
      <InspectorField field="minutes" label={t('pause.how')}>
        <Segmented
          value={way}
          options={WAYS.map((value) => ({ value, label: t(`pause.ways.${value}`) }))}
          onChange={(next) =>
            update({
              ...NO_TERM,
              ...(next === 'minutes' && { minutes: FIRST_MINUTES }),
              ...(next === 'until' && { until: FIRST_TIME }),
            })
          }
        />
      </InspectorField>
      {way === 'minutes' && (
        <MinutesInput
          label={t('pause.how')}
          value={data.minutes ?? FIRST_MINUTES}
          onChange={(minutes) => update({ ...NO_TERM, minutes }, 'minutes')}
        />
      )}
      {way === 'until' && (
        <UntilFields
          until={data.until ?? FIRST_TIME}
          weekdays={data.weekdays ?? []}
          onChange={(until, weekdays) => update({ ...NO_TERM, until, ...(weekdays.length > 0 && { weekdays }) })}
        />
      )}
      <TemplateField
        field="text"
        label={t('pause.text')}
        hint={t('pause.textHint')}
        value={data.text ?? ''}
        limit={LONGEST_TEXT}
        onChange={(text) => update({ text: text === '' ? undefined : text }, 'text')}
      />
      <div className={styles.group}>
        <Switch
          label={t('pause.useWord')}
          hint={t('pause.useWordHint')}
          checked={data.resumeWord !== ''}
          onChange={(on) => update({ resumeWord: on ? undefined : '' })}
        />
        {data.resumeWord !== '' && (
          <InspectorField field="resumeWord" label={t('pause.word')}>
            <TextInput
              value={data.resumeWord ?? ''}
              placeholder={word}
              onChange={(next) => update({ resumeWord: next.trim() === '' ? undefined : next }, 'resumeWord')}
            />
          </InspectorField>
        )}
      </div>
    </div>
  );
}

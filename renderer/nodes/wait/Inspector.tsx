import { reacts, replyOf } from '../../../engine/nodes/wait/due.ts';
import { LONGEST_REPLY } from '../../../engine/nodes/wait/problems.ts';
import { copyOf } from '../../copy/i18n.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { MinutesInput } from '../../inspector/MinutesInput.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { UntilFields } from '../../inspector/UntilFields.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

const WAYS = ['minutes', 'until', 'openingHours'] as const;
const REACTIONS = ['interrupt', 'answer', 'ignore'] as const;
const FIRST_MINUTES = 10;
const FIRST_TIME = '09:00';
/** One way at a time, and none of the other spellings a file may have for it. */
const NO_TERM = {
  minutes: undefined,
  seconds: undefined,
  hours: undefined,
  days: undefined,
  until: undefined,
  weekdays: undefined,
  openingHours: undefined,
};

export function WaitInspector({ data, update }: InspectorProps<'wait'>) {
  const t = useCopy('time');
  const { hours, language } = useBotFacts();
  const way = data.openingHours === true ? 'openingHours' : data.until === undefined ? 'minutes' : 'until';
  const reply = replyOf(data);
  const reaction = reacts(data) ? 'interrupt' : reply === null ? 'ignore' : 'answer';
  return (
    <div className={styles.fields}>
      <InspectorField field="minutes" label={t('wait.how')}>
        <Segmented
          value={way}
          options={WAYS.map((value) => ({ value, label: t(`wait.ways.${value}`) }))}
          onChange={(next) =>
            update({
              ...NO_TERM,
              ...(next === 'minutes' && { minutes: FIRST_MINUTES }),
              ...(next === 'until' && { until: FIRST_TIME }),
              ...(next === 'openingHours' && { openingHours: true }),
            })
          }
        />
      </InspectorField>
      {way === 'minutes' && (
        <MinutesInput
          label={t('wait.how')}
          value={data.minutes ?? 0}
          seconds
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
      {way === 'openingHours' && (
        <p className={styles.note} data-field="openingHours">
          {t(hours === undefined ? 'wait.noHours' : 'wait.openingHint')}
        </p>
      )}
      <InspectorField field="onMessage" label={t('wait.onMessage')} hint={t('wait.always')}>
        <Select
          value={reaction}
          options={REACTIONS.map((value) => ({
            value,
            label: t(`wait.reactions.${value}`),
            hint: t(`wait.reactionHints.${value}`),
          }))}
          onChange={(next) =>
            update({
              onMessage: next === 'interrupt' ? 'interrupt' : 'ignore',
              reply: next === 'answer' ? copyOf('time', language === 'ru' ? 'ru' : 'en')('wait.firstReply') : undefined,
            })
          }
        />
      </InspectorField>
      {reply !== null && (
        <TemplateField
          field="reply"
          label={t('wait.reply')}
          hint={t('wait.replyHint')}
          value={reply}
          limit={LONGEST_REPLY}
          onChange={(text) => update({ reply: text }, 'reply')}
        />
      )}
    </div>
  );
}

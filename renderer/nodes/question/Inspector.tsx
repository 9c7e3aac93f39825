import { customerWords } from '../../../engine/nodes/customerWords.ts';
import { answerHint } from '../../../engine/nodes/answerHint.ts';
import { ANSWER_KINDS } from '../../../engine/nodes/answerKinds.ts';
import { answerRules } from '../../../engine/nodes/answerRules.ts';
import { MOST_ATTEMPTS } from '../../../engine/nodes/question/problems.ts';
import type { Variable } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { MinutesField } from '../../inspector/MinutesField.tsx';
import { More } from '../../inspector/More.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { VariablePicker } from '../../inspector/VariablePicker.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { OwnTexts } from '../OwnTexts.tsx';
import { Reminders } from '../Reminders.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';
import { Limits } from './Limits.tsx';

type AnswerKind = (typeof ANSWER_KINDS)[number];

const LONGEST = 900;
const LONGEST_HINT = 300;
const DAY = 1_440;
/** What a variable for such an answer holds. */
const TYPES: Readonly<Partial<Record<AnswerKind, Variable['type']>>> = {
  number: 'number',
  money: 'number',
  yesno: 'boolean',
  date: 'date',
  file: 'list',
};

export function QuestionInspector({ data, update }: InspectorProps<'question'>) {
  const t = useCopy('inspector');
  const words = useCopy('nodes');
  const facts = useBotFacts();
  const { language, settings } = facts;
  const answer = data.answer ?? 'text';
  const reminders = data.reminders ?? [];
  const isChanged = [data.optional, data.confirm, data.timeoutMinutes, reminders.length].some(Boolean);
  // The limits as they are today: dates count from it.
  const hint = answerHint(answer, answerRules(data, { facts, at: Date.now(), language: facts.language }, []));
  return (
    <div className={styles.fields}>
      <TemplateField
        field="text"
        label={t('question.text')}
        value={data.text ?? ''}
        limit={LONGEST}
        placeholder={t('question.textPlaceholder')}
        onChange={(text) => update({ text }, 'text')}
      />
      <OwnTexts field="texts" value={data.texts} limit={LONGEST} onChange={(texts, key) => update({ texts }, key)} />
      <InspectorField field="answer" label={t('question.answer')}>
        <Select
          value={answer}
          options={ANSWER_KINDS.map((value) => ({ value, label: words(`answer.${value}`) }))}
          // The bounds of one kind mean nothing to another.
          onChange={(next) =>
            update({
              answer: next,
              min: undefined,
              max: undefined,
              country: undefined,
              currency: undefined,
              fileType: undefined,
              maxMegabytes: undefined,
              entity: undefined,
              pattern: undefined,
            })
          }
        />
      </InspectorField>
      <Limits answer={answer} data={data} update={update} />
      <InspectorField field="saveTo" label={t('question.saveTo')}>
        <VariablePicker value={data.saveTo} type={TYPES[answer] ?? 'text'} onChange={(saveTo) => update({ saveTo })} />
      </InspectorField>
      <TemplateField
        field="hint"
        label={t('question.hint')}
        value={data.hint ?? ''}
        limit={LONGEST_HINT}
        placeholder={hint}
        onChange={(hint) => update({ hint: hint === '' ? undefined : hint }, 'hint')}
      />
      <InspectorField field="attempts" label={t('question.attempts')} hint={t('question.attemptsHint')}>
        <NumberInput
          value={data.attempts}
          min={1}
          max={MOST_ATTEMPTS}
          placeholder={String(settings.attempts ?? 3)}
          onChange={(attempts) => update({ attempts }, 'attempts')}
        />
      </InspectorField>
      <More changed={isChanged}>
        <Switch
          label={t('question.skipIfKnown')}
          hint={t('question.skipIfKnownHint')}
          checked={data.skipIfKnown === true}
          onChange={(on) => update({ skipIfKnown: on || undefined })}
        />
        <Switch
          label={t('question.optional')}
          hint={t('question.optionalHint', { word: customerWords(language).skip })}
          checked={data.optional === true}
          onChange={(on) => update({ optional: on || undefined })}
        />
        <Switch
          label={t('question.confirm')}
          hint={t('question.confirmHint')}
          checked={data.confirm === true}
          onChange={(on) => update({ confirm: on || undefined })}
        />
        <MinutesField
          field="timeoutMinutes"
          label={t('question.timeout')}
          hint={t('question.timeoutHint')}
          value={data.timeoutMinutes}
          first={DAY}
          onChange={(timeoutMinutes) => update({ timeoutMinutes }, 'timeoutMinutes')}
        />
        <Reminders
          value={reminders}
          onChange={(next, mergeKey) => update({ reminders: next.length === 0 ? undefined : [...next] }, mergeKey)}
        />
      </More>
    </div>
  );
}

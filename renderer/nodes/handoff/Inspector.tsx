import { customerWords } from '../../../engine/nodes/customerWords.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { More } from '../../inspector/More.tsx';
import { PeoplePicker } from '../../inspector/PeoplePicker.tsx';
import { StatusPicker } from '../../inspector/StatusPicker.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';
import { GiveBack } from './GiveBack.tsx';

const LONGEST_TEXT = 500;
const orNone = (text: string): string | undefined => (text === '' ? undefined : text);

export function HandoffInspector({ data, update }: InspectorProps<'handoff'>) {
  const t = useCopy('inspector');
  const { hours, language } = useBotFacts();
  const isChanged = [data.assignTo, data.failedText, data.contact].some((field) => (field ?? '') !== '');
  return (
    <div className={styles.fields}>
      <InspectorField field="status" label={t('handoff.status')} hint={t('handoff.statusHint')}>
        <StatusPicker
          value={data.status}
          role="operator"
          only
          placeholder={t('handoff.choose')}
          onChange={(status) => update({ status })}
        />
      </InspectorField>
      <TemplateField
        field="text"
        label={t('handoff.text')}
        hint={t('handoff.textHint')}
        value={data.text ?? ''}
        limit={LONGEST_TEXT}
        onChange={(text) => update({ text: orNone(text) }, 'text')}
      />
      <OutsideHours data={data} update={update} hasHours={hours !== undefined} language={language} />
      <GiveBack />
      <More changed={isChanged}>
        <TemplateField
          field="brief"
          label={t('handoff.brief')}
          hint={t('handoff.briefHint')}
          value={data.brief ?? ''}
          limit={1_000}
          onChange={(brief) => update({ brief: orNone(brief) }, 'brief')}
        />
        <PeoplePicker
          any
          field="assignTo"
          label={t('handoff.assignTo')}
          value={data.assignTo}
          onChange={(assignTo) => update({ assignTo, manager: undefined, assign: undefined })}
        />
        <Failed data={data} update={update} language={language} />
      </More>
    </div>
  );
}

type Part = Pick<InspectorProps<'handoff'>, 'data' | 'update'> & { readonly language: string };

function OutsideHours({ data, update, hasHours, language }: Part & { readonly hasHours: boolean }) {
  const t = useCopy('inspector');
  const words = useCopy('crm');
  const example = language === 'ru' ? '{{часы}}' : '{{hours}}';
  return (
    <div className={styles.together}>
      <TemplateField
        field="outsideHours"
        label={t('handoff.outsideHours')}
        hint={hasHours ? t('handoff.outsideHoursHint', { example }) : t('handoff.noHours')}
        value={data.outsideHours ?? ''}
        limit={LONGEST_TEXT}
        placeholder={customerWords(language).closedUntil('')}
        onChange={(outsideHours) => update({ outsideHours: orNone(outsideHours) }, 'outsideHours')}
      />
      {hasHours && (
        <Switch
          label={words('handoff.statusOutsideHours')}
          hint={words('handoff.statusOutsideHoursHint')}
          checked={data.statusOutsideHours !== false}
          onChange={(on) =>
            update({
              statusOutsideHours: on ? undefined : false,
              outsideHours: data.outsideHours,
              keepStatus: undefined,
            })
          }
        />
      )}
    </div>
  );
}

/** What the customer hears when nobody could be called, and how else to reach people. */
function Failed({ data, update, language }: Part) {
  const t = useCopy('crm');
  const example = language === 'ru' ? '{{контакт}}' : '{{contact}}';
  return (
    <>
      <TemplateField
        field="failedText"
        label={t('handoff.failedText')}
        hint={t('handoff.failedTextHint', { example })}
        value={data.failedText ?? ''}
        limit={LONGEST_TEXT}
        placeholder={customerWords(language).handoffFailed}
        onChange={(failedText) => update({ failedText: orNone(failedText) }, 'failedText')}
      />
      <InspectorField field="contact" label={t('handoff.contact')}>
        <TextInput
          value={data.contact ?? ''}
          placeholder={t('handoff.contactPlaceholder')}
          onChange={(contact) => update({ contact: orNone(contact) }, 'contact')}
        />
      </InspectorField>
    </>
  );
}

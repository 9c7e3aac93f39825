import { customerWords } from '../../../engine/nodes/customerWords.ts';
import { useCopy } from '../../copy/useCopy.ts';
import styles from '../../inspector/Inspector.module.css';
import { InspectorField } from '../../inspector/InspectorField.tsx';
import { ManagerPicker } from '../../inspector/ManagerPicker.tsx';
import { More } from '../../inspector/More.tsx';
import { StatusPicker } from '../../inspector/StatusPicker.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

const orNone = (text: string): string | undefined => (text === '' ? undefined : text);

export function HandoffInspector({ data, update }: InspectorProps<'handoff'>) {
  const t = useCopy('inspector');
  const { hours, language } = useBotFacts();
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
        limit={500}
        onChange={(text) => update({ text: orNone(text) }, 'text')}
      />
      <TemplateField
        field="outsideHours"
        label={t('handoff.outsideHours')}
        hint={t(hours === undefined ? 'handoff.noHours' : 'handoff.outsideHoursHint')}
        value={data.outsideHours ?? ''}
        placeholder={customerWords(language).closedUntil('')}
        onChange={(outsideHours) => update({ outsideHours: orNone(outsideHours) }, 'outsideHours')}
      />
      <More changed={(data.brief ?? '') !== '' || (data.assignTo ?? '') !== ''}>
        <TemplateField
          field="brief"
          label={t('handoff.brief')}
          hint={t('handoff.briefHint')}
          value={data.brief ?? ''}
          limit={1_000}
          onChange={(brief) => update({ brief: orNone(brief) }, 'brief')}
        />
        <InspectorField field="assignTo" label={t('handoff.assignTo')}>
          <ManagerPicker value={data.assignTo} onChange={(assignTo) => update({ assignTo })} />
        </InspectorField>
      </More>
    </div>
  );
}

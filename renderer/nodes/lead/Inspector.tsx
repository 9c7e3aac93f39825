import { useCopy } from '../../copy/useCopy.ts';
import { IfRefused } from '../../inspector/IfRefused.tsx';
import styles from '../../inspector/Inspector.module.css';
import { More } from '../../inspector/More.tsx';
import { TemplateField } from '../../inspector/TemplateField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { InspectorProps } from '../face.ts';
import { useBotFacts } from '../useBotFacts.ts';

const LONGEST_COMMENT = 2_000;
const CONTACTS = ['name', 'phone', 'email'] as const;

const orNone = (text: string): string | undefined => (text === '' ? undefined : text);

export function LeadInspector({ node, data, update }: InspectorProps<'lead'>) {
  const t = useCopy('crm');
  const { variables } = useBotFacts();
  const example = `{{${variables[0]?.id ?? 'message.text'}}}`;
  return (
    <div className={styles.fields}>
      <div className={styles.group}>
        <TemplateField
          field="comment"
          label={t('lead.comment')}
          value={data.comment ?? ''}
          placeholder={t('lead.commentPlaceholder', { example })}
          limit={LONGEST_COMMENT}
          onChange={(comment) => update({ comment: orNone(comment) }, 'comment')}
        />
        <Segmented
          label={t('lead.mode')}
          value={data.replaceComment === true ? 'replace' : 'append'}
          options={[
            { value: 'append', label: t('lead.append') },
            { value: 'replace', label: t('lead.replace') },
          ]}
          onChange={(mode) => update({ replaceComment: mode === 'replace' ? true : undefined })}
        />
      </div>
      <TemplateField
        field="amount"
        rows={1}
        label={t('lead.amount')}
        hint={t('lead.amountHint')}
        value={data.amount === undefined ? '' : String(data.amount)}
        onChange={(amount) => update({ amount: orNone(amount) }, 'amount')}
      />
      <div className={styles.group}>
        <p className={styles.subhead}>{t('lead.contacts')}</p>
        <p className={styles.note}>{t('lead.contactsHint')}</p>
        {CONTACTS.map((field) => (
          <TemplateField
            key={field}
            field={field}
            rows={1}
            label={t(`lead.${field}`)}
            value={data[field] ?? ''}
            onChange={(text) => update({ [field]: orNone(text) }, field)}
          />
        ))}
      </div>
      <Switch
        label={t('lead.keepExisting')}
        hint={t('lead.keepExistingHint')}
        checked={data.keepExisting !== false}
        onChange={(on) => update({ keepExisting: on ? undefined : false })}
      />
      <More changed={data.ifRefused !== undefined}>
        <IfRefused
          value={data.ifRefused}
          isConnected={node.exits?.failed !== undefined}
          onChange={(ifRefused) => update({ ifRefused })}
        />
      </More>
    </div>
  );
}

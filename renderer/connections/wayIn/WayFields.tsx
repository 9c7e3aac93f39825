import { useState } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import { Field } from '../../ui/Field.tsx';
import { SecretField } from '../../ui/SecretField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SshFields } from './SshFields.tsx';
import { SERVICES, type WayDraft, type WrongField } from './wayDraft.ts';
import styles from './wayIn.module.css';

export interface WayFieldsProps {
  readonly draft: WayDraft;
  /** Of the webhook listener on this computer. */
  readonly localPort: number;
  readonly wrong: ReadonlySet<WrongField>;
  /** A secret is kept for this very way. */
  readonly hasSecret: boolean;
  /** All that is wrong is said, also of fields nobody was in yet. */
  readonly isStrict: boolean;
  readonly onChange: (change: Partial<WayDraft>) => void;
}

/** What the chosen way needs to know. A mistake is said when its field is left, never while it is being typed. */
export function WayFields({ draft, localPort, wrong, hasSecret, isStrict, onChange }: WayFieldsProps) {
  const port = String(localPort);
  const t = useCopy('wayIn');
  const c = useCopy('connections');
  const [left, setLeft] = useState<ReadonlySet<WrongField>>(new Set());
  const leave = (field: WrongField) => () => setLeft(new Set([...left, field]));
  const isSaid = (field: WrongField, isFilled: boolean): boolean =>
    wrong.has(field) && (isStrict || (left.has(field) && isFilled));

  switch (draft.way) {
    case 'own':
      return (
        <div className={styles.fields}>
          <Field
            label={c('delivery.label')}
            hint={t('ownHint', { port })}
            error={isSaid('url', draft.url !== '') ? t('wrong.url') : undefined}
          >
            <TextInput
              value={draft.url}
              inputMode="url"
              placeholder={c('delivery.placeholder')}
              onChange={(url) => onChange({ url: url.trim() })}
              onBlur={leave('url')}
            />
          </Field>
        </div>
      );
    case 'ssh':
      return <SshFields draft={draft} hasSecret={hasSecret} isSaid={isSaid} leave={leave} onChange={onChange} />;
    case 'service':
      return (
        <div className={styles.fields}>
          <Field label={t('service')} hint={t(`serviceHint.${draft.service}`)}>
            <Select
              value={draft.service}
              options={SERVICES.map((service) => ({ value: service, label: service }))}
              onChange={(service) => onChange({ service })}
            />
          </Field>
          <p className={styles.note}>{t('serviceNote')}</p>
        </div>
      );
    case 'ngrok':
      return (
        <div className={styles.fields}>
          <SecretField
            label={t('authtoken')}
            hint={t('authtokenHint')}
            error={isSaid('secret', false) ? t('wrong.secret') : undefined}
            value={draft.secret}
            isKept={hasSecret}
            onChange={(secret) => onChange({ secret: secret.trim() })}
          />
          <Field
            label={t('domain')}
            hint={t('domainHint')}
            error={isSaid('domain', true) ? t('wrong.domain') : undefined}
          >
            <TextInput
              value={draft.domain}
              placeholder={t('domainPlaceholder')}
              onChange={(domain) => onChange({ domain: domain.trim() })}
              onBlur={leave('domain')}
            />
          </Field>
        </div>
      );
    case 'cloudflared':
      return (
        <div className={styles.fields}>
          <Field label={t('cloudflaredSort')} {...(!draft.isNamed && { hint: t('quickHint') })}>
            <Segmented
              value={draft.isNamed ? 'named' : 'quick'}
              options={[
                { value: 'quick', label: t('quick') },
                { value: 'named', label: t('named') },
              ]}
              onChange={(sort) => onChange({ isNamed: sort === 'named' })}
            />
          </Field>
          {draft.isNamed && (
            <>
              <Field
                label={t('namedUrl')}
                hint={t('namedUrlHint', { port })}
                error={isSaid('url', draft.namedUrl !== '') ? t('wrong.url') : undefined}
              >
                <TextInput
                  value={draft.namedUrl}
                  inputMode="url"
                  placeholder="https://bot.example.com"
                  onChange={(namedUrl) => onChange({ namedUrl: namedUrl.trim() })}
                  onBlur={leave('url')}
                />
              </Field>
              <SecretField
                label={t('tunnelToken')}
                error={isSaid('secret', false) ? t('wrong.secret') : undefined}
                value={draft.secret}
                isKept={hasSecret}
                onChange={(secret) => onChange({ secret: secret.trim() })}
              />
            </>
          )}
        </div>
      );
  }
}

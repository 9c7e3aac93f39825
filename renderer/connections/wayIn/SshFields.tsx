import { Copy } from 'lucide-react';
import { copyText } from '../../app/copyText.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { SecretField } from '../../ui/SecretField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { WayDraft, WrongField } from './wayDraft.ts';
import styles from './wayIn.module.css';

export interface SshFieldsProps {
  readonly draft: WayDraft;
  readonly hasSecret: boolean;
  readonly onChange: (change: Partial<WayDraft>) => void;
  readonly isSaid: (field: WrongField, isFilled: boolean) => boolean;
  readonly leave: (field: WrongField) => () => void;
}

/** One's own server: how to get in, where it listens, and what its web server has to know. */
export function SshFields({ draft, hasSecret, isSaid, leave, onChange }: SshFieldsProps) {
  const t = useCopy('wayIn');
  const name = URL.canParse(draft.publicUrl) ? new URL(draft.publicUrl).host : 'bot.example.com';
  const snippet = `${name} { reverse_proxy 127.0.0.1:${String(draft.remotePort ?? '')} }`;
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <Field
          label={t('serverHost')}
          hint={t('serverHostHint')}
          error={isSaid('host', draft.host !== '') ? t('wrong.host') : undefined}
        >
          <TextInput
            value={draft.host}
            placeholder={t('serverHostPlaceholder')}
            onChange={(host) => onChange({ host: host.trim() })}
            onBlur={leave('host')}
          />
        </Field>
        <Field label={t('serverPort')} error={isSaid('port', true) ? t('wrong.port') : undefined}>
          <NumberInput value={draft.port} min={1} max={65_535} onChange={(port) => onChange({ port })} />
        </Field>
      </div>
      <Field label={t('user')} error={isSaid('user', false) ? t('wrong.user') : undefined}>
        <TextInput
          value={draft.user}
          placeholder={t('userPlaceholder')}
          onChange={(user) => onChange({ user: user.trim() })}
        />
      </Field>
      <Field label={t('login')} {...(draft.auth === 'agent' && { hint: t('agentHint') })}>
        <Segmented
          value={draft.auth}
          options={(['key', 'password', 'agent'] as const).map((auth) => ({ value: auth, label: t(`auth.${auth}`) }))}
          onChange={(auth) => onChange({ auth, secret: '' })}
        />
      </Field>
      {draft.auth === 'key' && (
        <Field label={t('keyFile')} error={isSaid('keyFile', false) ? t('wrong.keyFile') : undefined}>
          <TextInput value={draft.keyFile} onChange={(keyFile) => onChange({ keyFile: keyFile.trim() })} />
        </Field>
      )}
      {draft.auth !== 'agent' && (
        <SecretField
          label={t(draft.auth === 'key' ? 'passphrase' : 'password')}
          hint={draft.auth === 'key' ? t('passphraseHint') : undefined}
          error={isSaid('secret', false) ? t('wrong.secret') : undefined}
          value={draft.secret}
          isKept={hasSecret}
          onChange={(secret) => onChange({ secret })}
        />
      )}
      <Field
        label={t('remotePort')}
        hint={t('remotePortHint')}
        error={isSaid('remotePort', true) ? t('wrong.port') : undefined}
      >
        <NumberInput
          value={draft.remotePort}
          min={1}
          max={65_535}
          onChange={(remotePort) => onChange({ remotePort })}
        />
      </Field>
      <Field
        label={t('publicUrl')}
        hint={t('publicUrlHint')}
        error={isSaid('publicUrl', draft.publicUrl !== '') ? t('wrong.url') : undefined}
      >
        <TextInput
          value={draft.publicUrl}
          inputMode="url"
          placeholder="https://bot.example.com"
          onChange={(publicUrl) => onChange({ publicUrl: publicUrl.trim() })}
          onBlur={leave('publicUrl')}
        />
      </Field>
      <div className={styles.code}>
        <code>{snippet}</code>
        <IconButton
          size="dense"
          label={t('copySnippet')}
          icon={<Copy aria-hidden />}
          onClick={() => void copyText(snippet, t('snippetCopied'))}
        />
      </div>
    </div>
  );
}

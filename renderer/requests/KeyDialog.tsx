import { useState } from 'react';
import { SECRET_NAME } from '../../engine/expression/secretSlots.ts';
import type { AccessKeyView, RequestSettings } from '../../engine/protocol/requestViews.ts';
import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { WordChips } from '../ui/WordChips.tsx';
import styles from './Requests.module.css';

export interface KeyDialogProps {
  /** The key that is changed; null = a new one. */
  readonly edited: AccessKeyView | null;
  readonly settings: RequestSettings;
  /** Where a new one will be sent, as far as that is known. */
  readonly host?: string | undefined;
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
}

/** An access key: what it is called, its value (which never comes back here), and where it may go. */
export function KeyDialog({ edited, settings, host, onSaved, onClose }: KeyDialogProps) {
  const t = useCopy('requests');
  const [name, setName] = useState(edited?.name ?? '');
  const [value, setValue] = useState('');
  const [hosts, setHosts] = useState<readonly string[]>(edited?.hosts ?? (host === undefined ? [] : [host]));
  const [wantsHosts, setWantsHosts] = useState(false);
  const [busy, setBusy] = useState(false);
  const isTaken = edited === null && settings.keys.some((key) => key.name === name);
  const isWrong = name !== '' && !SECRET_NAME.test(name);
  const isReady = SECRET_NAME.test(name) && !isTaken && (edited !== null || value.trim() !== '');

  async function save(): Promise<void> {
    if (!isReady || busy) return;
    // The button is open before the site is a chip: leaving the field makes it one.
    setWantsHosts(hosts.length === 0);
    if (hosts.length === 0) return;
    setBusy(true);
    const given = value.trim() === '' ? {} : { value: value.trim() };
    const allowFile = settings.kept === 'file';
    const reply = await call('requests.putKey', { name, hosts: [...hosts], allowFile, ...given });
    setBusy(false);
    if (reply.ok) onSaved(name);
    else showFault(reply.fault);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={edited === null ? t('newTitle') : t('editTitle', { name: edited.name })}
      footer={
        <Button variant="primary" busy={busy} disabled={!isReady} onClick={() => void save()}>
          {t('save')}
        </Button>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {edited === null && (
          <Field
            label={t('name')}
            hint={t('nameHint')}
            error={isTaken ? t('nameTaken') : isWrong ? t('nameWrong') : undefined}
          >
            <TextInput
              value={name}
              placeholder={t('namePlaceholder')}
              autoComplete="off"
              spellCheck={false}
              onChange={(text) => setName(text.trim())}
            />
          </Field>
        )}
        <SecretField
          label={t('value')}
          hint={t('valueHint')}
          value={value}
          onChange={setValue}
          isKept={edited !== null}
          isPassword={false}
        />
        <Field
          label={t('forHosts')}
          hint={t('forHostsHint')}
          error={wantsHosts && hosts.length === 0 ? t('hostsMissing') : undefined}
        >
          <WordChips value={hosts} placeholder={t('hostsPlaceholder')} onChange={setHosts} />
        </Field>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

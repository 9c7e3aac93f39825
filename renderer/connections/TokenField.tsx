import { ClipboardPaste, Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './ConnectionsScreen.module.css';

export interface TokenFieldProps {
  readonly value: string;
  readonly onChange: (token: string) => void;
  readonly isWrong: boolean;
  readonly ref: Ref<HTMLInputElement>;
}

/** A password field that likes to be pasted into; password managers are welcome. */
export function TokenField({ value, onChange, isWrong, ref }: TokenFieldProps) {
  const t = useCopy('connections');
  const [shown, setShown] = useState(false);
  // Over plain http from another machine, and where it was refused, the page can't read the clipboard.
  const [canPaste, setCanPaste] = useState(() => window.isSecureContext && 'readText' in navigator.clipboard);

  async function paste(): Promise<void> {
    try {
      onChange((await navigator.clipboard.readText()).trim());
    } catch {
      setCanPaste(false);
    }
  }

  return (
    <Field hideLabel label={t('token.label')} hint={t('token.hint')}>
      <div className={styles.token}>
        <TextInput
          ref={ref}
          type={shown ? 'text' : 'password'}
          name="umnico-token"
          autoComplete="current-password"
          {...(isWrong && { 'aria-invalid': true })}
          value={value}
          onChange={(text) => onChange(text.trim())}
        />
        <IconButton
          variant="secondary"
          label={t(shown ? 'token.hide' : 'token.show')}
          aria-pressed={shown}
          icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          onClick={() => setShown(!shown)}
        />
        {canPaste && (
          <Button icon={<ClipboardPaste aria-hidden />} onClick={() => void paste()}>
            {t('token.paste')}
          </Button>
        )}
      </div>
    </Field>
  );
}

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Field } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import { TextInput } from './TextInput.tsx';
import styles from './SecretField.module.css';

export interface SecretFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (secret: string) => void;
  /** One is kept already. */
  readonly isKept: boolean;
  /** A password of the person's own, which a password manager may fill in; other keys it leaves alone. */
  readonly isPassword?: boolean;
}

/** A password or a token; password managers are welcome. */
export function SecretField({ label, hint, error, value, onChange, isKept, isPassword = true }: SecretFieldProps) {
  const t = useCopy('ui');
  const [shown, setShown] = useState(false);
  const shownHint = isKept && value === '' ? t('secretKept') : hint;
  return (
    <Field label={label} {...(shownHint === undefined ? {} : { hint: shownHint })} error={error}>
      <div className={styles.secret}>
        <TextInput
          type={shown ? 'text' : 'password'}
          autoComplete={isPassword ? 'current-password' : 'off'}
          placeholder={isKept ? '••••••••' : undefined}
          value={value}
          onChange={onChange}
        />
        <IconButton
          variant="secondary"
          label={t(shown ? 'hideSecret' : 'showSecret')}
          aria-pressed={shown}
          icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          onClick={() => setShown(!shown)}
        />
      </div>
    </Field>
  );
}

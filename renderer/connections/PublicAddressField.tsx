import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './ConnectionsScreen.module.css';

export interface PublicAddressFieldProps {
  readonly value: string;
  readonly onChange: (address: string) => void;
}

export function PublicAddressField({ value, onChange }: PublicAddressFieldProps) {
  const t = useCopy('connections');
  // Said when the person has left the field, never while the first address is being typed.
  const [touched, setTouched] = useState(false);
  const isWrong = touched && value !== '' && !isPublicAddress(value);
  return (
    <div className={styles.narrow}>
      <Field label={t('delivery.label')} hint={t('delivery.hint')} error={isWrong ? t('delivery.notHttps') : undefined}>
        <TextInput
          value={value}
          inputMode="url"
          placeholder={t('delivery.placeholder')}
          onChange={(text) => onChange(text.trim())}
          onBlur={() => setTouched(true)}
        />
      </Field>
    </div>
  );
}

/** http is allowed for a server in the same machine or a test bench; Umnico itself only delivers to https. */
export function isPublicAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

/** The part of the webhook's address that the person chose. */
export function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}

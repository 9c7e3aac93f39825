import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';

export interface NameCheckDialogProps {
  /** What it is called unless the person says otherwise. */
  readonly suggested: string;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

/** Asks how a check made from a conversation is called. */
export function NameCheckDialog({ suggested, onClose, onName }: NameCheckDialogProps) {
  const t = useCopy('checks');
  const [name, setName] = useState(suggested);
  const isNamed = name.trim() !== '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('nameTitle')}
      description={t('nameText')}
      width={400}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" disabled={!isNamed} onClick={() => onName(name.trim())} data-testid="check-keep">
            {t('keep')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isNamed) onName(name.trim());
        }}
      >
        <Field label={t('name')}>
          <TextInput value={name} onChange={setName} maxLength={80} placeholder={t('namePlaceholder')} autoFocus />
        </Field>
      </form>
    </Dialog>
  );
}

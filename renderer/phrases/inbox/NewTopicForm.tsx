import { useEffect, useRef, useState } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from './Inbox.module.css';

export interface NewTopicFormProps {
  /** What it might be called. */
  readonly suggested: string;
  readonly onCreate: (name: string) => void;
  readonly onClose: () => void;
}

export function NewTopicForm({ suggested, onCreate, onClose }: NewTopicFormProps) {
  const t = useCopy('inbox');
  const [name, setName] = useState(suggested);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className={styles.newTopic}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onCreate(name.trim());
      }}
      onKeyDown={(event) => {
        // Letters and digits are a name here, not orders.
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextInput
        value={name}
        onChange={setName}
        aria-label={t('newTopicName')}
        maxLength={80}
        ref={field}
        data-testid="new-topic-name"
      />
      <Button variant="primary" type="submit" disabled={name.trim() === ''}>
        {t('create')}
      </Button>
      <Button variant="ghost" onClick={onClose}>
        {t('cancel')}
      </Button>
    </form>
  );
}

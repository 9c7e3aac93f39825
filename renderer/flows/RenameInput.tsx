import { useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { TextInput } from '../ui/TextInput.tsx';

/** Enter or leaving the field keeps the new name, Esc the old one (null). */
export function RenameInput({
  name,
  onDone,
}: {
  readonly name: string;
  readonly onDone: (name: string | null) => void;
}) {
  const t = useCopy('flows');
  const [text, setText] = useState(name);
  return (
    <TextInput
      dense
      autoFocus
      aria-label={t('newName')}
      value={text}
      maxLength={80}
      onChange={setText}
      onFocus={(event) => event.target.select()}
      onBlur={() => onDone(text.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
}

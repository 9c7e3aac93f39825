import { X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { useFieldControl } from './fieldContext.ts';
import styles from './WordChips.module.css';

export interface WordChipsProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly placeholder?: string;
  /** Names the field; inside a Field its label does. */
  readonly label?: string;
  readonly disabled?: boolean;
}

/** Words and short phrases. Enter or a comma adds, Backspace in the empty field takes the last one back to be edited, a pasted list becomes many. */
export function WordChips({ value, onChange, placeholder, label, disabled = false }: WordChipsProps) {
  const t = useCopy('ui');
  const control = useFieldControl();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);

  function add(raw: string): void {
    const known = new Set(value.map(fold));
    const fresh: string[] = [];
    for (const word of raw.split(/[,;\n\t]/).map((part) => part.trim())) {
      if (word === '' || known.has(fold(word))) continue;
      known.add(fold(word));
      fresh.push(word);
    }
    if (fresh.length > 0) onChange([...value, ...fresh]);
    setText('');
  }

  function remove(index: number): void {
    onChange(value.filter((_, at) => at !== index));
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if ((event.key === 'Enter' || event.key === ',') && text.trim() !== '' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) {
      event.preventDefault();
      setText(value.at(-1) ?? '');
      onChange(value.slice(0, -1));
    }
  }

  return (
    <div
      className={styles.box}
      data-disabled={disabled || undefined}
      onPointerDown={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        input.current?.focus();
      }}
    >
      {value.map((word, index) => (
        <span key={word} className={styles.word}>
          <span className={styles.text}>{word}</span>
          <button
            type="button"
            className={styles.remove}
            disabled={disabled}
            aria-label={t('removeWord', { word })}
            onClick={() => remove(index)}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <input
        {...control}
        ref={input}
        className={styles.input}
        value={text}
        disabled={disabled}
        aria-label={label}
        placeholder={value.length === 0 ? placeholder : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => add(text)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (!/[,;\n\t]/.test(pasted)) return;
          event.preventDefault();
          add(text + pasted);
        }}
      />
    </div>
  );
}

function fold(word: string): string {
  return word.trim().toLocaleLowerCase().replaceAll('ё', 'е');
}

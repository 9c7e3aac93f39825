import { useState } from 'react';
import { TextArea } from '../../ui/TextArea.tsx';

interface LinesAreaProps {
  readonly value: readonly string[];
  readonly onChange: (lines: string[]) => void;
  readonly placeholder?: string;
}

/** Four lines: it should look like a place for many (px). */
const TALL = 92;

const split = (text: string): string[] =>
  text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

/** A list as text, an item a line. What is typed stays as typed (spaces, an empty last line); the list gets what it means. */
export function LinesArea({ value, onChange, placeholder }: LinesAreaProps) {
  const [typed, setTyped] = useState(() => value.join('\n'));
  const meant = split(typed);
  // Undo, or another hand, changed the list: then the text is the list again.
  const isOurs = meant.length === value.length && meant.every((line, at) => line === value[at]);
  return (
    <TextArea
      maxLines={14}
      style={{ minHeight: TALL }}
      placeholder={placeholder}
      value={isOurs ? typed : value.join('\n')}
      onChange={(text) => {
        setTyped(text);
        onChange(split(text));
      }}
    />
  );
}

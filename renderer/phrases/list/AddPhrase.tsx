import { CornerDownLeft, Plus } from 'lucide-react';
import { type Ref, useId, useState } from 'react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { phraseKey } from '../../../engine/nlu/phraseKey.ts';
import { readPaste } from '../readPaste.ts';
import { addPhrases } from '../topicActions.ts';
import { useTyped } from '../useTyped.ts';
import styles from './PhraseList.module.css';
import { tellPaste } from './tellPaste.ts';

interface AddPhraseProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly topic: Intent;
  /** ↑ in the empty field. */
  readonly onUp: () => void;
  readonly onAdded: () => void;
}

/** The engine's W-FEW begins below this. */
const FEW = 5;

/** The line below the last one: Enter makes it a phrase and waits for the next; so does leaving it. */
export function AddPhrase({ ref, topic, onUp, onAdded }: AddPhraseProps) {
  const t = useCopy('phrases');
  const hint = useId();
  const [text, setText] = useState('');
  const { id, phrases } = topic;
  const key = phraseKey(text);
  const isRepeated = key !== '' && phrases.some((other) => phraseKey(other) === key);

  function add(): void {
    const { phrases: fresh } = readPaste(text, phrases);
    if (!addPhrases(id, fresh)) return;
    setText('');
    onAdded();
  }

  useTyped(() => {
    if (text.trim() !== '') add();
  });

  return (
    <div className={styles.adding}>
      <div className={styles.add}>
        <Plus size={15} aria-hidden />
        <input
          ref={ref}
          value={text}
          spellCheck={false}
          autoComplete="off"
          aria-label={t('list.add')}
          aria-describedby={hint}
          aria-invalid={isRepeated || undefined}
          placeholder={phrases.length === 0 ? t('list.addFirst') : t('list.placeholder')}
          data-testid="add-phrase"
          onChange={(event) => setText(event.target.value)}
          onBlur={(event) => {
            // Still its own: the whole window was left. A toast takes back the step before, which stays the last one.
            const isKept = document.activeElement === event.target || event.relatedTarget?.closest('[data-toasts]');
            if (!isKept && text.trim() !== '') add();
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && !isRepeated) add();
            else if (event.key === 'Escape') setText('');
            else if (event.key === 'ArrowUp' && text === '') onUp();
            else return;
            event.preventDefault();
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            if (!/\n|\r/u.test(pasted.trim())) return;
            event.preventDefault();
            const read = readPaste(text.trim() === '' ? pasted : `${text}\n${pasted}`, phrases);
            setText('');
            addPhrases(id, read.phrases);
            tellPaste(read);
            onAdded();
          }}
        />
        {text !== '' && !isRepeated && <CornerDownLeft size={14} aria-hidden />}
      </div>
      <p id={hint} className={styles.hint} data-bad={isRepeated || undefined}>
        {isRepeated
          ? t('list.repeated')
          : phrases.length < FEW
            ? t('list.few', { count: FEW - phrases.length })
            : t('list.keys')}
      </p>
    </div>
  );
}

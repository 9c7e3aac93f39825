import { MessageSquareText } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { understand } from '../../../engine/nlu/understand.ts';
import { languagesSpoken } from '../../../engine/nlu/wordVectors.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { Button } from '../../ui/Button.tsx';
import { loreOf, useLearner } from '../learning/learner.ts';
import { useWords } from '../learning/words.ts';
import styles from './TryPhrase.module.css';
import { TryResult } from './TryResult.tsx';

interface TryPhraseProps {
  readonly topics: readonly Intent[];
  readonly open: Intent | null;
}

/** A message as a customer would write it: what the bot makes of it and why, with each letter. */
export function TryPhrase({ topics, open }: TryPhraseProps) {
  const t = useCopy('phrases');
  const [text, setText] = useState('');
  const learned = useLearner((state) => state.learned);
  const failed = useLearner((state) => state.failed);
  const missing = useWords((state) => state.missing);
  const noWords = learned === null ? [] : languagesSpoken(learned).filter((language) => missing.includes(language));
  const asked = useDeferredValue(text.trim());
  const understood = useMemo(
    () => (learned === null || asked === '' ? null : understand(learned.model, asked)),
    [learned, asked],
  );
  return (
    <section className={styles.try} aria-labelledby="try-title" data-testid="try">
      <h2 id="try-title" className={styles.title}>
        <MessageSquareText size={16} aria-hidden />
        {t('try.title')}
      </h2>
      <Field label={t('try.label')} hideLabel>
        <TextArea
          rows={1}
          maxLines={4}
          value={text}
          onChange={setText}
          placeholder={t('try.placeholder')}
          data-testid="try-phrase"
          onKeyDown={(event) => {
            // A message is sent by Enter: here it is read already.
            if (event.key === 'Enter') event.preventDefault();
            if (event.key === 'Escape') setText('');
          }}
        />
      </Field>
      {asked === '' && <p className={styles.quiet}>{t('try.empty')}</p>}
      {asked !== '' && learned === null && !failed && <p className={styles.quiet}>{t('try.learning')}</p>}
      {asked !== '' && learned === null && failed && (
        <p className={styles.quiet} role="status" data-testid="try-failed">
          {t('try.failed')}{' '}
          <Button
            size="dense"
            variant="ghost"
            onClick={() => useLearner.getState().want(loreOf(useEditor.getState().bot))}
          >
            {t('learned.again')}
          </Button>
        </p>
      )}
      {learned !== null && understood !== null && (
        <TryResult learned={learned} text={asked} understood={understood} topics={topics} open={open} />
      )}
      {noWords.map((language) => (
        <p key={language} className={styles.quiet} role="status">
          {t(`try.noWords.${language}`)}
        </p>
      ))}
    </section>
  );
}

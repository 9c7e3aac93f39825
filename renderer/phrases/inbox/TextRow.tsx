import { MessageCircleMore } from 'lucide-react';
import { navigate } from '../../app/route.ts';
import { fullTime, timeOf } from '../../app/times.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useNow } from '../../app/useNow.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Inbox.module.css';
import type { Said } from './sortTexts.ts';

export interface TextRowProps {
  readonly text: Said;
  readonly isChosen: boolean;
  /** Null = there is nothing to choose. */
  readonly onChoose: ((chosen: boolean) => void) | null;
}

/** One text: what would be saved of it, what was written, how often and where that was. */
export function TextRow({ text, isChosen, onChoose }: TextRowProps) {
  const t = useCopy('inbox');
  const language = usePreferences((state) => state.language);
  const now = useNow();
  const { phrase } = text.point;
  return (
    <li className={styles.text}>
      {onChoose !== null && (
        <input
          type="checkbox"
          className={styles.check}
          checked={isChosen}
          aria-label={t('include', { text: phrase })}
          onChange={(event) => onChoose(event.target.checked)}
        />
      )}
      <div className={styles.words}>
        <p className={styles.phrase}>{phrase}</p>
        {phrase !== text.text && <p className={styles.written}>{t('written', { text: text.text })}</p>}
      </div>
      <span className={styles.facts}>
        {t('times', { count: text.count })}
        {' · '}
        <time dateTime={new Date(text.at).toISOString()} title={fullTime(text.at, language)}>
          {timeOf(text.at, now, language)}
        </time>
      </span>
      <IconButton
        size="dense"
        variant="ghost"
        label={t('talk')}
        icon={<MessageCircleMore size={14} aria-hidden />}
        onClick={() => navigate({ screen: 'live', lead: text.lead })}
      />
    </li>
  );
}

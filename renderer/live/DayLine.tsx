import { usePreferences } from '../app/preferences.ts';
import { dayOf } from '../app/times.ts';
import { useNow } from '../app/useNow.ts';
import styles from './ConversationView.module.css';

export interface DayLineProps {
  readonly at: number;
  /** Nothing stands before it. */
  readonly first: boolean;
}

/** The day, where it begins: beside the messages stand hours alone. A conversation of today needs none. */
export function DayLine({ at, first }: DayLineProps) {
  const language = usePreferences((state) => state.language);
  const now = useNow();
  if (first && new Date(at).toDateString() === new Date(now).toDateString()) return null;
  return (
    <p className={styles.line} data-day>
      <time className={styles.day} dateTime={new Date(at).toISOString()}>
        {dayOf(at, now, language)}
      </time>
    </p>
  );
}

import { useEffect, useState } from 'react';
import { usePreferences } from '../app/preferences.ts';
import { clock, fullTime } from '../app/times.ts';
import { useCopy } from '../copy/useCopy.ts';
import styles from './ConversationView.module.css';

const SECOND = 1_000;
const HOUR = 3_600_000;

/** «через 12:31», by the second; what is more than an hour ahead is told by the clock. */
export function TimeLeft({ at }: { readonly at: number }) {
  const t = useCopy('live');
  const language = usePreferences((state) => state.language);
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);

  const left = at - now;
  return (
    <time role="timer" className={styles.left} dateTime={new Date(at).toISOString()} title={fullTime(at, language)}>
      {left <= 0
        ? t('left.now')
        : left < HOUR
          ? t('left.in', { time: minutesAndSeconds(left) })
          : t('left.at', { time: isToday(at, now) ? clock(at, language) : fullTime(at, language) })}
    </time>
  );
}

function minutesAndSeconds(ms: number): string {
  const seconds = Math.ceil(ms / SECOND);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

function isToday(at: number, now: number): boolean {
  return new Date(at).toDateString() === new Date(now).toDateString();
}

import { useAnnouncer } from './announcer.ts';
import styles from './Announcer.module.css';

/** The one polite live region of the window (ux.md, 7). */
export function Announcer() {
  const text = useAnnouncer((state) => state.text);
  return (
    <div id="announcer" role="status" aria-live="polite" className={styles.region}>
      {text}
    </div>
  );
}

import { useAlarm, useAnnouncer } from './announcer.ts';
import styles from './Announcer.module.css';

/** The one polite live region of the window (ux.md, 7), and the one that interrupts. */
export function Announcer() {
  const text = useAnnouncer((state) => state.text);
  const urgent = useAlarm((state) => state.text);
  return (
    <>
      <div id="announcer" role="status" aria-live="polite" className={styles.region}>
        {text}
      </div>
      <div id="alarm" role="alert" className={styles.region}>
        {urgent}
      </div>
    </>
  );
}

import { shortcutKeys } from './shortcut.ts';
import styles from './Kbd.module.css';

/** A shortcut as keys: `Mod+Shift+Z` is Ctrl Shift Z, or ⌘ ⇧ Z on a Mac. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {shortcutKeys(keys).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}

import { RotateCcw, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { keysOf } from '../actions/actionKeys.ts';
import type { ActionId } from '../actions/actionTable.ts';
import { setPreferences, usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { announce } from '../editor/announcer.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { giveKeys, resetKeys, takeKeys, takenBy } from './keyChanges.ts';
import styles from './KeySettings.module.css';
import { recordKeys } from './recordKeys.ts';

/** One action: press the button, then the keys it should have. */
export function KeyRow({ id }: { readonly id: ActionId }) {
  const t = useCopy('settings');
  const actions = useCopy('actions');
  const own = usePreferences((state) => state.keys);
  const [isListening, setListening] = useState(false);
  const [said, setSaid] = useState('');
  const keys = keysOf(id, own);
  const name = actions(`name.${id}`);

  function hear(event: KeyboardEvent): void {
    if (!isListening) return;
    // Tab goes on to the next row, as everywhere.
    if (event.key === 'Tab') return setListening(false);
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setListening(false);
    const shortcut = recordKeys(event);
    if (shortcut === null) return;
    const loser = takenBy(shortcut, id, own);
    const words = loser === undefined ? '' : t('keys.taken', { name: actions(`name.${loser}`) });
    setPreferences({ keys: giveKeys(shortcut, id, own) });
    setListening(false);
    setSaid(words);
    announce(words);
  }

  return (
    <li className={styles.row} data-testid={`keys-${id}`}>
      <span className={styles.name}>
        {name}
        {said !== '' && <span className={styles.said}>{said}</span>}
      </span>
      <button
        type="button"
        className={styles.record}
        data-listening={isListening || undefined}
        data-records-keys={isListening || undefined}
        aria-label={t('keys.change', { name })}
        onClick={() => setListening(true)}
        onBlur={() => setListening(false)}
        onKeyDown={hear}
      >
        {isListening ? t('keys.press') : keys.length === 0 ? t('keys.free') : null}
        {!isListening && keys.map((each) => <Kbd key={each} keys={each} />)}
      </button>
      <IconButton
        size="dense"
        label={t('keys.clear', { name })}
        icon={<X size={14} aria-hidden />}
        disabled={keys.length === 0}
        onClick={() => setPreferences({ keys: takeKeys(id, own) })}
      />
      <IconButton
        size="dense"
        label={t('keys.reset', { name })}
        icon={<RotateCcw size={14} aria-hidden />}
        disabled={own[id] === undefined}
        onClick={() => {
          setSaid('');
          setPreferences({ keys: resetKeys(id, own) });
        }}
      />
    </li>
  );
}

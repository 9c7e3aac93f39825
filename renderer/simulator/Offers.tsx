import type { Offered } from '../../engine/model/state.ts';
import { useCopy } from '../copy/useCopy.ts';
import { focusChat } from '../inspector/dockStore.ts';
import styles from './Chat.module.css';
import { useSimulator } from './store.ts';

const NONE: readonly Offered[] = [];

/** The options on offer. A click sends the number, so that the author sees what customers will have to do. */
export function Offers() {
  const t = useCopy('simulator');
  const offered = useSimulator(({ conversation }) =>
    conversation?.state.owner === 'bot' ? (conversation.state.wait?.offered ?? NONE) : NONE,
  );
  if (offered.length === 0) return null;
  return (
    <div className={styles.offers} role="group" aria-label={t('options')}>
      {offered.map((option) => (
        <button
          key={option.id}
          type="button"
          className={styles.offer}
          title={t('optionHint', { code: option.code })}
          onClick={() => {
            useSimulator.getState().send(option.code);
            focusChat();
          }}
        >
          <span className={styles.offerCode}>{option.code}</span>
          <span className={styles.offerLabel}>{option.label}</span>
        </button>
      ))}
    </div>
  );
}

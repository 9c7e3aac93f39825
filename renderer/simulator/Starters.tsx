import { MessagesSquare } from 'lucide-react';
import { copyOf } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { focusChat } from '../inspector/dockStore.ts';
import styles from './Starters.module.css';
import { useSimulator } from './store.ts';

/** What an empty chat offers: first words, in the bot's language. */
export function Starters() {
  const t = useCopy('simulator');
  const language = useEditor((state) => state.bot.language);
  const { send } = useSimulator.getState();
  const said = copyOf('simulator', language === 'ru' ? 'ru' : 'en');
  return (
    <div className={styles.starters}>
      <MessagesSquare size={28} strokeWidth={1.5} aria-hidden />
      <h3>{t('emptyTitle')}</h3>
      <p>{t('emptyText')}</p>
      <div className={styles.starterChips}>
        {(['hello', 'price', 'operator'] as const).map((key) => (
          <button
            key={key}
            type="button"
            className={styles.starter}
            onClick={() => {
              send(said(`starters.${key}`));
              focusChat();
            }}
          >
            {said(`starters.${key}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

import { GitFork } from 'lucide-react';
import type { TalkItem } from '../../engine/check/talkItem.ts';
import { useCopy } from '../copy/useCopy.ts';
import { focusChat } from '../inspector/dockStore.ts';
import { classes } from '../ui/classes.ts';
import { toast } from '../ui/toast.ts';
import type { Explained } from './explain.ts';
import styles from './Log.module.css';
import { Media } from './Media.tsx';
import { useSimulator } from './store.ts';
import { Why } from './Why.tsx';

export type SaidItem = Exclude<TalkItem, { from: 'system' }>;

interface BubbleProps {
  readonly item: SaidItem;
  readonly explained: Explained;
}

/** What somebody said, with what can be asked of it: why, and another conversation from here. */
export function Bubble({ item, explained }: BubbleProps) {
  const t = useCopy('simulator');
  const files =
    item.from === 'customer'
      ? item.attachments.map(({ type, url, name }) => ({ image: type === 'image', url, name }))
      : item.from === 'bot' && item.media !== undefined
        ? [{ image: item.media.kind === 'image', url: item.media.url, name: undefined }]
        : [];
  return (
    <>
      {item.from === 'bot' && item.delayMs !== undefined && (
        <p className={styles.delay}>{t('delayed', { seconds: Math.round(item.delayMs / 100) / 10 })}</p>
      )}
      <div className={classes(styles.row, styles[item.from])} data-from={item.from}>
        {item.from === 'customer' && <Fork item={item} />}
        <div className={styles.bubble}>
          <span className={item.from === 'operator' ? styles.author : styles.hidden}>{t(`from.${item.from}`)}</span>
          {files.map((file) => (
            <Media key={file.url} {...file} />
          ))}
          {item.text !== '' && <p className={styles.text}>{item.text}</p>}
        </div>
        {item.from === 'bot' && (
          <span className={styles.tools}>
            <Why {...explained} saidBy={item.node ?? null} at={item.at} />
            <Fork item={item} />
          </span>
        )}
      </div>
    </>
  );
}

/** Another conversation: after the turn of the bot's words, or before the customer's, to say something else. */
function Fork({ item }: { readonly item: SaidItem }) {
  const t = useCopy('simulator');
  const label = t(item.from === 'customer' ? 'forkBefore' : 'forkAfter');

  function fork(): void {
    const before = useSimulator.getState().active;
    if (item.from === 'customer') useSimulator.getState().fork(item.turn, 'before', item.text);
    else useSimulator.getState().fork(item.turn, 'after');
    const { active } = useSimulator.getState();
    if (active !== before) toast(t('forked', { number: active }));
    focusChat();
  }

  return (
    <button type="button" className={styles.tool} aria-label={label} title={label} onClick={fork}>
      <GitFork size={15} aria-hidden />
    </button>
  );
}

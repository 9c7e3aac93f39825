import type { Bot } from '../../engine/flow/botSchema.ts';
import { usePreferences } from '../app/preferences.ts';
import { clock } from '../app/times.ts';
import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import styles from './ConversationView.module.css';
import { isBadLine, type Line, lineWords } from './lineWords.ts';

export interface ConversationLineProps {
  readonly item: Line;
  readonly bot: Bot;
}

/** What happened between the messages, in the middle of the page. */
export function ConversationLine({ item, bot }: ConversationLineProps) {
  const t = useCopy('live');
  const language = usePreferences((state) => state.language);
  const isOwner = item.type === 'owner' || item.type === 'restarted';
  return (
    <p
      className={classes(styles.line, isOwner && styles.owner, isBadLine(item) && styles.bad)}
      data-line={item.type}
      data-item={item.key}
    >
      {lineWords(item, bot, t, language)}{' '}
      {/* Where the bot went stands between two messages, which have their times. */}
      {item.type !== 'path' && <time className={styles.lineTime}>{clock(item.at, language)}</time>}
    </p>
  );
}

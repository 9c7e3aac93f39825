import { Clock, Headset } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import styles from './ConversationView.module.css';

/** A person's message on its way: it has its time and its place once the CRM tells of it. */
export function SaidBubble({ text }: { readonly text: string }) {
  const t = useCopy('live');
  return (
    <article className={classes(styles.message, styles['operator'])} data-from="operator" data-delivery="onItsWay">
      <p className={styles.sender}>
        <Headset aria-hidden />
        {t('from.operator')}
      </p>
      <div className={styles.bubble}>{text}</div>
      <span className={styles.delivery}>
        <Clock aria-hidden />
        {t('reply.onItsWay')}
      </span>
    </article>
  );
}

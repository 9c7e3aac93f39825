import { Bot, Check, CircleAlert, CircleHelp, Clock, Headset, Paperclip, UserRound } from 'lucide-react';
import { usePreferences } from '../app/preferences.ts';
import { clock } from '../app/times.ts';
import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import { AutoReplyButton } from './AutoReplyButton.tsx';
import type { ConversationItem, Delivery } from './conversationItems.ts';
import styles from './ConversationView.module.css';
import type { Conversation } from './useConversation.ts';

type Message = Extract<ConversationItem, { type: 'message' }>;

const SENDERS = { customer: UserRound, bot: Bot, operator: Headset };

export interface MessageBubbleProps {
  readonly message: Message;
  readonly conversation: Pick<Conversation, 'session' | 'bot'>;
}

export function MessageBubble({ message, conversation }: MessageBubbleProps) {
  const t = useCopy('live');
  const language = usePreferences((state) => state.language);
  const Icon = SENDERS[message.from];
  const attachments = message.from === 'operator' ? [] : message.attachments;
  const delivery = message.from === 'bot' ? message.delivery : null;
  const name = message.from === 'operator' && message.name !== null ? ` ${message.name}` : '';
  return (
    <article className={classes(styles.message, styles[message.from])} data-from={message.from} data-item={message.key}>
      <p className={styles.sender}>
        <Icon aria-hidden />
        {t(`from.${message.from}`)}
        {name}
        {` · ${clock(message.at, language)}`}
        {delivery?.state === 'sent' && <Check role="img" aria-label={t('delivery.sent')} />}
      </p>
      <div className={styles.bubble}>
        {message.text}
        {attachments.map((attachment, index) => (
          <span key={index} className={styles.attachment}>
            <Paperclip size={14} role="img" aria-label={t('attachment')} /> {attachment}
          </span>
        ))}
      </div>
      {message.from === 'operator' && message.took && (
        <AutoReplyButton conversation={conversation} text={message.text} />
      )}
      {delivery !== null && delivery.state !== 'sent' && <DeliveryMark delivery={delivery} />}
    </article>
  );
}

const MARKS = {
  ready: Clock,
  sending: Clock,
  sent: Check,
  unknown: CircleHelp,
  cancelled: CircleAlert,
  dead: CircleAlert,
};

function DeliveryMark({ delivery }: { readonly delivery: Delivery }) {
  const t = useCopy('live');
  const Icon = MARKS[delivery.state];
  return (
    <span
      className={classes(styles.delivery, delivery.state === 'dead' && styles.trouble)}
      title={delivery.reason ?? undefined}
      data-delivery={delivery.state}
    >
      <Icon aria-hidden />
      {t(`delivery.${delivery.state}`, { attempts: delivery.attempts })}
    </span>
  );
}

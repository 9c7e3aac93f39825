import { CircleAlert, Headset, SendHorizontal } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { LiveSession } from '../../engine/protocol/liveViews.ts';
import { useEngine } from '../app/engine.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { announce } from '../editor/announcer.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { keepDraft, NO_REPLY, useReplies } from './replies.ts';
import styles from './ReplyBox.module.css';

interface ReplyBoxProps {
  readonly session: LiveSession;
  /** Value: it went out. */
  readonly onSend: (text: string) => Promise<boolean>;
}

const MOST_LINES = 6;
/** It may have arrived all the same: sent again unseen it would be there twice. */
const UNSURE: ReadonlySet<Fault['code']> = new Set(['timeout', 'upstreamDown', 'engineGone', 'badReply', 'internal']);

/** Where a person answers the customer. While the bot leads there is nothing to type into: two would talk at once. */
export function ReplyBox({ session, onSend }: ReplyBoxProps) {
  const t = useCopy('live');
  const { lead, owner } = session;
  const { draft: text, isSending: busy, fault } = useReplies((state) => state[lead] ?? NO_REPLY);
  const isLinked = useEngine((state) => state.link === 'open');
  const language = usePreferences((state) => state.language);
  const words = text.trim();
  const isReady = words !== '' && !busy && isLinked;

  async function send(): Promise<void> {
    if (isReady && (await onSend(words))) announce(t('reply.sent'));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void send();
  }

  if (owner === 'bot')
    return (
      <p className={styles.closed} data-testid="reply-closed">
        <Headset size={14} aria-hidden />
        {t('reply.closed')}
      </p>
    );
  return (
    <div className={styles.foot}>
      {fault !== null && (
        <p className={styles.fault} role="alert">
          <CircleAlert size={14} aria-hidden />
          {UNSURE.has(fault.code) ? t('reply.unsure') : t('reply.failed', { why: faultWords(fault, language).what })}
        </p>
      )}
      <div className={styles.box}>
        <TextArea
          value={text}
          rows={1}
          maxLines={MOST_LINES}
          maxLength={LIMITS.messageCharacters}
          readOnly={busy}
          className={styles.input}
          placeholder={t('reply.placeholder')}
          aria-label={t('reply.placeholder')}
          data-testid="reply-text"
          onChange={(next) => keepDraft(lead, next)}
          onKeyDown={onKeyDown}
        />
        <IconButton
          variant={isReady ? 'primary' : 'ghost'}
          label={t('reply.send')}
          shortcut="Enter"
          icon={<SendHorizontal />}
          disabled={!isReady}
          onClick={() => void send()}
          data-testid="reply-send"
        />
      </div>
    </div>
  );
}

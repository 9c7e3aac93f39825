import { MessageCircleReply } from 'lucide-react';
import { useState } from 'react';
import { showFault } from '../app/showFault.ts';
import { call } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { toast } from '../ui/toast.ts';
import { addAutoReply } from './addAutoReply.ts';
import type { Conversation } from './useConversation.ts';

export interface AutoReplyButtonProps {
  readonly conversation: Pick<Conversation, 'session' | 'bot'>;
  readonly text: string;
}

/** «That was no person»: the text is listed as one that Umnico sends by itself, and the bot gets the conversation back. */
export function AutoReplyButton({ conversation, text }: AutoReplyButtonProps) {
  const t = useCopy('live');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const { session, bot } = conversation;

  async function list(): Promise<void> {
    setBusy(true);
    const added = await addAutoReply(bot.id, text);
    const stillTaken = session.owner === 'human' && session.reason === 'managerWrote';
    const back = added.ok && stillTaken ? await call('live.setOwner', { lead: session.lead, owner: 'bot' }) : added;
    setBusy(false);
    setAsking(false);
    if (!back.ok) showFault(back.fault);
    else toast(t('autoReply.listed'), { tone: 'success' });
  }

  return (
    <>
      <Button size="dense" variant="ghost" icon={<MessageCircleReply aria-hidden />} onClick={() => setAsking(true)}>
        {t('autoReply.button')}
      </Button>
      {asking && (
        <ConfirmDialog
          open
          title={t('autoReply.title')}
          description={
            <>
              <q>{text}</q> {t('autoReply.text')}
            </>
          }
          confirm={t('autoReply.confirm')}
          busy={busy}
          onConfirm={() => void list()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

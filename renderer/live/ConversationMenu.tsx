import { Ellipsis, History, ListPlus, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { showFault } from '../app/showFault.ts';
import { NameCheckDialog } from '../checks/NameCheckDialog.tsx';
import { suggestName } from '../checks/suggestName.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { toast } from '../ui/toast.ts';
import { addLiveCheck } from './addLiveCheck.ts';
import { ReplayDialog } from './ReplayDialog.tsx';
import { RestartDialog } from './RestartDialog.tsx';
import type { Conversation } from './useConversation.ts';

/** What can be made of a conversation besides answering it: a new beginning, a check of the bot, a replay on the draft. */
export function ConversationMenu({ conversation }: { readonly conversation: Conversation }) {
  const t = useCopy('checks');
  const live = useCopy('live');
  const [dialog, setDialog] = useState<'check' | 'replay' | 'restart' | null>(null);
  const { lead } = conversation.session;
  const close = (): void => setDialog(null);

  async function keep(name: string): Promise<void> {
    close();
    const added = await addLiveCheck(lead, name);
    if (!added.ok) showFault(added.fault);
    else if (added.value === null) toast(t('nothingSaid'));
    else toast(t('keptIn', { name, bot: added.value }), { tone: 'success' });
  }

  return (
    <>
      <Menu
        trigger={<Button variant="ghost" aria-label={live('more')} icon={<Ellipsis />} data-testid="conv-more" />}
        groups={[
          [
            {
              id: 'restart',
              label: live('restart.button'),
              icon: <RotateCcw size={15} />,
              onSelect: () => setDialog('restart'),
            },
          ],
          [
            { id: 'check', label: t('make'), icon: <ListPlus size={15} />, onSelect: () => setDialog('check') },
            { id: 'replay', label: t('replay'), icon: <History size={15} />, onSelect: () => setDialog('replay') },
          ],
        ]}
      />
      {dialog === 'check' && (
        <NameCheckDialog
          suggested={suggestName(saidIn(conversation))}
          onClose={close}
          onName={(name) => void keep(name)}
        />
      )}
      {dialog === 'restart' && <RestartDialog session={conversation.session} onClose={close} />}
      {dialog === 'replay' && <ReplayDialog lead={lead} onClose={close} />}
    </>
  );
}

function saidIn({ turns }: Conversation): string[] {
  return turns.flatMap(({ event }) => (event.type === 'message' ? [event.text] : []));
}

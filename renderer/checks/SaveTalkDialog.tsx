import { checkFromTalk } from '../../engine/check/checkFromTalk.ts';
import type { Conversation } from '../../engine/check/conversation.ts';
import { useCopy } from '../copy/useCopy.ts';
import { newId } from '../editor/newId.ts';
import { useEditor } from '../editor/store.ts';
import { toast } from '../ui/toast.ts';
import { NameCheckDialog } from './NameCheckDialog.tsx';
import { suggestName } from './suggestName.ts';

/** The conversation of the test chat becomes a check of the bot on screen. */
export function SaveTalkDialog({ talk, onClose }: { readonly talk: Conversation; readonly onClose: () => void }) {
  const t = useCopy('checks');

  function save(name: string): void {
    const { bot, run } = useEditor.getState();
    const id = newId('check', (taken) => bot.checks?.some((check) => check.id === taken) === true);
    run('addCheck', { check: checkFromTalk(talk, { id, name }) });
    toast(t('kept', { name }), { tone: 'success' });
    onClose();
  }

  const said = talk.items.flatMap((item) => (item.from === 'customer' ? [item.text] : []));
  return <NameCheckDialog suggested={suggestName(said)} onClose={onClose} onName={save} />;
}

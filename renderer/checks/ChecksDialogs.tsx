import { useEffect } from 'react';
import { useEditor } from '../editor/store.ts';
import { useSimulator } from '../simulator/store.ts';
import { ChecksDialog } from './ChecksDialog.tsx';
import { forgetChecks, openChecks, useChecks } from './checksStore.ts';
import { SaveTalkDialog } from './SaveTalkDialog.tsx';

/** The dialogs about checks, wherever they were called from. */
export function ChecksDialogs() {
  const open = useChecks((state) => state.open);
  const talk = useSimulator((state) => state.conversation);
  const bot = useEditor((state) => state.bot.id);
  useEffect(() => forgetChecks, [bot]);
  if (open === 'list') return <ChecksDialog onClose={() => openChecks(null)} />;
  if (open === 'save' && talk !== null) return <SaveTalkDialog talk={talk} onClose={() => openChecks(null)} />;
  return null;
}

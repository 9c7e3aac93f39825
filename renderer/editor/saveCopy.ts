import type { Fault } from '../../engine/model/fault.ts';
import { navigate } from '../app/route.ts';
import { copyOf } from '../copy/i18n.ts';
import { toast } from '../ui/toast.ts';
import type { OpenDraft } from './openDraft.ts';
import { useEditor } from './store.ts';

/** Ours becomes another bot, and this window takes what is stored. Value: why not. */
export async function saveCopy(draft: OpenDraft): Promise<Fault | null> {
  const t = copyOf('editor');
  const name = t('copyName', { name: useEditor.getState().bot.name });
  const made = await draft.saveCopy(name);
  if (!made.ok) return made.fault;
  const fault = await draft.loadTheirs();
  if (fault) return fault;
  const run = (): void => navigate({ screen: 'flow', bot: made.value.id });
  toast(t('copySaved', { name }), { tone: 'success', ms: 10_000, action: { label: t('openCopy'), run } });
  return null;
}

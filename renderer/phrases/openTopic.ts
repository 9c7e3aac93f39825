import { navigate } from '../app/route.ts';
import { useEditor } from '../editor/store.ts';

/** Shows a topic of the open bot; walking the list (`replace`) leaves no trail of steps for Back. */
export function openTopic(topic: string | null, how: 'push' | 'replace' = 'push'): void {
  const bot = useEditor.getState().bot.id;
  navigate({ screen: 'phrases', bot, ...(topic !== null && { topic }) }, how);
}

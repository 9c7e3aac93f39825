import { showFault } from '../app/showFault.ts';
import { copyOf } from '../copy/i18n.ts';
import { useEditor } from '../editor/store.ts';
import { stepBack } from '../editor/stepWords.ts';
import { toast } from '../ui/toast.ts';
import { loadVersion } from './loadVersion.ts';
import { onCanvas } from './onCanvas.ts';
import { compareWith, type Version } from './publishState.ts';

/** Puts a version of a bot on its canvas, to look at. */
export async function lookAtVersion(of: string, version: Version): Promise<void> {
  const loaded = await loadVersion(version.id);
  if (!loaded.ok) {
    showFault(loaded.fault);
    return;
  }
  compareWith(null);
  const { number, note, publishedAt } = version;
  onCanvas(of, () => useEditor.getState().view({ number, note, publishedAt }, loaded.value));
}

/** The draft becomes what is on screen. */
export function restoreViewed(): void {
  const t = copyOf('versions');
  const { viewing, bot, leaveView } = useEditor.getState();
  if (viewing === null) return;
  const { number } = viewing.version;
  leaveView();
  if (!useEditor.getState().run('restoreVersion', { number, version: bot })) {
    toast(t('view.same', { number }));
    return;
  }
  toast(t('view.restored', { number }), {
    tone: 'success',
    ms: 7_000,
    action: { label: t('view.undo'), run: () => stepBack('undo') },
  });
}

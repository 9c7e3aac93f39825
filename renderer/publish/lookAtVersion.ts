import type { Place } from '../../engine/model/state.ts';
import { showFault } from '../app/showFault.ts';
import { copyOf } from '../copy/i18n.ts';
import { useEditor } from '../editor/store.ts';
import { stepBack } from '../editor/stepWords.ts';
import { toast } from '../ui/toast.ts';
import { loadVersion } from './loadVersion.ts';
import { onCanvas } from './onCanvas.ts';
import { compareWith, type Version } from './publishState.ts';

/** Puts a version of a bot on its canvas, to look at. */
export function lookAtVersion(of: string, version: Version): Promise<void> {
  return showVersionPlace(of, version, null);
}

/** The same with a block of it in the middle: where a conversation that is pinned to this version stands. */
export async function showVersionPlace(
  of: string,
  version: Omit<Version, 'audience'>,
  place: Place | null,
): Promise<void> {
  const loaded = await loadVersion(version.id);
  if (!loaded.ok) {
    showFault(loaded.fault);
    return;
  }
  compareWith(null);
  const { number, note, publishedAt } = version;
  onCanvas(of, () => {
    const editor = useEditor.getState();
    editor.view({ number, note, publishedAt }, loaded.value);
    if (place !== null) editor.goTo(place.flow, place.node);
  });
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

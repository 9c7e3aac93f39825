import { useEditor } from '../editor/store.ts';
import { onCanvas } from './onCanvas.ts';
import { closePublish, compareWith, type Comparing } from './publishState.ts';

/** What differs from a version is marked on the canvas of the draft; the dialog makes room for it. */
export function showChanges(bot: string, { id, number }: Omit<Comparing, 'bot'>): void {
  closePublish();
  onCanvas(bot, () => {
    useEditor.getState().leaveView();
    compareWith({ bot, id, number });
  });
}

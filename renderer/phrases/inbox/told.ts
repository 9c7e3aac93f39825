import { copyOf } from '../../copy/i18n.ts';
import { announce } from '../../editor/announcer.ts';
import { stepBack } from '../../editor/stepWords.ts';
import { useEditor } from '../../editor/store.ts';
import { toast } from '../../ui/toast.ts';

let takeAway = (): void => undefined;

/** Says what was done, with the way back. Who sorts quickly sees the last word only. */
export function tell(text: string, undo: () => void): void {
  takeAway();
  takeAway = toast(text, { action: { label: copyOf('inbox')('undo'), run: undo } });
  announce(text);
}

/** Says what the last step did, with a button that takes back this step and no other. */
export function tellStep(text: string): void {
  const step = useEditor.getState().history.past.at(-1)?.id;
  tell(text, () => {
    if (useEditor.getState().history.past.at(-1)?.id === step) stepBack('undo');
  });
}

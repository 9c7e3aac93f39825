import { copyOf } from '../copy/i18n.ts';
import { announce } from './announcer.ts';
import { stepBack } from './stepWords.ts';
import { useEditor } from './store.ts';
import { toast } from '../ui/toast.ts';

/** Says what was just done, with a button that takes back this step and no other. */
export function undoToast(text: string): void {
  const step = useEditor.getState().history.past.at(-1)?.id;
  toast(text, {
    action: {
      label: copyOf('editor')('undo'),
      run() {
        if (useEditor.getState().history.past.at(-1)?.id === step) stepBack('undo');
      },
    },
  });
  announce(text);
}

import { fail, ok, type Result } from '../../engine/model/result.ts';
import { useEditor } from '../editor/store.ts';

/** The autosave is on its way half a second after the last change; this waits for its word. */
export function whenSaved(bot: string): Promise<Result<null>> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    function look(): boolean {
      const { isOpen, bot: open, saveState } = useEditor.getState();
      if (!isOpen || open.id !== bot || saveState.kind === 'saved') resolve(ok(null));
      else if (saveState.kind === 'failed') resolve(fail(saveState.fault));
      else if (saveState.kind === 'changedElsewhere') {
        resolve(fail({ code: 'changedElsewhere', revision: saveState.revision }));
      } else if (saveState.kind === 'gone') resolve(fail({ code: 'notFound', what: 'bot', id: bot }));
      else return false;
      stop?.();
      return true;
    }
    if (!look()) stop = useEditor.subscribe(look);
  });
}

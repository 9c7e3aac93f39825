import { Redo2, Undo2 } from 'lucide-react';
import { useKeyOf } from '../actions/actionKeys.ts';
import { useCopy } from '../copy/useCopy.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { stepBack, stepWords } from './stepWords.ts';
import { canRedo, canUndo, redoLabel, undoLabel, useEditor } from './store.ts';

/** Undo and redo, each with the name of its step. */
export function UndoButtons() {
  const t = useCopy('editor');
  const undo = useEditor(undoLabel);
  const redo = useEditor(redoLabel);
  const mayUndo = useEditor(canUndo);
  const mayRedo = useEditor(canRedo);
  return (
    <>
      <IconButton
        label={undo ? t('undoStep', { step: stepWords(undo, t) }) : t('undo')}
        shortcut={useKeyOf('undo')}
        variant="secondary"
        data-testid="undo"
        icon={<Undo2 size={16} aria-hidden />}
        disabled={!mayUndo}
        onClick={() => stepBack('undo')}
      />
      <IconButton
        label={redo ? t('redoStep', { step: stepWords(redo, t) }) : t('redo')}
        shortcut={useKeyOf('redo')}
        variant="secondary"
        data-testid="redo"
        icon={<Redo2 size={16} aria-hidden />}
        disabled={!mayRedo}
        onClick={() => stepBack('redo')}
      />
    </>
  );
}

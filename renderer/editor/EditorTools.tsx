import { Play, Redo2, Undo2 } from 'lucide-react';
import { useKeyOf } from '../actions/actionKeys.ts';
import { TopBarSlot } from '../app/TopBarSlot.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { stepBack, stepWords } from './stepWords.ts';
import { canRedo, canUndo, redoLabel, undoLabel, useEditor } from './store.ts';

/** Undo, redo and the test, at the right of the top bar. */
export function EditorTools() {
  const t = useCopy('editor');
  const undo = useEditor(undoLabel);
  const redo = useEditor(redoLabel);
  const mayUndo = useEditor(canUndo);
  const mayRedo = useEditor(canRedo);
  return (
    <TopBarSlot place="actions">
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
      <Tooltip label={t('test')} shortcut={useKeyOf('test')}>
        <Button icon={<Play size={16} aria-hidden />} data-testid="test" onClick={() => useEditor.getState().test()}>
          {t('test')}
        </Button>
      </Tooltip>
    </TopBarSlot>
  );
}

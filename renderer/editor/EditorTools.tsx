import { Play } from 'lucide-react';
import { useKeyOf } from '../actions/actionKeys.ts';
import { TopBarSlot } from '../app/TopBarSlot.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { useEditor } from './store.ts';
import { UndoButtons } from './UndoButtons.tsx';

/** Undo, redo and the test, at the right of the top bar. */
export function EditorTools() {
  const t = useCopy('editor');
  return (
    <TopBarSlot place="actions">
      <UndoButtons />
      <Tooltip label={t('test')} shortcut={useKeyOf('test')}>
        <Button icon={<Play size={16} aria-hidden />} data-testid="test" onClick={() => useEditor.getState().test()}>
          {t('test')}
        </Button>
      </Tooltip>
    </TopBarSlot>
  );
}

import { useState } from 'react';
import type { BotFlow } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useEditor } from './store.ts';

export interface RenameFlowDialogProps {
  readonly flow: BotFlow;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RenameFlowDialog({ flow, open, onClose }: RenameFlowDialogProps) {
  const t = useCopy('editor');
  const [name, setName] = useState(flow.name);

  function save(): void {
    useEditor.getState().run('renameFlow', { flow: flow.id, name });
    useEditor.getState().flush();
    onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('renameFlowTitle')}
      width={400}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" disabled={name.trim() === ''} onClick={save}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save();
        }}
      >
        <Field label={t('name')}>
          <TextInput value={name} onChange={setName} maxLength={60} autoFocus />
        </Field>
      </form>
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, and what it can't undo. */
  readonly description: ReactNode;
  /** A verb, never «OK». */
  readonly confirm: string;
  readonly cancel?: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, description, confirm, cancel, danger = false, busy = false, onConfirm, onClose } = props;
  const t = useCopy('ui');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      width={440}
      footer={
        <>
          <Button onClick={onClose}>{cancel ?? t('cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm} data-autofocus>
            {confirm}
          </Button>
        </>
      }
    />
  );
}

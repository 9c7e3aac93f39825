import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { holdPage } from './holdPage.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One sentence under the title. */
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly width?: number;
}

/**
 * A window over the page. The page below is `inert` while it is open (focus and screen readers stay here): Radix's modal
 * mode does the same with a style element, which the content security policy forbids.
 */
export function Dialog({ open, onClose, title, description, children, footer, width = 480 }: DialogProps) {
  const t = useCopy('ui');
  const opener = useRef<Element | null>(null);

  useEffect(() => {
    if (!open) return undefined;
    return holdPage();
  }, [open]);

  return (
    <Radix.Root open={open} modal={false} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <div className={styles.scrim} onPointerDown={(event) => event.target === event.currentTarget && onClose()}>
          <Radix.Content
            className={styles.dialog}
            style={{ width }}
            aria-modal="true"
            {...(description === undefined && { 'aria-describedby': undefined })}
            onInteractOutside={(event) => event.preventDefault()}
            onOpenAutoFocus={(event) => {
              event.preventDefault();
              opener.current = document.activeElement;
              if (event.currentTarget instanceof HTMLElement) focusFirst(event.currentTarget);
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              if (opener.current instanceof HTMLElement) opener.current.focus();
            }}
          >
            <header className={styles.head}>
              <div className={styles.titles}>
                <Radix.Title className={styles.title}>{title}</Radix.Title>
                {description !== undefined && (
                  <Radix.Description className={styles.description}>{description}</Radix.Description>
                )}
              </div>
              <IconButton label={t('close')} icon={<X aria-hidden />} size="dense" onClick={onClose} />
            </header>
            {children !== undefined && (
              <div className={styles.body} data-dialog-body>
                {children}
              </div>
            )}
            {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Not the cross, which would only show its tooltip: the button marked for it, the first control of the body, or the dialog. */
function focusFirst(dialog: HTMLElement): void {
  const first =
    dialog.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)') ??
    dialog.querySelector<HTMLElement>('[data-dialog-body] :is(button, input, textarea, a[href]):not(:disabled)');
  // What is focused to be scrolled begins at its beginning.
  (first ?? dialog).focus({ preventScroll: first?.dataset['scrolled'] !== undefined });
}

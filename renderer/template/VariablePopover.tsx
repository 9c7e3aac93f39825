import { Popover } from 'radix-ui';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import styles from './Chips.module.css';
import type { VariableSlot } from './useVariableSlot.ts';
import { VariableList } from './VariableList.tsx';

export interface VariablePopoverProps {
  readonly slot: VariableSlot;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** The field, below which the list opens. */
  readonly children: ReactElement;
  /** What else the list offers, before the variables. */
  readonly before?: ReactNode;
}

/** The list of variables under the field that asked for it. */
export function VariablePopover({ slot, area, children, before }: VariablePopoverProps) {
  const t = useCopy('inspector');
  return (
    <Popover.Root open={slot.isOpen} onOpenChange={(next) => !next && slot.close()}>
      <Popover.Anchor asChild>{children}</Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          aria-label={t('insertVariable')}
          className={styles.popover}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onKeyDown={(event) => event.stopPropagation()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            area.current?.focus();
          }}
        >
          <VariableList onChoose={slot.insert} onPlain={slot.insertPlain} before={before} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

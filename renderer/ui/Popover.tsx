import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './Popover.module.css';

interface PopoverProps {
  /** One focusable element with a name: the button that opens it. */
  readonly trigger: ReactElement;
  readonly title: string;
  readonly children: ReactNode;
  readonly width?: number;
  readonly align?: 'start' | 'center' | 'end';
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A card beside its button: for a few fields or an explanation, not for work that needs the whole attention (Dialog). */
export function Popover({ trigger, title, children, width = 300, align = 'end', open, onOpenChange }: PopoverProps) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.card}
          style={{ width }}
          align={align}
          side="bottom"
          sideOffset={6}
          collisionPadding={12}
          aria-label={title}
        >
          <h4 className={styles.title}>{title}</h4>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

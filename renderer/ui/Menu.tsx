import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  readonly danger?: boolean;
  readonly checked?: boolean;
  /** Disabled, and why: an item that can't be used always says so. */
  readonly reason?: string | undefined;
}

export interface MenuProps {
  /** One focusable element with a name: the button that opens the menu. */
  readonly trigger: ReactElement;
  /** Groups, with a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
  readonly align?: 'start' | 'end';
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** Opened by something else than its button, which then hears of its closing. */
  readonly open?: true;
  readonly onClose?: () => void;
  /** What takes the keyboard when it closes; the button by itself. */
  readonly backTo?: () => HTMLElement | null;
}

export function Menu({ trigger, groups, align = 'end', side = 'bottom', open, onClose, backTo }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} {...(open && { open, onOpenChange: (next) => !next && onClose?.() })}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={styles.menu}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          loop
          {...(backTo && {
            onCloseAutoFocus(event) {
              event.preventDefault();
              // What was chosen may have taken the keyboard elsewhere already.
              if (document.activeElement === document.body) backTo()?.focus();
            },
          })}
        >
          {groups
            .filter((group) => group.length > 0)
            .map((group, index) => (
              <Fragment key={group[0]?.id}>
                {index > 0 && <DropdownMenu.Separator className={styles.line} />}
                {group.map((item) => (
                  <DropdownMenu.Item
                    key={item.id}
                    className={classes(styles.item, item.danger && styles.danger)}
                    disabled={item.reason !== undefined}
                    onSelect={item.onSelect}
                  >
                    <span className={styles.icon}>{item.icon}</span>
                    <span className={styles.words}>
                      {item.label}
                      {item.reason !== undefined && <span className={styles.reason}>{item.reason}</span>}
                    </span>
                    {item.checked === true && <Check size={14} aria-hidden />}
                    {item.shortcut !== undefined && <Kbd keys={item.shortcut} />}
                  </DropdownMenu.Item>
                ))}
              </Fragment>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

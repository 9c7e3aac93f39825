import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import styles from './Button.module.css';
import { Spinner } from './Spinner.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  readonly size?: 'normal' | 'dense' | 'large';
  readonly icon?: ReactNode;
  /** Keeps its place and its width, shows that work is under way, and can't be pressed twice. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** Neither the click nor the form it would send. */
function refuse(event: MouseEvent): void {
  event.preventDefault();
}

export function Button(props: ButtonProps) {
  const {
    variant = 'secondary',
    size = 'normal',
    icon,
    busy = false,
    className,
    children,
    type,
    onClick,
    'aria-disabled': refused,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      // Not `disabled`: the browser would take the keyboard away from it, and leave it nowhere.
      aria-disabled={busy || refused || undefined}
      data-refused={refused || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? refuse : onClick}
      className={classes(styles.button, styles[variant], styles[size], className)}
    >
      {busy ? <Spinner /> : icon}
      {children !== undefined && <span className={styles.label}>{children}</span>}
    </button>
  );
}

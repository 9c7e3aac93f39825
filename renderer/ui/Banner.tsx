import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Banner.module.css';

export interface BannerProps {
  readonly tone: 'info' | 'success' | 'warning' | 'danger';
  readonly children: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
  /** `page` fills the width of the window, `card` sits inside a screen. */
  readonly shape?: 'page' | 'card';
  /** Interrupts a screen reader: only for a stopped bot, a failed save, a customer who waits. */
  readonly assertive?: boolean;
}

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

export function Banner({ tone, children, action, shape = 'card', assertive = false }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div className={classes(styles.banner, styles[tone], styles[shape])} role={assertive ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden className={styles.icon} />
      <div className={styles.words}>{children}</div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}

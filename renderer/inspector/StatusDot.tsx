import { Bot, CircleDot, CircleStop, Headset } from 'lucide-react';
import type { StatusRole } from '../../engine/model/definitions.ts';
import styles from './StatusDot.module.css';

const ICONS = { bot: Bot, operator: Headset, closed: CircleStop, none: CircleDot } satisfies Record<
  StatusRole,
  typeof Bot
>;

/** Who talks in a status, as a picture; the word stands beside it. */
export function StatusDot({ role }: { readonly role: StatusRole }) {
  const Icon = ICONS[role];
  return <Icon size={14} aria-hidden className={styles[role]} />;
}

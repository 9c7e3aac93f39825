import { ChevronRight, Trash2 } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './ItemFold.module.css';

interface ItemFoldProps {
  readonly title: string;
  readonly aside: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly removeLabel: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One of a list of things with fields of their own; one is open at a time. */
export function ItemFold({ title, aside, open, onToggle, removeLabel, onRemove, children }: ItemFoldProps) {
  const id = useId();
  return (
    <li className={styles.item} data-open={open || undefined}>
      <div className={styles.head}>
        <button type="button" className={styles.toggle} aria-expanded={open} aria-controls={id} onClick={onToggle}>
          <ChevronRight size={14} aria-hidden className={styles.chevron} />
          <span className={styles.title}>{title}</span>
          {aside}
        </button>
        <IconButton size="dense" label={removeLabel} icon={<Trash2 />} onClick={onRemove} />
      </div>
      {open && (
        <div id={id} className={styles.body}>
          {children}
        </div>
      )}
    </li>
  );
}

import { CirclePlus, PencilLine } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import type { ChangeMark } from '../editor/marksOf.ts';
import styles from './ChangeBadge.module.css';

const ICONS = { added: CirclePlus, changed: PencilLine };

/** Says in a picture and a word what the colour of a card or a connection means while versions are compared. */
export function ChangeBadge({ mark, of }: { readonly mark: ChangeMark; readonly of: 'block' | 'link' }) {
  const t = useCopy('versions');
  const Icon = ICONS[mark];
  return (
    <span className={styles.badge} data-mark={mark} data-of={of} data-testid={`change-${of}-${mark}`}>
      <Icon size={12} aria-hidden />
      {t(`mark.${of}.${mark}`)}
    </span>
  );
}

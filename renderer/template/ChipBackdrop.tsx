import { Fragment, type RefObject, useLayoutEffect, useRef } from 'react';
import styles from './Chips.module.css';
import { slotsOf } from './slots.ts';

export interface ChipBackdropProps {
  readonly text: string;
  /** The field it stands behind, whose letters are see-through. */
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** Gives it the same box and font as the field. */
  readonly className: string;
}

/** The letters of a field, with its variables as chips. The field above keeps the caret, undo and spelling of the system. */
export function ChipBackdrop({ text, area, className }: ChipBackdropProps) {
  const back = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const field = area.current;
    const own = back.current;
    if (!field || !own) return undefined;
    const follow = (): void => {
      // A scroll bar takes room from the lines of the field alone.
      own.style.width = `${String(field.clientWidth + own.offsetWidth - own.clientWidth)}px`;
      own.scrollTop = field.scrollTop;
    };
    follow();
    field.addEventListener('scroll', follow);
    const sizes = new ResizeObserver(follow);
    sizes.observe(field);
    return () => {
      field.removeEventListener('scroll', follow);
      sizes.disconnect();
    };
  }, [area]);

  // What was typed may have scrolled the field without telling.
  useLayoutEffect(() => {
    if (area.current && back.current) back.current.scrollTop = area.current.scrollTop;
  }, [area, text]);

  const slots = slotsOf(text);
  return (
    <div ref={back} aria-hidden className={`${styles.backdrop ?? ''} ${className}`}>
      {slots.map(({ from, to }, at) => (
        <Fragment key={from}>
          {text.slice(slots[at - 1]?.to ?? 0, from)}
          <span className={styles.chip}>
            <span className={styles.brace}>{'{{'}</span>
            {text.slice(from + 2, to - 2)}
            <span className={styles.brace}>{'}}'}</span>
          </span>
        </Fragment>
      ))}
      {text.slice(slots.at(-1)?.to ?? 0)}
      {/* A last empty line has height in a field, and none here without a sign on it. */}
      {'\u200B'}
    </div>
  );
}

import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import { dropToast, type ToastItem, useToasts } from './toast.ts';
import styles from './Toaster.module.css';

/** Where toasts appear: once, in the app frame. */
export function Toaster() {
  const items = useToasts((state) => state.items);
  const t = useCopy('ui');
  const place = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const look = (): void => {
      if (place.current !== null) settle(place.current);
    };
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [items]);

  return (
    <section ref={place} className={styles.place} data-toasts aria-label={t('notifications')} aria-live="polite">
      {items.map((item) => (
        <Toast key={item.id} item={item} />
      ))}
    </section>
  );
}

/** Into the top bar; if it would lie on words or buttons there, below it and over the middle of the screen, not over the dock. */
function settle(place: HTMLElement): void {
  place.removeAttribute('data-below');
  // Of the screen it was settled on before, which may have been another.
  place.style.removeProperty('--middle');
  place.style.removeProperty('--room');
  if (!coversBar(place)) return;
  const screen = document.querySelector('[data-region="canvas"]')?.getBoundingClientRect();
  if (screen !== undefined) {
    place.style.setProperty('--middle', `${String(screen.left + screen.width / 2)}px`);
    place.style.setProperty('--room', `${String(screen.width)}px`);
  }
  place.setAttribute('data-below', '');
}

function coversBar(place: HTMLElement): boolean {
  const { left, right } = place.getBoundingClientRect();
  const parts = [...document.querySelectorAll('[data-region="topbar"] *')].filter(
    (part) => part.childElementCount === 0,
  );
  return parts.some((part) => {
    const at = part.getBoundingClientRect();
    return at.width > 0 && at.right > left && at.left < right;
  });
}

function Toast({ item }: { readonly item: ToastItem }) {
  const t = useCopy('ui');
  const [held, setHeld] = useState(false);
  const { id, action, secondAction, tone = 'plain', ms = 5_000 } = item;

  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dropToast(id), ms);
    return () => clearTimeout(timer);
  }, [held, id, ms]);

  return (
    <div
      className={classes(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {tone === 'success' && <CircleCheck size={16} aria-hidden />}
      {tone === 'danger' && <CircleAlert size={16} aria-hidden />}
      <p className={styles.text}>{item.text}</p>
      {[action, secondAction].map(
        (each) =>
          each !== undefined && (
            <Button
              key={each.label}
              variant="ghost"
              size="dense"
              className={styles.action}
              onClick={() => {
                dropToast(id, true);
                each.run();
              }}
            >
              {each.label}
            </Button>
          ),
      )}
      <IconButton size="dense" label={t('close')} icon={<X aria-hidden />} onClick={() => dropToast(id)} />
    </div>
  );
}

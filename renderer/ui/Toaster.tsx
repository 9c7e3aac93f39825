import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
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
  return (
    <section className={styles.place} data-toasts aria-label={t('notifications')} aria-live="polite">
      {items.map((item) => (
        <Toast key={item.id} item={item} />
      ))}
    </section>
  );
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

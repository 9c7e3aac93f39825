import styles from './TopBar.module.css';
import { TopBarSlot } from './TopBarSlot.tsx';

/** The name of a screen, at the left of the top bar and in the title of the window. */
export function PageTitle({ children }: { readonly children: string }) {
  return (
    <TopBarSlot place="title">
      <title>{`${children} · Dialogram`}</title>
      <h1 className={styles.heading}>{children}</h1>
    </TopBarSlot>
  );
}

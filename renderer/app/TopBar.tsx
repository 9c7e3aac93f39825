import { useCopy } from '../copy/useCopy.ts';
import { PublishButton } from '../publish/PublishButton.tsx';
import { useRoute } from './route.ts';
import styles from './TopBar.module.css';
import { setActionsPlace, setTitlePlace } from './topBarPlaces.ts';

/** Screens fill the left (title) and the right (actions) through TopBarSlot. Publish is always the last on the right. */
export function TopBar() {
  const t = useCopy('app');
  const route = useRoute((state) => state.route);
  return (
    <header className={styles.bar} data-region="topbar" aria-label={t('topBar')}>
      <div className={styles.title} ref={setTitlePlace} />
      <div className={styles.actions} ref={setActionsPlace} />
      {(route.screen === 'flow' || route.screen === 'phrases') && route.bot !== undefined && (
        <PublishButton bot={route.bot} />
      )}
    </header>
  );
}

import { Eye } from 'lucide-react';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './CanvasBar.module.css';
import { useCanvasFocus } from './useCanvasFocus.ts';
import { restoreViewed } from './lookAtVersion.ts';

/** Over the canvas while an older version is looked at (ux.md, 2.4). */
export function VersionBar() {
  const t = useCopy('versions');
  const language = usePreferences((state) => state.language);
  const version = useEditor((state) => state.viewing?.version);
  useCanvasFocus(version !== undefined);
  if (version === undefined) return null;
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(version.publishedAt);
  return (
    <section
      className={styles.bar}
      data-testid="version-bar"
      aria-label={t('view.title', { number: version.number, date })}
    >
      <Eye size={16} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{t('view.title', { number: version.number, date })}</p>
        <p className={styles.note}>{version.note === '' ? t('view.only') : version.note}</p>
      </div>
      <Tooltip label={t('view.restoreHint')}>
        <Button size="dense" variant="primary" data-testid="version-restore" onClick={restoreViewed}>
          {t('view.restore')}
        </Button>
      </Tooltip>
      <Button size="dense" data-testid="version-close" onClick={() => useEditor.getState().leaveView()}>
        {t('view.close')}
      </Button>
    </section>
  );
}

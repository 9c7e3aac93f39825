import { type LucideIcon, MessageCircleMore, Plug, Settings, Workflow } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { useEngine } from './engine.ts';
import styles from './Rail.module.css';
import { navigate, type Screen, useRoute } from './route.ts';

export type Section = Exclude<Screen, 'flow'>;
/** In the order of Ctrl+1, Ctrl+2… */
export const SECTIONS: readonly { readonly screen: Section; readonly icon: LucideIcon }[] = [
  { screen: 'flows', icon: Workflow },
  { screen: 'live', icon: MessageCircleMore },
  { screen: 'connections', icon: Plug },
  { screen: 'settings', icon: Settings },
];

export function Rail() {
  const t = useCopy('app');
  const route = useRoute((state) => state.route);
  const needsYou = useEngine((state) => state.status?.connection.state === 'failed');
  const here: Section = route.screen === 'flow' ? 'flows' : route.screen;
  return (
    <nav className={styles.rail} data-region="rail" aria-label={t('rail')}>
      {SECTIONS.map(({ screen, icon: Icon }, index) => (
        <Tooltip key={screen} label={t(screen)} shortcut={`Mod+${String(index + 1)}`} side="right">
          <button
            type="button"
            className={styles.entry}
            aria-current={here === screen ? 'page' : undefined}
            onClick={() => navigate({ screen })}
          >
            <span className={styles.icon}>
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              {screen === 'connections' && needsYou && <span className={styles.dot} />}
            </span>
            <span className={styles.label}>{t(screen)}</span>
          </button>
        </Tooltip>
      ))}
    </nav>
  );
}

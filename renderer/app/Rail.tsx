import { type LucideIcon, MessageCircleMore, MessageSquareQuote, Plug, Settings, Workflow } from 'lucide-react';
import { useKeys } from '../actions/actionKeys.ts';
import type { ActionId } from '../actions/actionTable.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { needYou } from '../live/needYou.ts';
import { useEngine } from './engine.ts';
import { goPhrases } from '../phrases/goPhrases.ts';
import styles from './Rail.module.css';
import { navigate, type Screen, useRoute } from './route.ts';

type Section = Exclude<Screen, 'flow' | 'welcome'>;
const SECTIONS: readonly { readonly screen: Section; readonly icon: LucideIcon; readonly action: ActionId }[] = [
  { screen: 'flows', icon: Workflow, action: 'goFlows' },
  { screen: 'phrases', icon: MessageSquareQuote, action: 'goPhrases' },
  { screen: 'live', icon: MessageCircleMore, action: 'goLive' },
  { screen: 'connections', icon: Plug, action: 'goConnections' },
  { screen: 'settings', icon: Settings, action: 'goSettings' },
];

export function Rail() {
  const t = useCopy('app');
  const route = useRoute((state) => state.route);
  const keys = useKeys();
  const isFailed = useEngine((state) => state.status?.connection.state === 'failed');
  const isLiveCalling = useEngine(({ status, sessions }) => {
    const { away, queued } = needYou(status?.queues);
    return away + queued > 0 || (sessions ?? []).some(({ waitingSince }) => waitingSince !== null);
  });
  const needsYou = (screen: Section) => (screen === 'connections' && isFailed) || (screen === 'live' && isLiveCalling);
  const here: Section = route.screen === 'flow' || route.screen === 'welcome' ? 'flows' : route.screen;
  return (
    <nav className={styles.rail} data-region="rail" aria-label={t('rail')}>
      {SECTIONS.map(({ screen, icon: Icon, action }) => (
        <Tooltip key={screen} label={t(screen)} shortcut={keys(action)} side="right">
          <button
            type="button"
            className={styles.entry}
            aria-current={here === screen ? 'page' : undefined}
            onClick={() => (screen === 'phrases' ? goPhrases() : navigate({ screen }))}
          >
            <span className={styles.icon}>
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              {needsYou(screen) && (
                <span role="img" aria-label={t('needsYou')} className={styles.dot} data-testid={`dot-${screen}`} />
              )}
            </span>
            <span className={styles.label}>{t(screen)}</span>
          </button>
        </Tooltip>
      ))}
    </nav>
  );
}

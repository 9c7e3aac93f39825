import { useEngine } from '../app/engine.ts';
import { PageTitle } from '../app/PageTitle.tsx';
import { type LiveView, navigate } from '../app/route.ts';
import { TopBarSlot } from '../app/TopBarSlot.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { Conversations } from './Conversations.tsx';
import styles from './LiveScreen.module.css';
import { needYou } from './needYou.ts';
import { AwayView } from './queues/AwayView.tsx';
import { QueuesView } from './queues/QueuesView.tsx';
import { StopBotButton } from './StopBotButton.tsx';

type View = LiveView | 'talks';

export interface LiveScreenProps {
  readonly lead: string | null;
  readonly view?: View;
}

/** The conversations as they are, what came while nobody was there, and the queues behind them. */
export function LiveScreen({ lead, view = 'talks' }: LiveScreenProps) {
  const t = useCopy('live');
  const words = useCopy('queues');
  const queues = useEngine((state) => state.status?.queues);
  const { away, queued } = needYou(queues);
  const count = (figure: number) => (figure > 0 ? { count: figure } : {});
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <TopBarSlot place="actions">
        <StopBotButton />
      </TopBarSlot>
      <Tabs<View>
        className={styles.views}
        label={words('tabs.label')}
        value={view}
        onChange={(next) => navigate({ screen: 'live', ...(next !== 'talks' && { view: next }) })}
        items={[
          { value: 'talks', label: words('tabs.talks'), testId: 'live-talks', content: <Conversations lead={lead} /> },
          {
            value: 'away',
            label: words('tabs.away'),
            testId: 'live-away',
            content: <AwayView />,
            ...count(away),
          },
          {
            value: 'queues',
            label: words('tabs.queues'),
            testId: 'live-queues',
            content: <QueuesView />,
            ...count(queued),
          },
        ]}
      />
    </>
  );
}

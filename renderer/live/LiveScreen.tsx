import { MessagesSquare } from 'lucide-react';
import { useEngine } from '../app/engine.ts';
import { PageTitle } from '../app/PageTitle.tsx';
import { TopBarSlot } from '../app/TopBarSlot.tsx';
import { Waiting } from '../app/Waiting.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ConversationList } from './ConversationList.tsx';
import { ConversationView } from './ConversationView.tsx';
import styles from './LiveScreen.module.css';
import { NobodyYet } from './NobodyYet.tsx';
import { StopBotButton } from './StopBotButton.tsx';

export function LiveScreen({ lead }: { readonly lead: string | null }) {
  const t = useCopy('live');
  const sessions = useEngine((state) => state.sessions);
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <TopBarSlot place="actions">
        <StopBotButton />
      </TopBarSlot>
      {sessions === null && <Waiting for="sessions" />}
      {sessions?.length === 0 && (
        <div className={styles.centre}>
          <NobodyYet />
        </div>
      )}
      {sessions !== null && sessions.length > 0 && (
        <div className={styles.columns}>
          <ConversationList sessions={sessions} chosen={lead} />
          {lead === null ? (
            <EmptyState icon={<MessagesSquare aria-hidden />} title={t('choose')}>
              {t('chooseText')}
            </EmptyState>
          ) : (
            <ConversationView key={lead} lead={lead} />
          )}
        </div>
      )}
    </>
  );
}

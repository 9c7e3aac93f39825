import { MessagesSquare } from 'lucide-react';
import { useEngine } from '../app/engine.ts';
import { Waiting } from '../app/Waiting.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ConversationList } from './ConversationList.tsx';
import { ConversationView } from './ConversationView.tsx';
import styles from './LiveScreen.module.css';
import { NobodyYet } from './NobodyYet.tsx';

/** The list and the conversation chosen in it. */
export function Conversations({ lead }: { readonly lead: string | null }) {
  const t = useCopy('live');
  const sessions = useEngine((state) => state.sessions);
  if (sessions === null) return <Waiting for="sessions" />;
  if (sessions.length === 0) {
    return (
      <div className={styles.centre}>
        <NobodyYet />
      </div>
    );
  }
  return (
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
  );
}

import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import { FaultBanner } from '../../app/FaultBanner.tsx';
import { Loading } from '../../app/Loading.tsx';
import { showVersionPlace } from '../../publish/lookAtVersion.ts';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { placeTitle } from '../placeTitle.ts';
import type { ConversationItem } from '../conversationItems.ts';
import type { Conversation } from '../useConversation.ts';
import { MiniCanvas } from './MiniCanvas.tsx';
import styles from './SideColumn.module.css';
import { SideFacts } from './SideFacts.tsx';
import { setSideOpen } from './sideOpen.ts';
import { Timeline } from './Timeline.tsx';
import { timelineEvents } from './timeline.ts';
import { useDetails } from './useDetails.ts';
import { VariableRow } from './VariableRow.tsx';

export interface SideColumnProps {
  readonly conversation: Conversation;
  readonly items: readonly ConversationItem[];
  /** To an item of the conversation. */
  readonly onGo: (key: string) => void;
}

/** What is known of a conversation beside its words: who leads it, where it stands, what it has learnt, what happened. */
export function SideColumn({ conversation, items, onGo }: SideColumnProps) {
  const t = useCopy('liveSide');
  const { session, bot } = conversation;
  const { details, fault } = useDetails(session);
  const events = useMemo(() => timelineEvents(items), [items]);
  const labels = new Map(bot.variables?.map(({ id, label }) => [id, label?.trim() ?? '']));
  const nameOf = (id: string): string => labels.get(id) || id;
  return (
    <aside className={styles.side} aria-label={t('title')} data-testid="conv-side">
      <header className={styles.head}>
        <h3>{t('title')}</h3>
        <IconButton size="dense" label={t('close')} icon={<X />} onClick={() => setSideOpen(false)} />
      </header>
      <SideFacts conversation={conversation} />
      {fault !== null && <FaultBanner fault={fault} />}
      {details === null && fault === null && <Loading />}
      {details !== null && (
        <>
          <section className={styles.part}>
            <h4>{t('block')}</h4>
            {details.place === null ? (
              <p className={styles.nothing}>{t('noBlock')}</p>
            ) : (
              <>
                <p className={styles.value} data-testid="conv-block">
                  {placeTitle(bot, `${details.place.flow}/${details.place.node}`)}
                </p>
                <MiniCanvas
                  bot={bot}
                  place={details.place}
                  onOpen={() => void showVersionPlace(details.bot, details.version, details.place)}
                />
              </>
            )}
          </section>
          <section className={styles.part}>
            <h4>{t('variables')}</h4>
            {details.variables.length === 0 ? (
              <p className={styles.nothing}>{t('noVariables')}</p>
            ) : (
              <dl>
                {details.variables.map(({ id, value }) => (
                  <VariableRow key={id} name={nameOf(id)} value={value} />
                ))}
              </dl>
            )}
          </section>
          <Words title={t('tags')} words={details.tags} />
          <Words title={t('goals')} words={details.goals} />
        </>
      )}
      <section className={styles.part}>
        <h4>{t('events')}</h4>
        <Timeline events={events} bot={bot} onGo={onGo} />
      </section>
    </aside>
  );
}

/** Not worth a line while there are none: most bots set no tags. */
function Words({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <section className={styles.part}>
      <h4>{title}</h4>
      <p className={styles.chips}>
        {words.map((word) => (
          <Chip key={word} title={word}>
            {word}
          </Chip>
        ))}
      </p>
    </section>
  );
}

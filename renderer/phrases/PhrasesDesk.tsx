import { useEffect, useMemo, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { EmptyPhrases } from './EmptyPhrases.tsx';
import { findTwins } from './twins.ts';
import { openTopic } from './openTopic.ts';
import styles from './PhrasesDesk.module.css';
import { WithoutVectors } from './learning/WithoutVectors.tsx';
import { Quality } from './quality/Quality.tsx';
import { ReadyTopics } from './ready/ReadyTopics.tsx';
import { TopicList } from './TopicList.tsx';
import { TopicPane } from './TopicPane.tsx';
import { TryPhrase } from './try/TryPhrase.tsx';
import { useLearning } from './useLearning.ts';
import { useToCanvas } from './useToCanvas.ts';
import { useTopics } from './useTopics.ts';

/** Topics at the left, the phrases of one of them, and at the right what the bot makes of them. */
export function PhrasesDesk({ topic }: { readonly topic: string | null }) {
  const t = useCopy('phrases');
  const topics = useTopics();
  const readOnly = useEditor((state) => state.readOnly);
  const bot = useEditor((state) => state.bot);
  const [isReadyOpen, setReadyOpen] = useState(false);
  const twins = useMemo(() => findTwins(topics), [topics]);
  const open = topics.find(({ id }) => id === topic) ?? null;
  useLearning();
  useToCanvas();
  useFollowUndo();

  useEffect(() => {
    // A topic that is gone, or none yet: the first one is there to be worked on.
    const first = topics[0];
    if (open === null && first !== undefined) openTopic(first.id, 'replace');
    if (open === null && first === undefined && topic !== null) openTopic(null, 'replace');
  }, [open, topic, topics]);

  return (
    <div className={styles.desk}>
      {topics.length === 0 ? (
        <EmptyPhrases onReady={() => setReadyOpen(true)} />
      ) : (
        <>
          <TopicList topics={topics} open={open} twins={twins} onReady={() => setReadyOpen(true)} />
          {open === null ? (
            <p className={styles.pick}>{t('topics.pick')}</p>
          ) : (
            <TopicPane key={open.id} topic={open} twins={twins.get(open.id)} readOnly={readOnly} />
          )}
          <aside className={styles.side} data-region="dock" aria-label={t('try.title')}>
            <WithoutVectors bot={bot} className={styles.without} />
            <TryPhrase topics={topics} open={open} />
            <Quality topics={topics} />
          </aside>
        </>
      )}
      {isReadyOpen && <ReadyTopics onClose={() => setReadyOpen(false)} />}
    </div>
  );
}

/** Undo and redo show the topic they changed. */
function useFollowUndo(): void {
  useEffect(
    () =>
      useEditor.subscribe(({ bot, history }, before) => {
        const isStepBack =
          history.past.length < before.history.past.length || history.future.length < before.history.future.length;
        if (bot.id !== before.bot.id || bot.intents === before.bot.intents || !isStepBack) return;
        const old = new Map(before.bot.intents?.map((topic) => [topic.id, topic]));
        const changed = bot.intents?.find((topic) => old.get(topic.id) !== topic);
        if (changed) openTopic(changed.id, 'replace');
      }),
    [],
  );
}

import { Plus, Quote, Sparkles } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import styles from './EmptyPhrases.module.css';
import { openTopic } from './openTopic.ts';
import { landOnTopic, nameTopic } from './phrasesView.ts';
import { asTopic, readyTopics, type ReadyTopic } from './ready/readyTopics.ts';
import { addTopic, addTopics } from './topicActions.ts';
import { undoToast } from '../editor/undoToast.ts';

/** What nearly every shop is asked about. */
const SUGGESTED = ['delivery', 'price', 'operator'];
const PHRASES = 5;

/** The first topics are a click away. */
export function EmptyPhrases({ onReady }: { readonly onReady: () => void }) {
  const t = useCopy('phrases');
  const bot = useEditor((state) => state.bot);
  const readOnly = useEditor((state) => state.readOnly);
  const all = readyTopics(bot);
  const suggested = SUGGESTED.flatMap((id) => all.find((topic) => topic.id === id) ?? []);

  function add(topics: readonly ReadyTopic[]): void {
    if (!addTopics(topics.map((topic) => asTopic(topic, PHRASES)))) return;
    const [first] = topics;
    if (first) {
      openTopic(first.id);
      landOnTopic(first.id);
    }
    undoToast(t('ready.added', { count: topics.length }));
  }

  function own(): void {
    const id = addTopic(t('topics.newName', { number: 1 }));
    if (id === null) return;
    openTopic(id);
    nameTopic(id);
  }

  return (
    <div className={styles.empty} data-testid="phrases-empty">
      <span className={styles.icon}>
        <Quote size={24} aria-hidden />
      </span>
      <h2 className={styles.title}>{t('empty.title')}</h2>
      <p className={styles.text}>{t('empty.text')}</p>
      <ul className={styles.cards}>
        {suggested.map((topic) => (
          <li key={topic.id} className={styles.card}>
            <h3>{topic.name}</h3>
            <ul>
              {topic.phrases.slice(0, PHRASES).map((phrase) => (
                <li key={phrase}>{phrase}</li>
              ))}
            </ul>
            <Button
              size="dense"
              icon={<Plus />}
              disabled={readOnly}
              data-testid={`suggest-${topic.id}`}
              aria-label={t('empty.addOne', { name: topic.name })}
              onClick={() => add([topic])}
            >
              {t('empty.add')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="primary" disabled={readOnly} data-testid="suggest-all" onClick={() => add(suggested)}>
          {t('empty.addAll')}
        </Button>
        <Button icon={<Sparkles />} disabled={readOnly} data-testid="ready-topics" onClick={onReady}>
          {t('empty.more')}
        </Button>
        <Button variant="ghost" disabled={readOnly} data-testid="add-topic" onClick={own}>
          {t('empty.own')}
        </Button>
      </div>
    </div>
  );
}

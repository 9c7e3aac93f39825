import { Plus, Search, Sparkles } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Intent } from '../../engine/model/definitions.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { fold } from '../ui/wordFit.ts';
import { LearnedLine } from './LearnedLine.tsx';
import { openTopic } from './openTopic.ts';
import { nameTopic, usePhrasesView } from './phrasesView.ts';
import { dropTopic } from './dropTopic.ts';
import { addTopic, shiftTopic } from './topicActions.ts';
import styles from './TopicList.module.css';
import { TopicRow } from './TopicRow.tsx';
import type { Twin } from './twins.ts';
import { useTopicHits } from './useTopicHits.ts';

interface TopicListProps {
  readonly topics: readonly Intent[];
  readonly open: Intent | null;
  readonly twins: ReadonlyMap<string, ReadonlyMap<string, Twin>>;
  readonly onReady: () => void;
}

/** From here on a field to find a topic by its name is worth its place. */
const MANY = 12;

/** The topics of the bot. ↑ ↓ walk, F2 names, Delete removes, Alt+↑ ↓ changes the order. */
export function TopicList({ topics, open, twins, onReady }: TopicListProps) {
  const t = useCopy('phrases');
  const readOnly = useEditor((state) => state.readOnly);
  const hits = useTopicHits(useEditor((state) => state.bot.id));
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const wanted = fold(query);
  const shown = wanted === '' ? topics : topics.filter(({ name }) => fold(name).includes(wanted));
  const stop = shown.some(({ id }) => id === open?.id) ? open?.id : shown[0]?.id;

  const landing = usePhrasesView((state) => state.landing);
  useEffect(() => {
    if (landing === null) return;
    list.current?.querySelector<HTMLElement>(`[data-topic="${CSS.escape(landing.topic)}"]`)?.focus();
    usePhrasesView.setState({ landing: null });
  }, [landing]);

  function add(): void {
    const id = addTopic(t('topics.newName', { number: topics.length + 1 }));
    if (id === null) return;
    setQuery('');
    openTopic(id);
    nameTopic(id);
  }

  function walk(to: number): void {
    const topic = shown[Math.min(shown.length - 1, Math.max(0, to))];
    if (!topic) return;
    openTopic(topic.id, 'replace');
    list.current?.querySelector<HTMLElement>(`[data-topic="${CSS.escape(topic.id)}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = shown.findIndex(({ id }) => id === open?.id);
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && open && !readOnly) {
      event.preventDefault();
      shiftTopic(open.id, event.key === 'ArrowUp' ? -1 : 1);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowUp: () => walk(at - 1),
      ArrowDown: () => walk(at + 1),
      Home: () => walk(0),
      End: () => walk(shown.length - 1),
      ...(open && !readOnly && { F2: () => nameTopic(open.id), Delete: () => dropTopic(open.id) }),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  return (
    <section className={styles.side} aria-label={t('topics.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('topics.title')}</h2>
        <IconButton
          size="dense"
          label={t('topics.add')}
          icon={<Plus />}
          disabled={readOnly}
          onClick={add}
          data-testid="add-topic"
        />
      </header>
      {topics.length >= MANY && (
        <div className={styles.find}>
          <TextInput
            dense
            type="search"
            icon={<Search aria-hidden />}
            value={query}
            onChange={setQuery}
            aria-label={t('topics.find')}
            placeholder={t('topics.find')}
          />
        </div>
      )}
      <ul ref={list} className={styles.list} aria-label={t('topics.list')} onKeyDown={onKeyDown}>
        {shown.map((topic) => (
          <TopicRow
            key={topic.id}
            topic={topic}
            isOpen={topic.id === open?.id}
            isStop={topic.id === stop}
            conflicts={twins.get(topic.id)?.size ?? 0}
            hits={hits === null ? null : (hits.get(topic.id) ?? 0)}
            isFirst={topic.id === topics[0]?.id}
            isLast={topic.id === topics.at(-1)?.id}
            readOnly={readOnly}
          />
        ))}
        {shown.length === 0 && <li className={styles.none}>{t('topics.noneFound')}</li>}
      </ul>
      <footer className={styles.foot}>
        <Button
          size="dense"
          variant="ghost"
          icon={<Sparkles />}
          disabled={readOnly}
          onClick={onReady}
          data-testid="ready-topics"
        >
          {t('topics.ready')}
        </Button>
        <LearnedLine topics={topics} open={open?.id ?? null} />
      </footer>
    </section>
  );
}

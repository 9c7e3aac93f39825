import { Plus, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Intent } from '../../engine/model/definitions.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { PhraseMeter } from '../inspector/PhraseMeter.tsx';
import { Button } from '../ui/Button.tsx';
import { blockTitle } from '../nodes/blockTitle.ts';
import { bringTopicIn, hostOf } from './bringTopicIn.ts';
import { PhraseList } from './list/PhraseList.tsx';
import { nodesWaitingFor } from './nodesWaitingFor.ts';
import { usePhrasesView } from './phrasesView.ts';
import { renameTopic, topicsNow } from './topicActions.ts';
import styles from './TopicPane.module.css';
import type { Twin } from './twins.ts';
import { useTyped } from './useTyped.ts';

interface TopicPaneProps {
  readonly topic: Intent;
  readonly twins: ReadonlyMap<string, Twin> | undefined;
  readonly readOnly: boolean;
}

/** One topic: its name and its phrases. */
export function TopicPane({ topic, twins, readOnly }: TopicPaneProps) {
  const t = useCopy('phrases');
  const bot = useEditor((state) => state.bot);
  const { named, any } = nodesWaitingFor(bot, topic.id);
  const host = hostOf(bot);
  return (
    <section className={styles.pane} aria-label={topic.name} data-testid="topic-pane">
      <header className={styles.head}>
        <TopicName topic={topic} readOnly={readOnly} />
        <PhraseMeter count={topic.phrases.length} words />
      </header>
      <p className={styles.hint}>{t('list.hint')}</p>
      {named.length + any.length === 0 && (
        <p className={styles.unused}>
          <TriangleAlert size={14} aria-hidden />
          <span>
            <strong>{t('topics.unused')}.</strong>{' '}
            {host === null ? t('topics.unusedHint') : t('topics.unusedHost', { name: blockTitle(host) })}
          </span>
          {!readOnly && (
            <Button size="dense" icon={<Plus />} data-testid="bring-topic" onClick={() => bringTopicIn(topic.id)}>
              {host === null ? t('topics.unusedAdd') : t('topics.unusedBring')}
            </Button>
          )}
        </p>
      )}
      <PhraseList topic={topic} twins={twins} readOnly={readOnly} />
    </section>
  );
}

/** A heading that can be typed into. Enter keeps the name, Esc gives the old one back. */
function TopicName({ topic, readOnly }: { readonly topic: Intent; readonly readOnly: boolean }) {
  const t = useCopy('phrases');
  const [name, setName] = useState(topic.name);
  const [known, setKnown] = useState(topic.name);
  // Changed from elsewhere, as by undo, unless it is what was typed here and has been kept.
  if (known !== topic.name) {
    setKnown(topic.name);
    if (name.trim() !== topic.name) setName(topic.name);
  }
  /** Esc: leaving the field then keeps nothing. */
  const dropped = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const naming = usePhrasesView((state) => (state.naming?.topic === topic.id ? state.naming : null));

  useEffect(() => {
    if (naming === null) return;
    field.current?.focus();
    field.current?.select();
    usePhrasesView.setState({ naming: null });
  }, [naming]);

  useTyped(() => {
    const isHere = topicsNow().find(({ id }) => id === topic.id)?.name === topic.name;
    if (isHere && name !== topic.name) renameTopic(topic.id, name);
  });

  return (
    <input
      ref={field}
      className={styles.name}
      value={name}
      maxLength={60}
      readOnly={readOnly}
      aria-label={t('topics.name')}
      data-testid="topic-name"
      onChange={(event) => setName(event.target.value)}
      onBlur={() => {
        if (dropped.current) return;
        renameTopic(topic.id, name);
        if (name.trim() === '') setName(topic.name);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        dropped.current = true;
        if (event.key === 'Enter' && name.trim() !== '') renameTopic(topic.id, name);
        else setName(topic.name);
        event.currentTarget.closest('section')?.querySelector<HTMLElement>('[data-testid="add-phrase"]')?.focus();
        dropped.current = false;
      }}
    />
  );
}

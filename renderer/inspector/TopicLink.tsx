import { ArrowUpRight } from 'lucide-react';
import type { Intent } from '../../engine/model/definitions.ts';
import { useCopy } from '../copy/useCopy.ts';
import { goPhrases } from '../phrases/goPhrases.ts';
import { PhraseMeter } from './PhraseMeter.tsx';
import styles from './TopicLink.module.css';

interface TopicLinkProps {
  readonly topic: Intent;
  /** The whole line with the name; otherwise the name stands beside it already. */
  readonly named?: boolean;
}

/** How well a topic is known, and the way to its phrases. */
export function TopicLink({ topic, named = false }: TopicLinkProps) {
  const t = useCopy('inspector');
  return (
    <button
      type="button"
      className={styles.link}
      data-whole={named || undefined}
      aria-label={t('topics.open', { name: topic.name })}
      title={t('topics.open', { name: topic.name })}
      data-testid={`topic-link-${topic.id}`}
      onClick={() => goPhrases(topic.id)}
    >
      {named && <span className={styles.name}>{topic.name}</span>}
      <PhraseMeter count={topic.phrases.length} />
      <ArrowUpRight size={14} aria-hidden />
    </button>
  );
}

import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { Intent } from '../../../engine/model/definitions.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { Button } from '../../ui/Button.tsx';
import { openTopic } from '../openTopic.ts';
import { revealPhrase } from '../phrasesView.ts';
import { movePhrases } from '../topicActions.ts';
import { undoToast } from '../../editor/undoToast.ts';
import styles from './Quality.module.css';
import type { Confusion } from './summary.ts';

const SHOWN = 5;

/** What the bot takes for something else, as sentences, with both phrases and the ways out. */
export function ConfusedPairs({ pairs, topics }: { pairs: readonly Confusion[]; topics: readonly Intent[] }) {
  const t = useCopy('phrases');
  const readOnly = useEditor((state) => state.readOnly);
  const [isWhole, setWhole] = useState(false);
  const named = (id: string): Intent | undefined => topics.find((topic) => topic.id === id);
  // Findings are of a moment ago: what was moved or deleted since is no finding any more.
  const found = pairs.flatMap(({ from, to, phrases }) => {
    const here = named(from);
    const there = named(to);
    if (!here || !there) return [];
    return phrases.flatMap(({ phrase, like }) => {
      const at = here.phrases.indexOf(phrase);
      return at < 0
        ? []
        : [{ here, there, phrase, at, like: like !== undefined && there.phrases.includes(like) ? like : null }];
    });
  });
  if (found.length === 0)
    return (
      <p className={styles.good}>
        <CircleCheck size={14} aria-hidden />
        {t('quality.confusedNone')}
      </p>
    );
  return (
    <div className={styles.confused}>
      <h3>{t('quality.confused')}</h3>
      <ul data-testid="confused">
        {found.slice(0, isWhole ? found.length : SHOWN).map(({ here, there, phrase, at, like }) => (
          <li key={`${here.id} ${phrase}`}>
            <p>
              {t('quality.pair', { phrase, from: here.name, to: there.name })}
              {like !== null && <span className={styles.like}>: {t('quality.like', { phrase: like })}</span>}
            </p>
            <div className={styles.ways}>
              {/* Mostly the phrase is right and wants others like it: moving it is the rarer way. */}
              <Button
                size="dense"
                aria-label={t('quality.openOne', { phrase })}
                onClick={() => {
                  openTopic(here.id);
                  revealPhrase(here.id, phrase);
                }}
              >
                {t('quality.open')}
              </Button>
              {!readOnly && (
                <Button
                  size="dense"
                  variant="ghost"
                  aria-label={t('quality.moveTo', { phrase, topic: there.name })}
                  onClick={() => {
                    if (movePhrases(here.id, [at], there.id))
                      undoToast(t('list.moved', { count: 1, name: there.name }));
                  }}
                >
                  {t('quality.move')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!isWhole && found.length > SHOWN && (
        <Button size="dense" variant="ghost" onClick={() => setWhole(true)}>
          {t('quality.more', { count: found.length - SHOWN })}
        </Button>
      )}
    </div>
  );
}

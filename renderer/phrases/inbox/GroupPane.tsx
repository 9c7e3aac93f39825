import type { ReactNode } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import styles from './Inbox.module.css';
import { placeWords } from './placeWords.ts';
import type { Group, Said } from './sortTexts.ts';
import { TextRow } from './TextRow.tsx';

export interface GroupPaneProps {
  readonly group: Group;
  readonly isAside: boolean;
  readonly chosen: readonly Said[];
  readonly onChoose: (text: Said, chosen: boolean) => void;
  /** How many are chosen at most by themselves. */
  readonly most: number;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** One group: what would be saved, where it was said, and what it is about. */
export function GroupPane({ group, isAside, chosen, onChoose, most, children }: GroupPaneProps) {
  const t = useCopy('inbox');
  const bot = useEditor((state) => state.bot);
  const [first] = group.texts;
  const { closest = null } = first ?? {};
  const topic = bot.intents?.find(({ id }) => id === closest?.topic);
  const people = group.texts.reduce((sum, text) => sum + text.people, 0);
  return (
    <section className={styles.pane} aria-label={first?.point.phrase} data-testid="inbox-group">
      <header className={styles.paneHead}>
        <h2 className={styles.heading}>{first?.point.phrase}</h2>
        <p className={styles.about}>
          {[
            t('times', { count: group.count }),
            // Texts of one customer are counted with each: of a single text alone the figure is right.
            ...(group.texts.length === 1 ? [t('people', { count: people })] : []),
            ...placeWords(group.texts, bot, t),
          ].join(' · ')}
        </p>
        {topic !== undefined && closest !== null && (
          <p className={styles.about}>
            {t('closest', { topic: topic.name, percent: Math.round(closest.confidence * 100) })}
          </p>
        )}
      </header>
      <div>
        <h3 className={styles.subtitle}>{t(isAside ? 'said' : 'texts')}</h3>
        <ul className={styles.texts}>
          {group.texts.map((text) => (
            <TextRow
              key={text.key}
              text={text}
              isChosen={chosen.includes(text)}
              onChoose={isAside ? null : (next) => onChoose(text, next)}
            />
          ))}
        </ul>
        {!isAside && group.texts.length > most && <p className={styles.note}>{t('tooMany', { count: most })}</p>}
        {!isAside && chosen.length === 0 && <p className={styles.note}>{t('nothingChosen')}</p>}
      </div>
      {children}
    </section>
  );
}

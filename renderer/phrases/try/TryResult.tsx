import { Check, CircleHelp, CircleSlash, Plus, SpellCheck } from 'lucide-react';
import { useMemo } from 'react';
import { decide, THRESHOLDS } from '../../../engine/nlu/decide.ts';
import type { IntentModel } from '../../../engine/nlu/intentModel.ts';
import type { Intent } from '../../../engine/model/definitions.ts';
import type { Understanding } from '../../../engine/nlu/understand.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { openTopic } from '../openTopic.ts';
import { phraseKey } from '../../../engine/nlu/phraseKey.ts';
import { revealPhrase } from '../phrasesView.ts';
import { addPhrases } from '../topicActions.ts';
import { undoToast } from '../../editor/undoToast.ts';
import { surenessOf } from './sureness.ts';
import styles from './TryPhrase.module.css';
import { whyWords } from './whyWords.ts';
import { WhyWord } from './WhyWord.tsx';

interface TryResultProps {
  readonly learned: { readonly model: IntentModel; readonly calibrated: boolean };
  readonly text: string;
  readonly understood: Understanding;
  readonly topics: readonly Intent[];
  readonly open: Intent | null;
}

const TOP = 3;
const ICONS = { sure: Check, unsure: CircleHelp, unknown: CircleSlash };

export function TryResult({ learned, text, understood, topics, open }: TryResultProps) {
  const t = useCopy('phrases');
  const caution = useEditor((state) => state.bot.settings?.caution ?? 'normal');
  const nameOf = (id: string): string => topics.find((topic) => topic.id === id)?.name ?? id;
  const { ranked, nearest = [], corrected } = understood;
  const decision = decide(understood, THRESHOLDS[caution]);
  const best = topics.find(({ id }) => id === ranked[0]?.intent);
  const words = useMemo(
    () => (best === undefined ? [] : whyWords(learned.model, corrected ?? text, best.id, best.phrases)),
    [learned, corrected, text, best],
  );
  const Icon = ICONS[decision.kind];
  const verdict =
    decision.kind === 'sure'
      ? t('try.goes', { topic: nameOf(decision.intent) })
      : decision.kind === 'unsure' && decision.intents.length > 1
        ? t('try.asks', { topics: decision.intents.map((id) => t('try.quoted', { text: nameOf(id) })).join(', ') })
        : decision.kind === 'unsure'
          ? t('try.asksOne')
          : ranked.length === 0
            ? t('try.nothing')
            : t('try.silent');

  return (
    <div className={styles.result} data-testid="try-result" data-decision={decision.kind}>
      <p className={styles.verdict} data-kind={decision.kind} role="status">
        <Icon size={16} aria-hidden />
        {verdict}
      </p>
      {corrected !== undefined && (
        <p className={styles.corrected} data-testid="try-corrected">
          <SpellCheck size={14} aria-hidden />
          {t('try.corrected', { text: corrected })}
        </p>
      )}
      {ranked.length > 0 && (
        <ol className={styles.topics} aria-label={t('try.topics')}>
          {ranked.slice(0, TOP).map(({ intent, confidence }) => {
            const level = surenessOf(confidence, caution);
            return (
              <li key={intent}>
                <button
                  type="button"
                  className={styles.topic}
                  data-level={level}
                  title={nameOf(intent)}
                  onClick={() => openTopic(intent)}
                >
                  <span className={styles.name}>{nameOf(intent)}</span>
                  <span className={styles.level}>{t(`try.${level}`)}</span>
                  <span className={styles.bar} aria-hidden>
                    <span style={{ width: `${String(Math.max(2, Math.round(confidence * 100)))}%` }} />
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {words.length > 0 && (
        <div className={styles.part}>
          <h3>{t('try.words')}</h3>
          <ul className={styles.words} data-testid="try-words">
            {words.map((word) => (
              <WhyWord key={word.word} word={word} byMeaning={learned.model.sentences.length > 0} />
            ))}
          </ul>
        </div>
      )}
      {nearest.length > 0 && (
        <div className={styles.part}>
          <h3>{t('try.nearest')}</h3>
          <ul className={styles.nearest} data-testid="try-nearest">
            {nearest.map(({ intent, phrase }) => (
              <li key={`${intent} ${phrase}`}>
                <button
                  type="button"
                  onClick={() => {
                    openTopic(intent);
                    revealPhrase(intent, phrase);
                  }}
                >
                  <span>{t('try.quoted', { text: phrase })}</span>
                  <small>{nameOf(intent)}</small>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Teach text={text} topics={topics} first={decision.kind === 'sure' ? open : (best ?? open)} />
      {!learned.calibrated && <p className={styles.quiet}>{t('try.rough')}</p>}
    </div>
  );
}

/** A phrase that was tried is one click from being learned. */
function Teach({ text, topics, first }: { text: string; topics: readonly Intent[]; first: Intent | null }) {
  const t = useCopy('phrases');
  const readOnly = useEditor((state) => state.readOnly);
  const key = phraseKey(text);
  const free = topics.filter(({ phrases }) => !phrases.some((phrase) => phraseKey(phrase) === key));
  if (readOnly || key === '' || free.length < topics.length) return null;
  const teach = ({ id, name }: Intent): void => {
    if (addPhrases(id, [text.replace(/\s+/gu, ' ')])) undoToast(t('try.taught', { topic: name }));
  };
  const order = first ? [first, ...free.filter(({ id }) => id !== first.id)] : free;
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <Button size="dense" icon={<Plus />} data-testid="teach">
          {t('try.teach')}
        </Button>
      }
      groups={[
        order.map((topic) => ({
          id: topic.id,
          label: t('try.teachHere', { topic: topic.name }),
          onSelect: () => teach(topic),
        })),
      ]}
    />
  );
}

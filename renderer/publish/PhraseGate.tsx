import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { GatedIntent, MovedPhrase, PhraseGate as Gate } from '../../engine/nlu/phraseGate.ts';
import type { Copy } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { WithoutVectors } from '../phrases/learning/WithoutVectors.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './PublishDialog.module.css';
import type { GateState } from './usePhraseGate.ts';

export interface PhraseGateProps {
  readonly state: GateState;
  /** Publish though a topic is recognised less well. */
  readonly anyway: boolean;
  readonly onAnyway: (anyway: boolean) => void;
  /** The button that was pressed is gone: the keyboard needs another place. */
  readonly onSkip: () => void;
}

/** What the new phrases did to the others: topics that lose more than they may stand in the way. */
export function PhraseGate({ state, anyway, onAnyway, onSkip }: PhraseGateProps) {
  const t = useCopy('phraseGate');
  const bot = useEditor(({ viewing, bot }) => viewing?.draft.bot ?? bot);
  if (state.kind === 'none') return null;
  const isBlocked = gateBlocks(state);
  return (
    <section data-testid="phrase-gate" data-state={state.kind} aria-busy={state.kind === 'running'}>
      <h3 className={styles.subtitle}>{t('title')}</h3>
      {state.kind === 'running' && (
        <div className={styles.running}>
          <Spinner />
          <p>
            {state.number === null
              ? t('wait')
              : t('running', { number: state.number, percent: Math.round(state.share * 100) })}
          </p>
          <Button
            variant="ghost"
            size="dense"
            onClick={() => {
              state.skip();
              onSkip();
            }}
          >
            {t('skip')}
          </Button>
        </div>
      )}
      {state.kind === 'skipped' && <p className={styles.quiet}>{t('skipped')}</p>}
      {state.kind === 'failed' && <p className={styles.quiet}>{t('failed')}</p>}
      {state.kind === 'done' && <Verdict gate={state.gate} />}
      {state.kind === 'done' && <WithoutVectors bot={bot} />}
      {isBlocked && (
        <label className={styles.anyway}>
          <input
            type="checkbox"
            checked={anyway}
            onChange={(event) => onAnyway(event.target.checked)}
            data-testid="publish-anyway"
          />
          {t('anyway')}
        </label>
      )}
    </section>
  );
}

export function gateBlocks(state: GateState): boolean {
  return state.kind === 'done' && state.gate.intents.some(({ blocks }) => blocks);
}

/** More of them nobody reads. */
const SENTENCES = 5;

function Verdict({ gate }: { readonly gate: Gate }) {
  const t = useCopy('phraseGate');
  const topics = useEditor(({ viewing, bot }) => (viewing?.draft.bot ?? bot).intents) ?? [];
  const nameOf = (id: string): string => topics.find((topic) => topic.id === id)?.name ?? id;
  const losers = gate.intents.filter(({ intent }) => gate.lost.some((phrase) => phrase.intent === intent));
  const { length: gained } = gate.gained;
  return (
    <>
      {losers.length === 0 ? (
        <p className={styles.clean} role="status">
          <CircleCheck size={16} aria-hidden />
          {t('same', { count: gate.compared })}
        </p>
      ) : (
        <>
          <p className={losers.some(({ blocks }) => blocks) ? styles.failedChecks : styles.quiet} role="status">
            {t(losers.some(({ blocks }) => blocks) ? 'blocked' : 'moved')}
          </p>
          <p className={styles.quiet}>{t('how')}</p>
          <ul className={styles.problems}>
            {losers.map((topic) => (
              <TopicLine
                key={topic.intent}
                topic={topic}
                lost={gate.lost.filter(({ intent }) => intent === topic.intent)}
                nameOf={nameOf}
              />
            ))}
          </ul>
        </>
      )}
      {gained > 0 && <p className={styles.quiet}>{t('gained', { count: gained })}</p>}
    </>
  );
}

interface TopicLineProps {
  readonly topic: GatedIntent;
  readonly lost: readonly MovedPhrase[];
  readonly nameOf: (topic: string) => string;
}

function TopicLine({ topic, lost, nameOf }: TopicLineProps) {
  const t = useCopy('phraseGate');
  const { phrases, before, after, blocks } = topic;
  const Icon = blocks ? CircleAlert : TriangleAlert;
  const share = (part: number): number => Math.round((part / phrases) * 100);
  return (
    <li className={classes(styles.problem, blocks ? styles.error : styles.warning)}>
      <Icon size={15} role="img" aria-label={t(blocks ? 'levelLoss' : 'levelMoved')} />
      <div className={styles.sentence}>
        <p>
          {t('topic', { name: nameOf(topic.intent), before, after, phrases })}
          {' · '}
          {t('points', { before: share(before), after: share(after) })}
        </p>
        {lost.slice(0, SENTENCES).map((phrase) => (
          <p key={phrase.phrase} className={styles.quiet}>
            {sentence(phrase, nameOf, t)}
          </p>
        ))}
        {lost.length > SENTENCES && <p className={styles.quiet}>{t('more', { count: lost.length - SENTENCES })}</p>}
        {blocks && before - after === 1 && <p className={styles.quiet}>{t('chance')}</p>}
      </div>
    </li>
  );
}

function sentence({ phrase, before, after }: MovedPhrase, nameOf: (topic: string) => string, t: Copy<'phraseGate'>) {
  const was = nameOf(before ?? '');
  return after === null
    ? t('lostPhrase', { phrase, before: was })
    : t('movedPhrase', { phrase, before: was, after: nameOf(after) });
}

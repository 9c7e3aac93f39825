import { Info } from 'lucide-react';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { useAnswer } from '../../app/useAnswer.ts';
import { call } from '../../bridge.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { classes } from '../../ui/classes.ts';
import { loreOf } from './learner.ts';
import styles from './WithoutVectors.module.css';

interface WithoutVectorsProps {
  readonly bot: Bot;
  readonly className?: string | undefined;
}

/**
 * Where an author judges how a bot understands: that customers are answered with sentence vectors, and this window does without.
 * Nothing is said of a bot they do not help, nor where none are in use.
 */
export function WithoutVectors({ bot, className }: WithoutVectorsProps) {
  const { languages, intents } = loreOf(bot);
  const isHelped = languages.includes('en') && intents.some(({ phrases }) => phrases.length > 0);
  return isHelped ? <Line className={className} /> : null;
}

const ask = () => call('vectors.view', {});
const noNews = (): null => null;

function Line({ className }: { readonly className: string | undefined }) {
  const t = useCopy('vectors');
  const { answer } = useAnswer(ask, noNews);
  const pack = answer?.vectors.pack ?? null;
  if (pack === null) return null;
  return (
    <p className={classes(styles.line, className)} role="note" data-testid="without-vectors">
      <Info size={14} aria-hidden />
      {t('without')}
    </p>
  );
}

import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardText } from '../CardText.tsx';
import type { CardProps } from '../face.ts';

/** The topics have rows of their own below; the body says what the bot asks. */
export function IntentCard({ data }: CardProps<'intent'>) {
  const t = useCopy('nodes');
  const text = data.text ?? '';
  return (
    <>
      {text === '' ? (
        <CardLine tone="quiet">{t('listens')}</CardLine>
      ) : (
        <CardText text={text} field="text" patch={(changed) => ({ text: changed })} />
      )}
      {data.intents !== 'all' && (data.intents ?? []).length === 0 && (
        <CardLine tone="prompt">{t('noIntents')}</CardLine>
      )}
    </>
  );
}

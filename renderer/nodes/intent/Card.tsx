import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardTextIfAny } from '../CardTextIfAny.tsx';
import type { CardProps } from '../face.ts';

/** The topics have rows of their own below; the body says what the bot asks. */
export function IntentCard({ data }: CardProps<'intent'>) {
  const t = useCopy('nodes');
  return (
    <>
      <CardTextIfAny
        text={data.text ?? ''}
        field="text"
        patch={(text) => ({ text })}
        otherwise={<CardLine tone="quiet">{t('listens')}</CardLine>}
      />
      {data.intents !== 'all' && (data.intents ?? []).length === 0 && (
        <CardLine tone="prompt">{t('noIntents')}</CardLine>
      )}
    </>
  );
}

import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { listNames } from '../listNames.ts';

export function CommandCard({ data }: CardProps<'command'>) {
  const t = useCopy('nodes');
  const words = (data.words ?? []).filter((word) => word.trim() !== '');
  return (
    <>
      {words.length === 0 ? (
        <CardLine tone="prompt">{t('noWords')}</CardLine>
      ) : (
        <CardLine>{t('words', { words: listNames(words, 4) })}</CardLine>
      )}
      {data.whileOperator === true && <CardLine tone="quiet">{t('whileOperator')}</CardLine>}
    </>
  );
}

import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { TemplateText } from '../TemplateText.tsx';

export function GoalCard({ data }: CardProps<'goal'>) {
  const t = useCopy('system');
  const name = (data.name ?? '').trim();
  const value = String(data.value ?? '').trim();
  if (name === '') return <CardLine tone="prompt">{t('goal.none')}</CardLine>;
  return (
    <>
      <CardLine>{name}</CardLine>
      {(value !== '' || data.once === false) && (
        <CardLine tone="quiet">
          {value !== '' && <TemplateText text={t('goal.worth', { value })} />}
          {value !== '' && data.once === false && ' · '}
          {data.once === false && t('goal.each')}
        </CardLine>
      )}
    </>
  );
}

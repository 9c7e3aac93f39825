import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { TemplateText } from '../TemplateText.tsx';

export function LeadCard({ data }: CardProps<'lead'>) {
  const t = useCopy('crm');
  const isFilled = (value: string | number | undefined): boolean => String(value ?? '').trim() !== '';
  const contacts = (['name', 'phone', 'email'] as const).filter((field) => isFilled(data[field]));
  if (contacts.length === 0 && !isFilled(data.comment) && !isFilled(data.amount))
    return <CardLine tone="prompt">{t('lead.nothing')}</CardLine>;
  return (
    <>
      {isFilled(data.comment) && (
        <CardLine wrap>
          {t('card.comment')}
          <TemplateText text={data.comment ?? ''} />
          {t('card.commentEnd')}
        </CardLine>
      )}
      {isFilled(data.amount) && (
        <CardLine>
          {t('card.amount')}
          <TemplateText text={String(data.amount ?? '')} />
        </CardLine>
      )}
      {contacts.length > 0 && (
        <CardLine tone="quiet">{contacts.map((field) => t(`lead.${field}`)).join(', ')}</CardLine>
      )}
    </>
  );
}

import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { TemplateText } from '../TemplateText.tsx';
import { tagsInWords } from './tagsInWords.ts';

export function TagsCard({ data }: CardProps<'tags'>) {
  const t = useCopy('crm');
  const words = tagsInWords(data);
  if (words === '') return <CardLine tone="prompt">{t('tags.none')}</CardLine>;
  return (
    <CardLine wrap>
      <TemplateText text={words} />
    </CardLine>
  );
}

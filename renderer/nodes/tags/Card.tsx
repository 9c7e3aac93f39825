import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { TemplateText } from '../TemplateText.tsx';

export function TagsCard({ data }: CardProps<'tags'>) {
  const t = useCopy('crm');
  const signed = (sign: string, list: readonly string[] | undefined): string[] =>
    (list ?? []).filter((tag) => tag.trim() !== '').map((tag) => `${sign} ${tag.trim()}`);
  const all = [...signed('+', data.add), ...signed('−', data.remove)];
  if (all.length === 0) return <CardLine tone="prompt">{t('tags.none')}</CardLine>;
  return (
    <CardLine>
      <TemplateText text={all.join(', ')} />
    </CardLine>
  );
}

import { peopleList } from '../../../engine/nodes/people.ts';
import { useEngine } from '../../app/engine.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { personNamed } from '../../inspector/personNamed.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';
import { TemplateText } from '../TemplateText.tsx';

export function AssignCard({ data }: CardProps<'assign'>) {
  const t = useCopy('crm');
  const managers = useEngine((state) => state.status?.connection.managers) ?? [];
  const people = peopleList(data.to);
  const [first] = people;
  if (first === undefined) return <CardLine tone="prompt">{t('assign.nobody')}</CardLine>;
  if (people.length > 1) return <CardLine>{t('assign.inTurn', { count: people.length })}</CardLine>;
  if (first.includes('{{'))
    return (
      <CardLine>
        {'→ '}
        <TemplateText text={first} />
      </CardLine>
    );
  return <CardLine>{t('assign.person', { name: personNamed(first, managers)?.name ?? first })}</CardLine>;
}

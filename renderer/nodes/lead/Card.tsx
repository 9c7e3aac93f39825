import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function LeadCard(_: CardProps<'lead'>) {
  return <CardLine>lead</CardLine>;
}

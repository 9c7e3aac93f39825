import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function HoursCard(_: CardProps<'hours'>) {
  return <CardLine>hours</CardLine>;
}

import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function ConditionCard(_: CardProps<'condition'>) {
  return <CardLine>condition</CardLine>;
}

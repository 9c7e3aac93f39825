import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function GoalCard(_: CardProps<'goal'>) {
  return <CardLine>goal</CardLine>;
}

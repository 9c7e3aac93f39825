import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function AssignCard(_: CardProps<'assign'>) {
  return <CardLine>assign</CardLine>;
}

import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function SetCard(_: CardProps<'set'>) {
  return <CardLine>set</CardLine>;
}

import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function SplitCard(_: CardProps<'split'>) {
  return <CardLine>split</CardLine>;
}

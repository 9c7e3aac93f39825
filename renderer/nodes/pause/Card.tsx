import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function PauseCard(_: CardProps<'pause'>) {
  return <CardLine>pause</CardLine>;
}

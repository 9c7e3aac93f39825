import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function WaitCard(_: CardProps<'wait'>) {
  return <CardLine>wait</CardLine>;
}

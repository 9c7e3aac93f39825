import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function CallCard(_: CardProps<'call'>) {
  return <CardLine>call</CardLine>;
}

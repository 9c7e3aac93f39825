import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function HttpCard(_: CardProps<'http'>) {
  return <CardLine>http</CardLine>;
}

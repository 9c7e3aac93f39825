import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function TagsCard(_: CardProps<'tags'>) {
  return <CardLine>tags</CardLine>;
}

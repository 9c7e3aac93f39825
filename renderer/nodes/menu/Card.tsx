import { CardText } from '../CardText.tsx';
import type { CardProps } from '../face.ts';

export function MenuCard({ data }: CardProps<'menu'>) {
  return <CardText text={data.text ?? ''} field="text" patch={(text) => ({ text })} />;
}

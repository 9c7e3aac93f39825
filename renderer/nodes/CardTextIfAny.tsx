import type { ReactNode } from 'react';
import { useCardEditing } from './cardEditing.ts';
import { CardText, type CardTextProps } from './CardText.tsx';

interface CardTextIfAnyProps extends CardTextProps {
  readonly field: string;
  /** In its place where there is none. */
  readonly otherwise?: ReactNode;
}

/** A text a card can do without. While it is edited it stays, empty too: the author is about to write another. */
export function CardTextIfAny({ otherwise = null, ...shown }: CardTextIfAnyProps) {
  const { field } = useCardEditing();
  return shown.text !== '' || field === shown.field ? <CardText {...shown} /> : otherwise;
}

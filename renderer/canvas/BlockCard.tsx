import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useCardWeight } from './cardWeight.ts';
import { LightCard } from './LightCard.tsx';
import type { BlockNode } from './project.ts';
import { WholeCard } from './WholeCard.tsx';

/** A card is drawn again for what it shows, not for where it stands: a drag or a new order moves cards, no more. */
function looksSame(a: NodeProps<BlockNode>, b: NodeProps<BlockNode>): boolean {
  return a.id === b.id && a.data.block === b.data.block && a.data.flow === b.data.flow && a.selected === b.selected;
}

/** A block on the canvas, as much of it as can be seen now. */
export const BlockCard = memo(function BlockCard({ id, data, selected }: NodeProps<BlockNode>) {
  const weight = useCardWeight(id, selected);
  return weight === 'whole' ? (
    <WholeCard block={data.block} flow={data.flow} selected={selected} />
  ) : (
    <LightCard block={data.block} flow={data.flow} isPlate={weight === 'plate'} />
  );
}, looksSame);

import { type NodeHandle, Position, useStoreApi } from '@xyflow/react';
import { CircleHelp } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { kindWord } from '../nodes/blockTitle.ts';
import { faceOf } from '../nodes/registry.ts';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import card from './BlockCard.module.css';
import head from './BlockHeader.module.css';
import { useCanvasActions } from './canvasActions.ts';
import { CardBadges } from './CardBadges.tsx';
import { estimatedCard } from './estimatedCard.ts';
import { farTitle } from './farTitle.ts';
import { focusBlock } from './focusBlock.ts';
import styles from './LightCard.module.css';
import { useCardLook } from './useCardLook.ts';
import { useCanvasView } from './view.ts';

interface Spot {
  readonly id: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface LightCardProps {
  readonly block: BotNode;
  readonly flow: string;
  /** Without its face, which comes in a moment. */
  readonly isPlate: boolean;
}

/** A card that is on its way past, or too small to be read: as large as it is, its lines where they are, and no more. */
export const LightCard = memo(function LightCard({ block, flow, isPlate }: LightCardProps) {
  const look = useCardLook(block, flow);
  const { height, input, outputs } = usePlaces(block);

  return (
    <div className={card.card} {...look.attributes} data-light style={{ height }}>
      {input && <Point spot={input} type="target" />}
      {outputs.map((spot) => (
        <Point key={spot.id} spot={spot} type="source" />
      ))}
      {!isPlate && <Face block={block} outputs={outputs} />}
      {!isPlate && <CardBadges look={look} />}
    </div>
  );
});

/** Its icon and name, and rows that a press comes nearer by. */
function Face({ block, outputs }: { readonly block: BotNode; readonly outputs: readonly Spot[] }) {
  const t = useCopy('nodes');
  const actions = useCanvasActions();
  const Icon = faceOf(block.kind)?.icon ?? CircleHelp;
  const name = block.name?.trim() ?? '';

  return (
    <>
      <header className={head.header}>
        <span className={head.icon} data-scaled>
          <Icon size={16} aria-hidden />
        </span>
        <div className={head.titles} data-scaled>
          <span className={name === '' ? head.alone : head.kind} data-title={farTitle(block, t)}>
            <span className={head.kindWord}>{kindWord(block.kind, t)}</span>
          </span>
          {name !== '' && <span className={head.name}>{name}</span>}
        </div>
      </header>
      {outputs.map((spot) => (
        <div
          key={spot.id}
          className={styles.row}
          style={{ top: spot.y + spot.height / 2 }}
          onClick={(event) => {
            if (!actions.zoomToOutput(event.currentTarget)) return;
            event.stopPropagation();
            focusBlock(block.id, { select: false, exit: spot.id ?? undefined });
          }}
        />
      ))}
    </>
  );
}

/** Where a line ends, for the canvas library to measure. */
function Point({ spot, type }: { readonly spot: Spot; readonly type: 'source' | 'target' }) {
  return (
    <span
      className={`${type} ${styles.point ?? ''}`}
      data-handleid={spot.id ?? undefined}
      data-handlepos={type === 'source' ? Position.Right : Position.Left}
      style={{ left: spot.x, top: spot.y, width: spot.width, height: spot.height }}
    />
  );
}

/** As it was measured when it was whole, else as it will be, about. */
function usePlaces(block: BotNode): { height: number; input: Spot | undefined; outputs: readonly Spot[] } {
  const store = useStoreApi();
  const facts = useBotFacts();
  return useMemo(() => {
    const guess = estimatedCard(block, facts);
    const measured = store.getState().nodeLookup.get(block.id)?.internals.handleBounds;
    const height = useCanvasView.getState().sizes[block.id]?.height ?? guess.size.height;
    const sources = guess.handles.filter(({ type }) => type === 'source').map(spotOf);
    const known = measured?.source ?? [];
    // Sides of the frame are inside the measures of the library, and outside the room of what is placed in it.
    const inFrame = (spot: Spot): Spot => ({ ...spot, x: spot.x - 1, y: spot.y - 1 });
    const input = measured?.target?.[0] ?? guess.handles.filter(({ type }) => type === 'target').map(spotOf)[0];
    return {
      height,
      input: input && inFrame(spotOf(input)),
      outputs: sources.map((spot) => {
        const there = known.find(({ id }) => id === spot.id);
        return inFrame(there ? spotOf(there) : spot);
      }),
    };
  }, [block, facts, store]);
}

function spotOf({ id, x, y, width = 0, height = 0 }: Omit<NodeHandle, 'type' | 'position'>): Spot {
  return { id: id ?? null, x, y, width, height };
}

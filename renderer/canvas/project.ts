import type { Edge, Node } from '@xyflow/react';
import type { BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { Point } from '../editor/draft.ts';
import { edgeKey } from '../editor/edges.ts';
import { nodesById } from '../editor/flowIndex.ts';
import { exitsOf } from '../editor/nodeData.ts';
import { CARD_WIDTH } from '../editor/place.ts';
import type { Selection } from '../editor/store.ts';
import type { ItemNode } from './items/projectItems.ts';
import { estimatedCard } from './estimatedCard.ts';
import { keeper } from './keeper.ts';
import type { Size } from './view.ts';

export type BlockNode = Node<{ readonly block: BotNode; readonly flow: string }, 'block'>;
/** All that stands on the canvas. */
export type CanvasNode = BlockNode | ItemNode;
export type LinkEdge = Edge<
  {
    /** What it leaves, and by which output. */
    readonly exit: string;
    readonly dashed: boolean;
    /** It leads back to the left: shown as a chip on its output, as a line only on demand. */
    readonly back: boolean;
    /** It would be, if it led back. */
    readonly mayBeChip: boolean;
    /** It runs to or from a folded frame, in the place of a block in there. */
    readonly folded: boolean;
  },
  'link'
>;

export interface Scene {
  readonly flow: BotFlow;
  readonly facts: BotFacts;
  readonly positions: Readonly<Record<string, Point>>;
  /** Outputs of a block whose connection is a line wherever it leads. */
  lines(node: string): readonly string[];
  readonly sizes: Readonly<Record<string, Size>>;
  /** So many cards that only what is on screen is drawn. */
  readonly isLarge: boolean;
  readonly selection: Selection;
  /** What a folded frame hides, by the key of that frame. */
  readonly folded: ReadonlyMap<string, string>;
  /** The card in the tab order. */
  readonly current: string | null;
  /** Steps of the test at this block, as its badge says them. */
  visit(node: string): string | undefined;
  /** Its name for assistive technology. */
  label(node: BotNode): string;
  /** A connection for assistive technology. */
  edgeLabel(node: BotNode, exit: string, target: string): string;
  readonly role: string;
  readonly readOnly: boolean;
}

/** A card this far left of its source is a way back. */
const BACK = CARD_WIDTH / 2;

export function isWayBack(from: Point, to: Point): boolean {
  return to.x < from.x - BACK;
}

function placeOf(scene: Pick<Scene, 'positions'>, node: string): Point {
  return scene.positions[node] ?? { x: 0, y: 0 };
}

/** Turns a flow into React Flow's objects. Only what changed is built again, so only that is drawn again. */
export function createProjection(): { nodes(scene: Scene): BlockNode[]; edges(scene: Scene): LinkEdge[] } {
  const keepNodes = keeper<BlockNode>();
  const keepEdges = keeper<LinkEdge>();
  return {
    nodes(scene) {
      const selected = new Set(scene.selection.nodes);
      return keepNodes(
        scene.flow.nodes.flatMap((block) => {
          if (scene.folded.has(block.id)) return [];
          const { x, y } = placeOf(scene, block.id);
          const size = scene.sizes[block.id];
          const guess = size === undefined && scene.isLarge ? estimatedCard(block, scene.facts) : null;
          const isSelected = selected.has(block.id);
          const tabIndex = scene.current === block.id ? 0 : -1;
          const visit = scene.visit(block.id);
          const label = scene.label(block);
          const node = {
            id: block.id,
            from: [
              block,
              x,
              y,
              size,
              guess,
              isSelected,
              tabIndex,
              visit,
              label,
              scene.role,
              scene.flow.id,
              scene.readOnly,
            ],
            make: (): BlockNode => ({
              id: block.id,
              type: 'block',
              position: { x, y },
              data: { block, flow: scene.flow.id },
              selected: isSelected,
              draggable: !scene.readOnly,
              ...(size ? { measured: { ...size } } : {}),
              ...(guess ? { measured: { ...guess.size }, handles: [...guess.handles] } : {}),
              ariaLabel: label,
              domAttributes: {
                tabIndex,
                'aria-roledescription': scene.role,
                'data-testid': `block-${block.id}`,
                ...(visit === undefined ? {} : { 'data-visit': visit }),
              } as BlockNode['domAttributes'] & object,
            }),
          };
          return [node];
        }),
      );
    },

    edges(scene) {
      const nodes = nodesById(scene.flow);
      const selected = new Set(scene.selection.edges);
      const drawn = new Set<string>();
      return keepEdges(
        scene.flow.nodes.flatMap((node) => {
          const specs = exitsOf(node, scene.facts);
          const lines = scene.lines(node.id);
          return Object.entries(node.exits ?? {}).flatMap(([exit, target]) => {
            const spec = specs.find((s) => s.id === exit);
            // To nowhere, or from an output that is no more: the card says so, there is no line to draw.
            if (!nodes.has(target) || !spec) return [];
            const id = edgeKey(node.id, exit);
            const from = scene.folded.get(node.id);
            const to = scene.folded.get(target);
            if (from !== undefined && from === to) return [];
            const folded = from !== undefined || to !== undefined;
            // Out of a folded frame one line to each place is enough.
            const way = `${from ?? id} ${to ?? target}`;
            if (from !== undefined && drawn.has(way)) return [];
            drawn.add(way);
            const mayBeChip = from === undefined && !lines.includes(exit);
            const back = mayBeChip && isWayBack(placeOf(scene, node.id), placeOf(scene, target));
            const isSelected = selected.has(id);
            let words: string | undefined;
            const make = (): LinkEdge => ({
              id,
              type: 'link',
              source: from ?? node.id,
              ...(from === undefined ? { sourceHandle: exit } : {}),
              target: to ?? target,
              selected: isSelected,
              // Asked for only when the line is drawn.
              get ariaLabel() {
                return (words ??= scene.edgeLabel(node, exit, target));
              },
              reconnectable: !scene.readOnly && !folded,
              data: { exit, dashed: spec.dashed, back, mayBeChip, folded },
            });
            const inputs = [
              node,
              exit,
              nodes.get(target),
              spec.dashed,
              back,
              mayBeChip,
              isSelected,
              scene.role,
              scene.readOnly,
              from,
              to,
            ];
            return [{ id, from: inputs, make }];
          });
        }),
      );
    },
  };
}

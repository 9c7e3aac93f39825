import { useMemo, useState } from 'react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { usePreferences } from '../app/preferences.ts';
import { copyOf } from '../copy/i18n.ts';
import { foldedAway } from '../editor/folded.ts';
import { linesIn } from '../editor/commands/showLine.ts';
import { factsOf } from '../editor/factsOf.ts';
import { nodesById } from '../editor/flowIndex.ts';
import { problemsAt } from '../editor/problemIndex.ts';
import { hasItem } from '../editor/layoutItem.ts';
import { type EditorState, nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import { firstBlock } from '../editor/walk.ts';

import { isLarge } from './isLarge.ts';
import { useSimulator } from '../simulator/store.ts';
import { blockLabel } from './blockLabel.ts';
import { useItemScene } from './items/useItemScene.ts';
import { type CanvasNode, createProjection, type LinkEdge } from './project.ts';
import { useDragged } from './useDragged.ts';
import { pathKey, stepsText, usePathShown } from './usePath.ts';
import { edgeWords } from './edgeWords.ts';
import { useCanvasView } from './view.ts';

const NO_PLACES = {};
const NO_VISITS: Readonly<Record<string, readonly number[]>> = {};
const NO_FLOW = { id: '', name: '', nodes: [] };

/** The open flow as React Flow's objects, rebuilt only where something changed. */
export function useScene(): { nodes: CanvasNode[]; edges: LinkEdge[] } {
  const language = usePreferences((state) => state.language);
  const [project] = useState(createProjection);
  const flow = useEditor((state) => openFlowOf(state) ?? NO_FLOW);
  const facts = useEditor((state) => factsOf(state.bot));
  const lines = useEditor((state) => state.bot.layout?.[state.flowId]?.['lines']);
  const positions = useEditor((state) => state.bot.layout?.[state.flowId]?.nodes ?? NO_PLACES);
  const selection = useEditor((state) => state.selection);
  const problems = useEditor((state) => state.problems);
  const readOnly = useEditor((state) => state.readOnly);
  const sizes = useCanvasView((view) => view.sizes);
  const focused = useCanvasView((view) => view.current);
  const isPathShown = usePathShown();
  const visits = useSimulator((state) => (isPathShown ? state.visits : NO_VISITS));
  const folded = useEditor((state) => foldedAway(openFlowOf(state) ?? NO_FLOW, state.bot.layout?.[state.flowId]));
  const isThere = useEditor((state) => focused !== null && isOnCanvas(state, focused));
  const wanted = isThere ? focused : firstBlock(flow);
  // What a folded frame hides can't be a tab stop: the frame is.
  const current = wanted === null ? null : (folded.get(wanted) ?? wanted);
  const { frames, notes } = useItemScene(folded, current);

  const base = useMemo(() => {
    const nodeBy = (id: string): BotNode | undefined => nodesById(flow).get(id);
    const scene = {
      flow,
      facts,
      positions,
      lines: (node: string) => linesIn(lines, node),
      sizes,
      isLarge: isLarge(flow.nodes.length),
      selection,
      folded,
      current,
      role: copyOf('canvas', language)('block'),
      readOnly,
      visit: (node: string) => stepsText(visits[pathKey(flow.id, node)]),
      label: (node: BotNode) =>
        blockLabel(node, { facts, problems: problemsAt(problems, flow.id, node.id), language, nodeBy }),
      edgeLabel: (node: BotNode, exit: string, target: string) =>
        edgeWords(node, exit, nodeBy(target), facts, language),
    };
    return { nodes: project.nodes(scene), edges: project.edges(scene) };
  }, [project, flow, facts, positions, lines, sizes, selection, current, readOnly, visits, problems, language, folded]);

  const nodes = useMemo(() => [...frames, ...base.nodes, ...notes], [frames, base, notes]);
  return useDragged(nodes, base.edges);
}

function isOnCanvas(state: EditorState, key: string): boolean {
  return nodeOf(state, key) !== undefined || hasItem(state.bot, state.flowId, key);
}

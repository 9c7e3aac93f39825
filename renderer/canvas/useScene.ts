import { useMemo, useState } from 'react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { usePreferences } from '../app/preferences.ts';
import { copyOf } from '../copy/i18n.ts';
import { factsOf } from '../editor/factsOf.ts';
import { problemsAt } from '../editor/problemIndex.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { firstBlock } from '../editor/walk.ts';
import { useSimulator } from '../simulator/store.ts';
import { blockLabel } from './blockLabel.ts';
import { type BlockNode, createProjection, type LinkEdge } from './project.ts';
import { pathKey, stepsText } from './usePath.ts';
import { useCanvasView } from './view.ts';

const NO_PLACES = {};
const NO_FLOW = { id: '', name: '', nodes: [] };

/** The open flow as React Flow's objects, rebuilt only where something changed. */
export function useScene(): { nodes: BlockNode[]; edges: LinkEdge[] } {
  const language = usePreferences((state) => state.language);
  const [project] = useState(createProjection);
  const flow = useEditor((state) => openFlowOf(state) ?? NO_FLOW);
  const facts = useEditor((state) => factsOf(state.bot));
  const positions = useEditor((state) => state.bot.layout?.[state.flowId]?.nodes ?? NO_PLACES);
  const selection = useEditor((state) => state.selection);
  const problems = useEditor((state) => state.problems);
  const readOnly = useEditor((state) => state.readOnly);
  const dragged = useCanvasView((view) => view.dragged);
  const sizes = useCanvasView((view) => view.sizes);
  const focused = useCanvasView((view) => view.current);
  const visits = useSimulator((state) => state.visits);
  const current = focused !== null && flow.nodes.some((node) => node.id === focused) ? focused : firstBlock(flow);

  return useMemo(() => {
    const scene = {
      flow,
      facts,
      positions,
      dragged,
      sizes,
      selection,
      current,
      role: copyOf('canvas', language)('block'),
      readOnly,
      visit: (node: string) => stepsText(visits[pathKey(flow.id, node)]),
      label: (node: BotNode) => blockLabel(node, facts, problemsAt(problems, flow.id, node.id), language),
    };
    return { nodes: project.nodes(scene), edges: project.edges(scene) };
  }, [project, flow, facts, positions, dragged, sizes, selection, current, readOnly, visits, problems, language]);
}

import type { Problem } from '../../engine/check/problem.ts';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useNodeMark } from '../editor/changeMarks.ts';
import { familyOf, takesInput } from '../editor/nodeData.ts';
import { useConnectMode } from './modes/connectMode.ts';
import { useBlockProblems } from './useBlockProblems.ts';
import { useCover } from './useCover.ts';
import { type PathOf, usePathOf } from './usePath.ts';
import { useCanvasView } from './view.ts';

export interface CardLook {
  readonly problems: readonly Problem[];
  readonly path: PathOf;
  readonly cover: number | undefined;
  readonly mark: ReturnType<typeof useNodeMark>;
  /** What the style sheet tells cards apart by. */
  readonly attributes: Readonly<Record<`data-${string}`, string | boolean | undefined>>;
}

/** What is to be seen on a card from any distance: its family, what is wrong with it, where the test and the checks went. */
export function useCardLook(block: BotNode, flow: string): CardLook {
  const { id } = block;
  const problems = useBlockProblems(flow, id);
  const path = usePathOf(flow, id);
  const isDisabled = block.disabled === true;
  const shownCover = useCover(flow, id);
  const cover = isDisabled ? undefined : shownCover;
  const isSource = useCanvasView((view) => view.connecting?.node === id);
  const isCandidate = useConnectMode((mode) => mode.at === id);
  const mark = useNodeMark(flow, id);
  const worst = problems.find((problem) => problem.level === 'error') ?? problems.find((p) => p.level === 'warning');
  return {
    problems,
    path,
    cover,
    mark,
    attributes: {
      'data-testid': `block-kind-${block.kind}`,
      'data-family': familyOf(block.kind),
      'data-level': worst?.level,
      'data-disabled': isDisabled || undefined,
      'data-path': path.state,
      'data-failed': path.failed === undefined ? undefined : true,
      'data-cover': cover === undefined ? undefined : cover > 0 ? 'yes' : 'no',
      'data-entry': takesInput(block) ? undefined : true,
      'data-source': isSource || undefined,
      'data-candidate': isCandidate || undefined,
      'data-change': mark,
    },
  };
}

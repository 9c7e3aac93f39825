import type { Coverage } from '../../engine/check/coverage.ts';
import type { Copy } from '../copy/i18n.ts';

/** «Пройдено блоков: 9 из 12, связей: 10 из 15.» */
export function coverageWords({ counts }: Coverage, t: Copy<'checks'>): string {
  const [nodes, allNodes] = counts.nodes;
  const [exits, allExits] = counts.exits;
  return t('covered', { nodes, allNodes, exits, allExits });
}

import { jumpTarget } from '../../../engine/nodes/jump/run.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { blockTitle } from '../blockTitle.ts';
import { CardLine } from '../CardLine.tsx';
import type { CardProps } from '../face.ts';

export function JumpCard({ data }: CardProps<'jump'>) {
  const t = useCopy('nodes');
  const target = jumpTarget(data);
  const flowId = useEditor((state) => state.flowId);
  const wantedFlow = target && 'flow' in target ? (target.flow ?? flowId) : null;
  const flow = useEditor((state) => state.bot.flows.find((f) => f.id === wantedFlow));
  if (target?.to === 'lastMenu') return <CardLine>{t('jumpMenu')}</CardLine>;
  if (target?.to === 'back') return <CardLine>{t('jumpBack')}</CardLine>;
  if (target?.to === 'flow' && flow) return <CardLine wrap>{t('jumpFlow', { flow: flow.name })}</CardLine>;
  const node = target?.to === 'node' ? flow?.nodes.find((n) => n.id === target.node) : undefined;
  if (node) return <CardLine wrap>{t('jumpNode', { node: blockTitle(node) })}</CardLine>;
  return <CardLine tone="prompt">{t('jumpNowhere')}</CardLine>;
}

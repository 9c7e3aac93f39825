import { useCopy } from '../../copy/useCopy.ts';
import { CardLine } from '../CardLine.tsx';
import { CardTextIfAny } from '../CardTextIfAny.tsx';
import type { CardProps } from '../face.ts';

const THEN = { menu: 'resumeMenu', node: 'resumeNode', start: 'resumeStart' } as const;

export function ResumeCard({ node, data }: CardProps<'resume'>) {
  const t = useCopy('nodes');
  return (
    <>
      <CardTextIfAny text={data.text ?? ''} lines={2} field="text" patch={(text) => ({ text })} />
      <CardLine tone="quiet">
        {t(THEN[data.continue ?? (node.exits?.['next'] === undefined ? 'menu' : 'node')])}
      </CardLine>
    </>
  );
}

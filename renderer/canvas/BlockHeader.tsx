import { CircleHelp, Pin } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../../engine/check/problem.ts';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { isPinned } from '../editor/commands/pin.ts';
import { useEditor } from '../editor/store.ts';
import { kindWord } from '../nodes/blockTitle.ts';
import { useCardEditing } from '../nodes/cardEditing.ts';
import { CardTextEditor } from '../nodes/CardTextEditor.tsx';
import { faceOf } from '../nodes/registry.ts';
import styles from './BlockHeader.module.css';
import { BlockMenu } from './BlockMenu.tsx';
import { farTitle } from './farTitle.ts';
import { ProblemMark } from './ProblemMark.tsx';
import { useCanvasView } from './view.ts';

export interface BlockHeaderProps {
  readonly node: BotNode;
  readonly flow: string;
  readonly problems: readonly Problem[];
  readonly selected: boolean;
}

/** Icon, kind and name. Without a name the kind alone says what it is; the body says the rest. */
export function BlockHeader({ node, flow, problems, selected }: BlockHeaderProps) {
  const t = useCopy('nodes');
  const canvas = useCopy('canvas');
  const editing = useCardEditing();
  // The menu is built when the pointer first comes near: a flow of a thousand cards needs none of them.
  const [isNear, setNear] = useState(false);
  const pinned = useEditor((state) => isPinned(state.bot, flow, node.id));
  const isAsked = useCanvasView((view) => view.menu === node.id);
  const Icon = faceOf(node.kind)?.icon ?? CircleHelp;
  const name = node.name?.trim() ?? '';
  const isRenaming = editing.field === 'name';
  return (
    <header className={styles.header} onPointerEnter={() => setNear(true)}>
      <span className={styles.icon} data-scaled>
        <Icon size={16} aria-hidden />
      </span>
      <div className={styles.titles} data-scaled>
        <span className={name === '' && !isRenaming ? styles.alone : styles.kind} data-title={farTitle(node, t)}>
          <span className={styles.kindWord}>{kindWord(node.kind, t)}</span>
          {node.disabled && <span className={styles.disabled}>{t('disabled')}</span>}
        </span>
        {isRenaming ? (
          <CardTextEditor
            value={node.name ?? ''}
            label={canvas('renameLabel')}
            onChange={(value) => useEditor.getState().run('setNode', { flow, node: node.id, patch: { name: value } })}
            onDone={() => editing.stop('done')}
          />
        ) : (
          name !== '' && (
            <span className={styles.name} title={name}>
              {name}
            </span>
          )
        )}
      </div>
      {pinned && (
        <span
          className={styles.pin}
          role="img"
          aria-label={canvas('pinned')}
          title={canvas('pinned')}
          data-testid="pin-mark"
        >
          <Pin size={13} aria-hidden />
        </span>
      )}
      <ProblemMark problems={problems} />
      {(isNear || selected || isAsked) && <BlockMenu node={node} flow={flow} />}
    </header>
  );
}

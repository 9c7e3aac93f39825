import { CircleHelp, Ellipsis, Play, Power, SquareStack, Trash2 } from 'lucide-react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { canRemove } from '../editor/commands/removeSelection.ts';
import { familyOf } from '../editor/nodeData.ts';
import { useEditor } from '../editor/store.ts';
import { kindWord } from '../nodes/blockTitle.ts';
import { faceOf } from '../nodes/registry.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './BlockHead.module.css';
import { duplicateBlocks, removeBlocks, testFrom } from './blockActions.ts';

/** Kind, name and what can be done with the block. */
export function BlockHead({ node, flow }: { readonly node: BotNode; readonly flow: string }) {
  const t = useCopy('inspector');
  const nodes = useCopy('nodes');
  const readOnly = useEditor((state) => state.readOnly);
  const { run } = useEditor.getState();
  const Icon = faceOf(node.kind)?.icon ?? CircleHelp;
  const fixed = canRemove(node.kind) ? undefined : t('startStays');
  const disabled = node.disabled === true;

  return (
    <header className={styles.head} data-family={familyOf(node.kind)}>
      <div className={styles.top}>
        <span className={styles.icon}>
          <Icon size={16} aria-hidden />
        </span>
        <span className={styles.kind}>
          {kindWord(node.kind, nodes)}
          {disabled && <span className={styles.disabled}>{nodes('disabled')}</span>}
        </span>
        <IconButton
          size="dense"
          variant="secondary"
          label={t('testFrom')}
          icon={<Play />}
          onClick={() => testFrom(flow, node.id)}
          data-testid="test-from"
        />
        {!readOnly && (
          <Menu
            trigger={<Button size="dense" variant="ghost" aria-label={t('actions')} icon={<Ellipsis />} />}
            groups={[
              [
                {
                  id: 'duplicate',
                  label: t('duplicate'),
                  icon: <SquareStack size={15} />,
                  reason: fixed,
                  onSelect: () => duplicateBlocks(flow, [node.id]),
                },
                {
                  id: 'disable',
                  label: t(disabled ? 'enable' : 'disable'),
                  icon: <Power size={15} />,
                  reason: fixed,
                  onSelect: () => run('setNode', { flow, node: node.id, patch: { disabled: !disabled } }),
                },
              ],
              [
                {
                  id: 'delete',
                  label: t('delete'),
                  icon: <Trash2 size={15} />,
                  danger: true,
                  reason: fixed,
                  onSelect: () => removeBlocks(flow, [node.id]),
                },
              ],
            ]}
          />
        )}
      </div>
      <TextInput
        value={node.name ?? ''}
        maxLength={60}
        aria-label={t('name')}
        placeholder={t('namePlaceholder')}
        className={styles.name}
        disabled={readOnly}
        onChange={(name) => run('setNode', { flow, node: node.id, patch: { name } })}
        data-testid="block-name"
      />
    </header>
  );
}

import { Command } from 'cmdk';
import { CircleHelp, Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import { runAction } from '../actions/provide.ts';
import { connectBlocks } from '../canvas/connectBlocks.ts';
import picker from '../canvas/picker/BlockPicker.module.css';
import { useCopy } from '../copy/useCopy.ts';
import { familyOf, takesInput } from '../editor/nodeData.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { blockTitle, kindWord } from '../nodes/blockTitle.ts';
import { faceOf } from '../nodes/registry.ts';
import { SearchList } from '../ui/SearchList.tsx';
import list from '../ui/searchList.module.css';
import { focusRow, useList } from './listStore.ts';

const SIZE = { width: 336, height: 360 };

/** Which block an output is to lead to, found by its words: connecting without a canvas. */
export function TargetPicker() {
  const asked = useList((state) => state.connecting);
  const row = asked && document.querySelector<HTMLElement>(`[data-key="${CSS.escape(asked.row)}"]`);
  if (!asked || !row) return null;
  return <Targets rowKey={asked.row} node={asked.node} exit={asked.exit} box={row.getBoundingClientRect()} />;
}

interface TargetsProps {
  readonly rowKey: string;
  readonly node: string;
  readonly exit: string;
  readonly box: DOMRect;
}

function Targets({ rowKey, node, exit, box }: TargetsProps) {
  const t = useCopy('outline');
  const nodes = useEditor((state) => openFlowOf(state)?.nodes ?? []);
  const isBelow = box.bottom + SIZE.height + 12 < window.innerHeight;
  return (
    <Popover.Root open onOpenChange={(open) => !open && focusRow(rowKey)}>
      <Popover.Anchor asChild>
        <span className={picker.anchor} style={{ left: box.left + 64, top: isBelow ? box.bottom : box.top }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          className={picker.picker}
          style={SIZE}
          side={isBelow ? 'bottom' : 'top'}
          align="start"
          collisionPadding={8}
          aria-label={t('target')}
          data-testid="target-picker"
          onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <SearchList label={t('target')} placeholder={t('target')} empty={t('nothing')}>
            {nodes.filter(takesInput).map((target) => {
              const Icon = faceOf(target.kind)?.icon ?? CircleHelp;
              const title = blockTitle(target);
              return (
                <Command.Item
                  key={target.id}
                  value={target.id}
                  keywords={[title, kindWord(target.kind)]}
                  className={list.item}
                  data-testid={`target-${target.id}`}
                  onSelect={() => {
                    focusRow(rowKey);
                    connectBlocks({ node, exit }, target.id);
                  }}
                >
                  <span className={list.icon} data-family={familyOf(target.kind)}>
                    <Icon size={16} aria-hidden />
                  </span>
                  <span className={picker.words}>
                    <span className={list.name}>{title}</span>
                    <span className={picker.about}>{kindWord(target.kind)}</span>
                  </span>
                </Command.Item>
              );
            })}
            <Command.Item
              value="+"
              keywords={[t('addAfter')]}
              className={list.item}
              onSelect={() => {
                focusRow(rowKey);
                setTimeout(() => runAction('addBlock'));
              }}
            >
              <span className={list.icon}>
                <Plus size={16} aria-hidden />
              </span>
              <span className={list.name}>{t('addAfter')}</span>
            </Command.Item>
          </SearchList>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

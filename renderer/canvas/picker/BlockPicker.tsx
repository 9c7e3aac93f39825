import { Command } from 'cmdk';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Family, KindName } from '../../../engine/nodes/kind.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { familyOf } from '../../editor/nodeData.ts';
import { useEditor } from '../../editor/store.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { SearchList } from '../../ui/SearchList.tsx';
import { type PickerRequest, useCanvasView } from '../view.ts';
import styles from './BlockPicker.module.css';
import { PickerItem } from './PickerItem.tsx';
import { readRecent, rememberRecent } from './recentKinds.ts';
import { searchKinds } from './searchKinds.ts';
import { whyNot } from './whyNot.ts';

/** What is added most comes first; a bot has few entries. */
const FAMILIES: readonly Family[] = ['talk', 'ask', 'nlu', 'logic', 'crm', 'operator', 'system', 'start'];
const WIDTH = 336;
const HEIGHT = 440;

export interface BlockPickerProps {
  readonly request: PickerRequest;
  readonly onChoose: (kind: KindName, loose: boolean) => void;
  readonly onClose: () => void;
}

/** The one picker behind all five doors: search in both languages, recent kinds, then families. */
export function BlockPicker({ request, onChoose, onClose }: BlockPickerProps) {
  const t = useCopy('picker');
  const nodes = useCopy('nodes');
  const bot = useEditor((state) => state.bot);
  const flowId = useEditor((state) => state.flowId);
  const [query, setQuery] = useState('');
  const [recent] = useState(readRecent);
  const loose = useRef(false);
  const { door, screen } = request;
  const found = searchKinds(query);
  const isOpen = (kind: KindName): boolean => whyNot(kind, door, bot, flowId) === null;
  const groups =
    query.trim() === ''
      ? [
          { id: 'recent', title: t('recent'), kinds: recent.filter(isOpen) },
          // Families of which nothing can be added here go last.
          ...FAMILIES.map((family) => ({
            id: family,
            title: nodes(`family.${family}`),
            kinds: found.filter((kind) => familyOf(kind) === family),
          })).toSorted((a, b) => Number(b.kinds.some(isOpen)) - Number(a.kinds.some(isOpen))),
        ]
      : [{ id: 'found', title: '', kinds: found }];

  function choose(kind: KindName): void {
    rememberRecent(kind);
    onChoose(kind, loose.current);
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    loose.current = event.shiftKey && event.key === 'Enter';
  }

  const fitsRight = screen.x + WIDTH + 12 < window.innerWidth;
  const fitsBelow = screen.y + HEIGHT + 12 < window.innerHeight || screen.y < window.innerHeight / 2;
  // Above the pointer it keeps its height, or the search would slide down as the list gets shorter.
  const side = fitsBelow ? 'maxHeight' : 'height';
  const room = fitsBelow ? window.innerHeight - screen.y - 16 : screen.y - 16;
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor asChild>
        <span className={styles.anchor} style={{ left: screen.x, top: screen.y }} />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          data-testid="picker"
          aria-label={t('title')}
          className={styles.picker}
          style={{ width: WIDTH, [side]: Math.min(HEIGHT, Math.max(room, 240)) }}
          side={fitsBelow ? 'bottom' : 'top'}
          align={fitsRight ? 'start' : 'end'}
          sideOffset={2}
          avoidCollisions={false}
          onKeyDown={onKeyDown}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <SearchList
            label={t('title')}
            placeholder={t('search')}
            empty={t('nothing')}
            query={{ text: query, onChange: setQuery }}
            foot={
              <div className={styles.foot}>
                <span>
                  <Kbd keys="Enter" /> {t('hintChoose')}
                </span>
                {door.to === 'exit' && (
                  <span>
                    <Kbd keys="Shift+Enter" /> {t('hintLoose')}
                  </span>
                )}
                <span>
                  <Kbd keys="Escape" /> {t('hintClose')}
                </span>
              </div>
            }
          >
            {groups
              .filter((group) => group.kinds.length > 0)
              .map((group) => (
                <Command.Group key={group.id} heading={group.title === '' ? undefined : group.title}>
                  {group.kinds.map((kind) => (
                    <PickerItem
                      key={kind}
                      kind={kind}
                      value={`${group.id}/${kind}`}
                      testId={group.id !== 'recent'}
                      why={whyNot(kind, door, bot, flowId)}
                      onChoose={choose}
                    />
                  ))}
                </Command.Group>
              ))}
          </SearchList>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

export function closePicker(): void {
  useCanvasView.setState({ picker: null });
}

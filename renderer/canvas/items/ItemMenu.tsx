import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useKeys } from '../../actions/actionKeys.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { Menu } from '../../ui/Menu.tsx';
import menuStyles from '../BlockMenu.module.css';
import { useCanvasActions } from '../canvasActions.ts';
import { editOnCard, useCanvasView } from '../view.ts';
import { itemMenuGroups, type MenuSubject } from './itemMenuGroups.tsx';
import styles from './ItemMenu.module.css';

/** «⋯» on a note or a frame. */
export function ItemMenu({ id, item }: { readonly id: string; readonly item: MenuSubject }) {
  const t = useCopy('items');
  const keys = useKeys();
  const actions = useCanvasActions();
  const readOnly = useEditor((state) => state.readOnly);
  const isTabStop = useCanvasView((view) => view.current === id);
  // What it leads to is asked for when it opens, not with every drag.
  const [isNear, setNear] = useState(false);

  function only(act: () => void): () => void {
    return () => {
      useEditor.getState().select({ nodes: [id] });
      act();
    };
  }

  const place = {
    keys,
    readOnly,
    edit: only(() => editOnCard(id, 'name')),
    copy: only(actions.copy),
    duplicate: only(actions.duplicate),
    remove: only(actions.remove),
  };
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={`nodrag nopan ${menuStyles.more ?? ''} ${item.kind === 'note' ? (styles.corner ?? '') : ''}`}
          aria-label={item.kind === 'note' ? t('noteActions') : t('frameActions')}
          data-testid={`${item.kind}-menu`}
          tabIndex={isTabStop ? 0 : -1}
          onPointerEnter={() => setNear(true)}
          onFocus={() => setNear(true)}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Ellipsis size={16} aria-hidden />
        </button>
      }
      groups={isNear ? itemMenuGroups(id, item, place) : []}
    />
  );
}

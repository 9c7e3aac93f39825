import { ViewportPortal } from '@xyflow/react';
import type { KindName } from '../../engine/nodes/kind.ts';
import { useCopy } from '../copy/useCopy.ts';
import { positionOf } from '../editor/draft.ts';
import { familyOf } from '../editor/nodeData.ts';
import { CARD_WIDTH, COLUMN_GAP } from '../editor/place.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { FACES } from '../nodes/registry.ts';
import { useCanvasActions } from './canvasActions.ts';
import styles from './EmptyFlow.module.css';
import type { Door } from './view.ts';

const FIRST: readonly KindName[] = ['message', 'menu', 'question'];

/** Beside the start of a flow that has nothing else: what should the bot say first? */
export function EmptyFlow() {
  const t = useCopy('canvas');
  const words = useCopy('nodes');
  const actions = useCanvasActions();
  const flow = useEditor(openFlowOf);
  const at = useEditor((state) => positionOf(state.bot, state.flowId, openFlowOf(state)?.nodes[0]?.id ?? ''));
  const readOnly = useEditor((state) => state.readOnly);
  const [start, ...more] = flow?.nodes ?? [];
  if (!flow || readOnly || more.length > 0 || (start && start.kind !== 'start')) return null;
  const place = start ? { x: at.x + CARD_WIDTH + COLUMN_GAP, y: at.y } : { x: 0, y: 0 };
  const door: Door = start ? { to: 'exit', from: { node: start.id, exit: 'next' } } : { to: 'canvas', at: place };
  return (
    <ViewportPortal>
      <div
        className={`nopan nodrag ${styles.empty ?? ''}`}
        style={{ transform: `translate(${String(place.x)}px, ${String(place.y - 8)}px)` }}
      >
        <p className={styles.title}>{t('emptyTitle')}</p>
        <div className={styles.choices}>
          {FIRST.map((kind) => {
            const Icon = FACES[kind].icon;
            return (
              <button
                key={kind}
                type="button"
                className={styles.choice}
                data-family={familyOf(kind)}
                data-testid={`first-${kind}`}
                onClick={() => actions.add(kind, door, false)}
              >
                <span className={styles.icon}>
                  <Icon size={16} aria-hidden />
                </span>
                {words(`kind.${kind}`)}
              </button>
            );
          })}
        </div>
      </div>
    </ViewportPortal>
  );
}

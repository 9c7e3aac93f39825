import { X } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import { factsOf } from '../editor/factsOf.ts';
import { exitsOf } from '../editor/nodeData.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { exitTitle } from '../nodes/exitTitle.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { useCanvasActions } from './canvasActions.ts';
import styles from './CanvasHint.module.css';
import { dropHint, useHint } from './hint.ts';
import { filterTargets, leaveConnecting, useConnectMode } from './modes/connectMode.ts';
import { leaveMoving, useMoveMode } from './modes/moveMode.ts';
import { cancelTidy, useTidy } from './tidy/tidyRun.ts';
import { useCanvasView } from './view.ts';

/** One line above the canvas: the mode it is in and how to leave it, or why something can't be done. */
export function CanvasHint() {
  const t = useCopy('canvas');
  const connecting = useCanvasView((view) => view.connecting);
  const moving = useMoveMode((state) => state.moving?.node);
  const isSlow = useTidy((state) => state.phase === 'slow');
  const text = useHint((state) => state.text);
  const node = useEditor((state) => (moving === undefined ? undefined : nodeOf(state, moving)));
  return (
    <div className={styles.place}>
      {isSlow && (
        <p className={styles.hint} data-testid="tidy-running">
          <Spinner />
          {t('tidy.running')}
          <button type="button" className={styles.action} onClick={cancelTidy} data-testid="tidy-cancel">
            {t('tidy.cancel')}
          </button>
        </p>
      )}
      {connecting && <ConnectHint />}
      {node && (
        <p className={styles.hint} data-testid="moving">
          <strong>{t('moving', { name: blockTitle(node) })}</strong>
          <span className={styles.how}>{t('movingKeys')}</span>
          <button type="button" className={styles.action} onClick={leaveMoving}>
            {t('cancelMode')}
          </button>
        </p>
      )}
      {text !== null && (
        <p className={styles.hint} data-testid="canvas-hint">
          {text}
          <button type="button" className={styles.cross} aria-label={t('cancelMode')} onClick={dropHint}>
            <X size={14} aria-hidden />
          </button>
        </p>
      )}
    </div>
  );
}

function ConnectHint() {
  const t = useCopy('canvas');
  const actions = useCanvasActions();
  const filter = useConnectMode((state) => state.filter);
  const connecting = useCanvasView((view) => view.connecting);
  const caption = useEditor((state) => {
    const source = connecting && nodeOf(state, connecting.node);
    const specs = source ? exitsOf(source, factsOf(state.bot)) : [];
    const at = specs.findIndex((spec) => spec.id === connecting?.exit);
    const spec = specs[at];
    return spec ? exitTitle(spec, at) : '';
  });
  if (!connecting) return null;
  return (
    <p className={styles.hint} data-testid="connecting">
      <strong>{t('connectFrom', { exit: caption })}</strong>
      {filter === '' ? (
        <span className={styles.how}>{t('connectHow')}</span>
      ) : (
        <span className={styles.filter} data-testid="connect-filter">
          {t('filter', { text: filter })}
          <button
            type="button"
            className={styles.cross}
            aria-label={t('filterClear')}
            onClick={() => filterTargets(connecting, '', actions)}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      )}
      <button type="button" className={styles.action} onClick={leaveConnecting}>
        {t('cancelMode')}
      </button>
    </p>
  );
}

import { type ReactFlowInstance, useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Network, Plus, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { useKeys } from '../actions/actionKeys.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { useEditor } from '../editor/store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { motionMs } from './bringIntoView.ts';
import { useCanvasActions } from './canvasActions.ts';
import styles from './CanvasToolbar.module.css';
import { addNote } from './items/itemActions.ts';
import { useTidy, warmUp } from './tidy/tidyRun.ts';
import { stepZoom } from './viewMoves.ts';

export const CanvasToolbar = memo(function CanvasToolbar() {
  const t = useCopy('canvas');
  const items = useCopy('items');
  const keys = useKeys();
  const view = useReactFlow();
  const actions = useCanvasActions();
  const readOnly = useEditor((state) => state.readOnly);
  const isTidying = useTidy((state) => state.phase !== 'idle');

  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('toolbar')}>
      {!readOnly && (
        <Tooltip label={t('add')} shortcut={keys('addBlock')} side="top">
          <Button
            icon={<Plus size={16} aria-hidden />}
            data-testid="add-block"
            className={styles.raised ?? ''}
            onClick={() => actions.openAtCurrent(false)}
          >
            {t('add')}
          </Button>
        </Tooltip>
      )}
      {!readOnly && (
        <IconButton
          label={items('addNote')}
          shortcut={keys('addNote')}
          tooltipSide="top"
          variant="secondary"
          className={styles.raised ?? ''}
          data-testid="add-note"
          icon={<StickyNote size={16} aria-hidden />}
          onClick={() => addNote(actions.centre())}
        />
      )}
      <Zoom />
      <IconButton
        label={t('fit')}
        shortcut={keys('fitAll')}
        tooltipSide="top"
        variant="secondary"
        className={styles.raised ?? ''}
        icon={<Maximize size={16} aria-hidden />}
        onClick={() => void view.fitView({ padding: 0.1, maxZoom: 1, duration: motionMs(320) })}
      />
      {!readOnly && (
        <IconButton
          label={t('tidy.action')}
          shortcut={keys('tidy')}
          tooltipSide="top"
          variant="secondary"
          className={styles.raised ?? ''}
          icon={<Network size={16} aria-hidden />}
          busy={isTidying}
          data-testid="tidy"
          onPointerEnter={warmUp}
          onClick={actions.tidy}
        />
      )}
    </div>
  );
});

/** Apart from the rest of the bar: it is drawn again at every step of a zoom. */
function Zoom() {
  const t = useCopy('canvas');
  const language = usePreferences((state) => state.language);
  const keys = useKeys();
  const view = useReactFlow();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const words = new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100);
  return (
    <div className={styles.zoom}>
      <Step way={-1} disabled={percent <= 25} />
      <Tooltip label={t('zoomReset', { percent: words })} shortcut={keys('zoomReset')} side="top">
        <button
          type="button"
          className={styles.percent}
          onClick={() => zoomTo(view, 1)}
          aria-label={t('zoomReset', { percent: words })}
        >
          {words}
        </button>
      </Tooltip>
      <Step way={1} disabled={percent >= 200} />
    </div>
  );
}

const Step = memo(function Step({ way, disabled }: { readonly way: 1 | -1; readonly disabled: boolean }) {
  const t = useCopy('canvas');
  const keys = useKeys();
  const view = useReactFlow();
  const action = way === 1 ? 'zoomIn' : 'zoomOut';
  return (
    <IconButton
      label={t(action)}
      shortcut={keys(action)}
      tooltipSide="top"
      icon={way === 1 ? <Plus size={16} aria-hidden /> : <Minus size={16} aria-hidden />}
      disabled={disabled}
      onClick={() => zoomTo(view, stepZoom(view.getZoom(), way))}
    />
  );
});

function zoomTo(view: ReactFlowInstance, level: number): void {
  void view.zoomTo(level, { duration: motionMs(140) });
}

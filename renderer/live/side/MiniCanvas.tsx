import '../../nodes/family.css';
import { CircleHelp, Map as MapIcon } from 'lucide-react';
import { useMemo } from 'react';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Place } from '../../../engine/model/state.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { blockTitle } from '../../nodes/blockTitle.ts';
import { familyOf } from '../../editor/nodeData.ts';
import { faceOf } from '../../nodes/registry.ts';
import { miniScene } from './miniScene.ts';
import styles from './MiniCanvas.module.css';

/** Of the canvas: how much smaller it is drawn, and how large the window on it is (px on screen). */
const SCALE = 0.36;
const WIDTH = 238;
const HEIGHT = 148;

export interface MiniCanvasProps {
  readonly bot: Bot;
  readonly place: Place;
  readonly onOpen: () => void;
}

/** The block a conversation waits at with what stands around it, small; a press shows it on the canvas. */
export function MiniCanvas({ bot, place, onOpen }: MiniCanvasProps) {
  const t = useCopy('liveSide');
  const { flow, node } = place;
  const scene = useMemo(
    () => miniScene(bot, { flow, node }, { width: WIDTH / SCALE, height: HEIGHT / SCALE }),
    [bot, flow, node],
  );
  return (
    <button type="button" className={styles.mini} onClick={onOpen} data-testid="conv-mini">
      {scene !== null && (
        <span className={styles.window} style={{ height: HEIGHT }} aria-hidden data-picture>
          <svg
            className={styles.lines}
            viewBox={`${String(scene.view.x)} ${String(scene.view.y)} ${String(scene.view.width)} ${String(scene.view.height)}`}
          >
            {scene.lines.map(({ id, path, isOut }) => (
              <path key={id} d={path} data-out={isOut || undefined} />
            ))}
          </svg>
          {scene.cards.map(({ node: block, box }) => {
            const Icon = faceOf(block.kind)?.icon ?? CircleHelp;
            return (
              <span
                key={block.id}
                className={styles.card}
                data-family={familyOf(block.kind)}
                data-current={block.id === node || undefined}
                style={{
                  left: (box.x - scene.view.x) * SCALE,
                  top: (box.y - scene.view.y) * SCALE,
                  width: box.width * SCALE,
                  height: box.height * SCALE,
                }}
              >
                <Icon size={11} />
                <span className={styles.title}>{blockTitle(block)}</span>
              </span>
            );
          })}
        </span>
      )}
      <span className={styles.open}>
        <MapIcon size={14} aria-hidden />
        {t('showBlock')}
      </span>
    </button>
  );
}

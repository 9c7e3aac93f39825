import type { ReactFlowInstance } from '@xyflow/react';
import { motionMs } from './bringIntoView.ts';
import { canvasElement } from './focusBlock.ts';
import type { CanvasNode, LinkEdge } from './project.ts';

/** How far a page key moves the view: this part of what is on screen. */
const PAGE = 0.8;

/** The next quarter, 25 % to 200 %. */
export function stepZoom(zoom: number, way: 1 | -1): number {
  return Math.min(2, Math.max(0.25, Math.round((zoom + way * 0.25) * 4) / 4));
}

export interface ViewMoves {
  readonly zoom: (way: 1 | -1) => void;
  readonly reset: () => void;
  readonly fitAll: () => void;
  readonly fit: (nodes: readonly string[]) => void;
  /** In pages of the screen; 1 = right, down. */
  readonly page: (x: number, y: number) => void;
}

/** Zooming and panning, for keys, buttons and the palette. */
export function viewMoves(view: ReactFlowInstance<CanvasNode, LinkEdge>): ViewMoves {
  return {
    zoom: (way) => void view.zoomTo(stepZoom(view.getZoom(), way), { duration: motionMs(140) }),
    reset: () => void view.zoomTo(1, { duration: motionMs(140) }),
    fitAll: () => void view.fitView({ padding: 0.1, maxZoom: 1, duration: motionMs(320) }),
    fit(nodes) {
      if (nodes.length === 0) return;
      void view.fitView({
        nodes: nodes.map((id) => ({ id })),
        padding: 0.2,
        maxZoom: 1,
        duration: motionMs(320),
      });
    },
    page(x, y) {
      const at = view.getViewport();
      const box = canvasElement()?.getBoundingClientRect();
      if (!box) return;
      const place = { ...at, x: at.x - x * box.width * PAGE, y: at.y - y * box.height * PAGE };
      void view.setViewport(place, { duration: motionMs(140) });
    },
  };
}

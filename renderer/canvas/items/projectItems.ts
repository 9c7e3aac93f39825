import type { Node } from '@xyflow/react';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { type FlowFrame, type FlowNote, framesOf, notesOf } from '../../../engine/flow/layoutItems.ts';
import type { Point } from '../../editor/draft.ts';
import { itemKey } from '../../editor/layoutItem.ts';
import { keeper } from '../keeper.ts';
import type { Size } from '../view.ts';

export type NoteNode = Node<{ readonly note: FlowNote; readonly flow: string }, 'note'>;
export type FrameNode = Node<{ readonly frame: FlowFrame; readonly flow: string }, 'frame'>;
export type ItemNode = NoteNode | FrameNode;

export interface ItemScene {
  readonly flow: string;
  readonly layout: NonNullable<Bot['layout']>[string] | undefined;
  readonly folded: ReadonlyMap<string, string>;
  readonly resizing: { readonly key: string; readonly box: Point } | null;
  readonly sizes: Readonly<Record<string, Size>>;
  readonly selected: ReadonlySet<string>;
  readonly current: string | null;
  readonly readOnly: boolean;
  readonly roles: { readonly note: string; readonly frame: string };
  labelNote(note: FlowNote): string;
  labelFrame(frame: FlowFrame, key: string): string;
}

/** Behind cards and lines; React Flow lifts what is selected by a thousand. */
const BEHIND = -1001;
const LIFT = 1000;

/** Notes and frames as React Flow's objects; only what changed is built again. */
export function createItemProjection(): {
  frames(scene: ItemScene): FrameNode[];
  notes(scene: ItemScene): NoteNode[];
} {
  const keepFrames = keeper<FrameNode>();
  const keepNotes = keeper<NoteNode>();

  function base(scene: ItemScene, key: string, at: Point, label: string, role: string) {
    const { x, y } = scene.resizing?.key === key ? scene.resizing.box : at;
    const size = scene.sizes[key];
    const isSelected = scene.selected.has(key);
    const tabIndex = scene.current === key ? 0 : -1;
    const from = [x, y, size, isSelected, tabIndex, label, role, scene.readOnly, scene.flow];
    const shared = {
      id: key,
      position: { x, y },
      selected: isSelected,
      draggable: !scene.readOnly,
      connectable: false,
      ...(size ? { measured: { ...size } } : {}),
      ariaLabel: label,
      domAttributes: { tabIndex, 'aria-roledescription': role, 'data-testid': key } as Node['domAttributes'] & object,
    };
    return { from, shared, isSelected };
  }

  return {
    frames(scene) {
      // The smaller lie on the larger.
      const frames = [...framesOf(scene.layout)].sort((a, b) => b.width * b.height - a.width * a.height);
      return keepFrames(
        frames.flatMap((frame) => {
          const key = itemKey('frame', frame.id);
          if (scene.folded.has(key)) return [];
          const label = scene.labelFrame(frame, key);
          const { from, shared, isSelected } = base(scene, key, frame, label, scene.roles.frame);
          const make = (): FrameNode => ({
            ...shared,
            type: 'frame',
            data: { frame, flow: scene.flow },
            dragHandle: '.frame-title',
            ...(frame.collapsed
              ? {}
              : { zIndex: isSelected ? BEHIND - LIFT : BEHIND, style: { pointerEvents: 'none' as const } }),
          });
          return [{ id: key, from: [frame, ...from], make }];
        }),
      );
    },
    notes(scene) {
      return keepNotes(
        notesOf(scene.layout).flatMap((note) => {
          const key = itemKey('note', note.id);
          if (scene.folded.has(key)) return [];
          const { from, shared } = base(scene, key, note, scene.labelNote(note), scene.roles.note);
          const make = (): NoteNode => ({ ...shared, type: 'note', data: { note, flow: scene.flow } });
          return [{ id: key, from: [note, ...from], make }];
        }),
      );
    },
  };
}

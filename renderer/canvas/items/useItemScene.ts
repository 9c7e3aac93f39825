import { useMemo, useState } from 'react';
import type { FlowFrame } from '../../../engine/flow/layoutItems.ts';
import { usePreferences } from '../../app/preferences.ts';
import { copyOf } from '../../copy/i18n.ts';
import { openFlowOf, useEditor } from '../../editor/store.ts';
import { useCanvasView } from '../view.ts';
import { blocksIn, insideWords, problemsIn } from './insideWords.ts';
import { createItemProjection, type FrameNode, type NoteNode } from './projectItems.ts';
import { plainNoteText } from './readNoteText.ts';

const SAID = 80;

/** Notes and frames of the open flow as React Flow's objects. `current`: the thing in the tab order. */
export function useItemScene(
  folded: ReadonlyMap<string, string>,
  current: string | null,
): { readonly frames: FrameNode[]; readonly notes: NoteNode[] } {
  const language = usePreferences((state) => state.language);
  const [project] = useState(createItemProjection);
  const flow = useEditor((state) => state.flowId);
  const open = useEditor(openFlowOf);
  const layout = useEditor((state) => state.bot.layout?.[state.flowId]);
  const selection = useEditor((state) => state.selection.nodes);
  const problems = useEditor((state) => state.problems);
  const readOnly = useEditor((state) => state.readOnly);
  const resizing = useCanvasView((view) => view.resizing);
  const sizes = useCanvasView((view) => view.sizes);

  return useMemo(() => {
    const t = copyOf('items', language);
    const scene = {
      flow,
      layout,
      folded,
      resizing,
      sizes,
      selected: new Set(selection),
      current,
      readOnly,
      roles: { note: t('note'), frame: t('frame') },
      labelNote: ({ text }: { readonly text: string }) => {
        const said = plainNoteText(text).slice(0, SAID);
        return t('noteLabel', { text: said === '' ? t('emptyNote') : said });
      },
      labelFrame: ({ title, collapsed }: FlowFrame, key: string) => {
        if (!collapsed) return t('frameLabel', { title });
        const blocks = blocksIn(open, layout, key);
        const inside = insideWords(blocks.length, problemsIn(problems, flow, blocks).length, language);
        return t('frameLabelFolded', { title, inside });
      },
    };
    return { frames: project.frames(scene), notes: project.notes(scene) };
  }, [project, flow, layout, folded, resizing, sizes, selection, current, readOnly, open, problems, language]);
}

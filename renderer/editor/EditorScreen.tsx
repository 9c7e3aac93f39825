import { useEffect } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import { Loading } from '../app/Loading.tsx';
import { navigate } from '../app/route.ts';
import { Canvas } from '../canvas/Canvas.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { useEditorSteps } from '../firstSteps/useEditorSteps.ts';
import { Dock } from '../inspector/Dock.tsx';
import { useDock } from '../inspector/dockStore.ts';
import { BottomPanel } from '../problems/BottomPanel.tsx';
import { CompareBar } from '../publish/CompareBar.tsx';
import { VersionBar } from '../publish/VersionBar.tsx';
import { OutsideReview } from '../requests/OutsideReview.tsx';
import { DraftFault } from './DraftFault.tsx';
import styles from './EditorScreen.module.css';
import { EditorTitle } from './EditorTitle.tsx';
import { EditorTools } from './EditorTools.tsx';
import { NewerBanner } from './NewerBanner.tsx';
import { SaveBanner } from './SaveBanner.tsx';
import { useEditor } from './store.ts';
import { useDraft } from './useDraft.ts';
import { useRecovered } from './useRecovered.ts';
import { useNews } from './useNews.ts';
import { useEditorActions } from './useEditorActions.ts';

export interface EditorScreenProps {
  readonly botId: string;
  readonly flowId?: string;
}

/** The canvas of a bot with everything around it: title and tools in the top bar, dock, bottom panel. */
export function EditorScreen({ botId, flowId }: EditorScreenProps) {
  const t = useCopy('editor');
  const { draft, fault, retry } = useDraft(botId, flowId);
  const openFlow = useEditor((state) => state.flowId);
  useEditorActions(draft);
  useRecovered(botId, draft !== null);
  useNews();
  const { panel, isDockShown } = useDockPanel(draft !== null);
  useEditorSteps();
  useRouteOf(botId, flowId, draft !== null);

  if (fault) return <DraftFault fault={fault} onRetry={retry} />;
  if (!draft) return <Loading />;
  return (
    <div className={styles.screen}>
      <EditorTitle />
      <EditorTools />
      <OutsideReview />
      <Group orientation="horizontal" className={styles.columns ?? ''}>
        <Panel minSize="420px" className={styles.column ?? ''}>
          <NewerBanner draft={draft} />
          <SaveBanner draft={draft} />
          <VersionBar />
          <CompareBar />
          <div className={styles.canvas} data-region="canvas">
            <Canvas key={openFlow} />
          </div>
          <BottomPanel />
        </Panel>
        <Separator className={styles.divider ?? ''} aria-label={t('resizeDock')} />
        <Panel
          panelRef={panel}
          collapsible
          defaultSize="360px"
          minSize="320px"
          maxSize="560px"
          groupResizeBehavior="preserve-pixel-size"
        >
          <div className={styles.dock} data-region="dock" inert={!isDockShown}>
            <Dock />
          </div>
        </Panel>
      </Group>
    </div>
  );
}

/** The dock folds away to nothing; what it shows stays as it is. */
function useDockPanel(isOpen: boolean): { panel: ReturnType<typeof usePanelRef>; isDockShown: boolean } {
  const panel = usePanelRef();
  const isDockShown = useDock((state) => state.isShown);
  useEffect(() => {
    if (isDockShown) panel.current?.expand();
    else panel.current?.collapse();
  }, [panel, isDockShown, isOpen]);
  return { panel, isDockShown };
}

/** The address names the open flow, so Back, Forward and a reload find it. */
function useRouteOf(botId: string, wanted: string | undefined, isOpen: boolean): void {
  const openFlow = useEditor((state) => state.flowId);
  useEffect(() => {
    if (isOpen && wanted !== undefined) useEditor.getState().openFlow(wanted);
  }, [isOpen, wanted]);
  useEffect(() => {
    if (!isOpen) return;
    const { flowId } = useEditor.getState();
    navigate({ screen: 'flow', bot: botId, flow: flowId }, 'replace');
  }, [botId, isOpen, openFlow]);
}

import { lazy, Suspense } from 'react';
import { ConnectionsScreen } from '../connections/ConnectionsScreen.tsx';
import { useEngineSteps } from '../firstSteps/useEngineSteps.ts';
import { FileDrop } from '../flows/FileDrop.tsx';
import { FlowsScreen } from '../flows/FlowsScreen.tsx';
import { ImportFaultDialog } from '../flows/ImportFaultDialog.tsx';
import { TemplateDialog } from '../flows/TemplateDialog.tsx';
import { useOpenedFiles } from '../flows/useOpenedFiles.ts';
import { Welcome } from '../flows/Welcome.tsx';
import { useLiveNews } from '../live/useLiveNews.ts';
import { LiveScreen } from '../live/LiveScreen.tsx';
import { PublishDialog } from '../publish/PublishDialog.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { Toaster } from '../ui/Toaster.tsx';
import { Announcer } from '../editor/Announcer.tsx';
import styles from './App.module.css';
import { EngineBanner } from './EngineBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Loading } from './Loading.tsx';
import { Rail } from './Rail.tsx';
import { type Route, useRoute } from './route.ts';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useSheet } from '../actions/sheetStore.ts';
import { usePalette } from '../palette/paletteStore.ts';
import { takeEarlyKeys } from '../ui/earlyKeys.ts';
import { useActionKeys } from '../actions/useActionKeys.ts';
import { useAppActions } from './useAppActions.ts';

export function App() {
  const route = useRoute((state) => state.route);
  useActionKeys();
  useAppActions();
  useEngineSteps();
  useOpenedFiles();
  useLiveNews();
  return (
    <div className={styles.app}>
      <TopBar />
      <Rail />
      <main className={styles.main} {...(route.screen !== 'flow' && { 'data-region': 'canvas' })}>
        <EngineBanner />
        <div className={styles.screen}>
          <ErrorBoundary key={route.screen === 'flow' ? route.bot : route.screen}>
            <Suspense fallback={<Loading />}>
              <RouteScreen route={route} />
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <StatusBar />
      <PublishDialog />
      <Overlays />
      <TemplateDialog />
      <ImportFaultDialog />
      <FileDrop />
      <Toaster />
      <Announcer />
    </div>
  );
}

function RouteScreen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'flows':
      return <FlowsScreen />;
    case 'welcome':
      return <Welcome />;
    case 'flow':
      return (
        <EditorScreen key={route.bot} botId={route.bot} {...(route.flow !== undefined && { flowId: route.flow })} />
      );
    case 'phrases':
      return <PhrasesScreen route={route} />;
    case 'live':
      return <LiveScreen lead={route.lead ?? null} view={route.view ?? 'talks'} />;
    case 'connections':
      return <ConnectionsScreen />;
    case 'settings':
      return <SettingsScreen page={route.page ?? 'general'} />;
  }
}

/** What opens over any screen; loaded when it is first asked for. */
function Overlays() {
  const scope = usePalette((state) => state.scope);
  const sheet = useSheet((state) => state.open);
  return (
    <Suspense>
      {scope !== null && <CommandPalette scope={scope} />}
      {sheet && <ShortcutSheet />}
    </Suspense>
  );
}

const CommandPalette = lazy(async () => {
  try {
    return { default: (await import('../palette/CommandPalette.tsx')).CommandPalette };
  } catch (error) {
    // It will not come: the keys are the page's again.
    takeEarlyKeys();
    throw error;
  }
});
const ShortcutSheet = lazy(async () => ({ default: (await import('../actions/ShortcutSheet.tsx')).ShortcutSheet }));

const PhrasesScreen = lazy(async () => ({ default: (await import('../phrases/PhrasesScreen.tsx')).PhrasesScreen }));

// The canvas is most of the code of the window: the list of flows is there before it.
const EditorScreen = lazy(async () => ({ default: (await import('../editor/EditorScreen.tsx')).EditorScreen }));

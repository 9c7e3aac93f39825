import { useEffect } from 'react';
import { useActions } from '../actions/provide.ts';
import { openSheet } from '../actions/sheetStore.ts';
import { openPalette } from '../palette/paletteStore.ts';
import { changeFirstSteps } from '../firstSteps/firstSteps.ts';
import { importBot } from '../flows/botActions.ts';
import { openTemplateSheet } from '../flows/templateSheet.ts';
import { goPhrases } from '../phrases/goPhrases.ts';
import { keepFocus } from './keepFocus.ts';
import { rememberFocus, stepRegion } from './regions.ts';
import { navigate } from './route.ts';

/** What can be done on every screen (ux.md, 3.2). */
export function useAppActions(): void {
  useActions({
    palette: () => openPalette('all'),
    goToFlow: () => openPalette('flows'),
    shortcuts: openSheet,
    newBot: openTemplateSheet,
    importBot: () => void importBot(),
    welcome: () => navigate({ screen: 'welcome' }),
    firstSteps() {
      changeFirstSteps({ closed: false });
      navigate({ screen: 'flows' });
    },
    goFlows: () => navigate({ screen: 'flows' }),
    goPhrases: () => goPhrases(),
    goLive: () => navigate({ screen: 'live' }),
    goConnections: () => navigate({ screen: 'connections' }),
    goSettings: () => navigate({ screen: 'settings' }),
    nextRegion: () => stepRegion(1),
    previousRegion: () => stepRegion(-1),
  });
  useEffect(() => {
    window.addEventListener('focusin', rememberFocus);
    const stop = keepFocus();
    return () => {
      window.removeEventListener('focusin', rememberFocus);
      stop();
    };
  }, []);
}

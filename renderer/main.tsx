import '@fontsource-variable/inter/index.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/App.tsx';
import { followMenu } from './app/followMenu.ts';
import { followEngine } from './app/engine.ts';
import { openBridge } from './app/openBridge.ts';
import { followPreferences, loadPreferences } from './app/preferences.ts';
import { followHistory } from './app/route.ts';
import { setBridge } from './bridge.ts';
import { followPageLife } from './editor/crashMark.ts';
import { recover } from './editor/recovery.ts';

// zod compiles its schemas with `new Function`, which the content security policy of the window forbids.
z.config({ jitless: true });

setBridge(openBridge());
followPreferences();
followHistory();
followMenu();
followEngine();
followPageLife();
void loadPreferences();
void recover();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { actionsCopy } from './actions.ts';
import { appCopy } from './app.ts';
import { canvasCopy } from './canvas.ts';
import { checksCopy } from './checks.ts';
import { connectionsCopy } from './connections.ts';
import { type KeyOf, type Language, LANGUAGES } from './copyTypes.ts';
import { editorCopy } from './editor.ts';
import { flowsCopy } from './flows.ts';
import { inspectorCopy } from './inspector.ts';
import { crmCopy } from './kinds/crm.ts';
import { logicCopy } from './kinds/logic.ts';
import { systemCopy } from './kinds/system.ts';
import { talkCopy } from './kinds/talk.ts';
import { timeCopy } from './kinds/time.ts';
import { liveCopy } from './live.ts';
import { nodesCopy } from './nodes.ts';
import { pickerCopy } from './picker.ts';
import { problemsCopy } from './problems.ts';
import { publishCopy } from './publish.ts';
import { settingsCopy } from './settings.ts';
import { simulatorCopy } from './simulator.ts';
import { uiCopy } from './ui.ts';

/** Every text of the window, by area. A string on the screen that is not in here is a defect. */
export const AREAS = {
  actions: actionsCopy,
  app: appCopy,
  canvas: canvasCopy,
  checks: checksCopy,
  connections: connectionsCopy,
  editor: editorCopy,
  flows: flowsCopy,
  inspector: inspectorCopy,
  live: liveCopy,
  nodes: nodesCopy,
  picker: pickerCopy,
  problems: problemsCopy,
  publish: publishCopy,
  settings: settingsCopy,
  simulator: simulatorCopy,
  ui: uiCopy,
  logic: logicCopy,
  talk: talkCopy,
  time: timeCopy,
  crm: crmCopy,
  system: systemCopy,
};

export type Area = keyof typeof AREAS;
export type CopyKey<A extends Area> = KeyOf<(typeof AREAS)[A]['ru']>;
/** `{{name}}` in a text is filled from `values`; `count` also chooses the plural form. */
export type Copy<A extends Area> = (key: CopyKey<A>, values?: Readonly<Record<string, string | number>>) => string;

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: false,
  supportedLngs: LANGUAGES,
  ns: Object.keys(AREAS),
  resources: Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(Object.entries(AREAS).map(([area, copy]) => [area, copy[language]])),
    ]),
  ),
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});

/** For code outside components; inside them `useCopy`. Without a language: the present one. */
export function copyOf<A extends Area>(area: A, language: Language = currentLanguage()): Copy<A> {
  const translate = i18next.getFixedT(language, area);
  return (key, values) => translate(key, values === undefined ? {} : { ...values });
}

export function currentLanguage(): Language {
  return i18next.language === 'ru' ? 'ru' : 'en';
}

export function setLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

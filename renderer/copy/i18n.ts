import i18next, { type FormatterModule } from 'i18next';
import { create } from 'zustand';
import { actionsCopy } from './actions.ts';
import { appCopy } from './app.ts';
import { canvasCopy } from './canvas.ts';
import { checksCopy } from './checks.ts';
import { connectionsCopy } from './connections.ts';
import { type KeyOf, type Language, LANGUAGES } from './copyTypes.ts';
import { editorCopy } from './editor.ts';
import { firstStepsCopy } from './firstSteps.ts';
import { flowsCopy } from './flows.ts';
import { inboxCopy } from './inbox.ts';
import { inspectorCopy } from './inspector.ts';
import { itemsCopy } from './items.ts';
import { crmCopy } from './kinds/crm.ts';
import { logicCopy } from './kinds/logic.ts';
import { systemCopy } from './kinds/system.ts';
import { talkCopy } from './kinds/talk.ts';
import { timeCopy } from './kinds/time.ts';
import { liveCopy } from './live.ts';
import { liveSideCopy } from './liveSide.ts';
import { nodesCopy } from './nodes.ts';
import { outlineCopy } from './outline.ts';
import { phrasesCopy } from './phrases.ts';
import { phraseGateCopy } from './phraseGate.ts';
import { pickerCopy } from './picker.ts';
import { problemsCopy } from './problems.ts';
import { publishCopy } from './publish.ts';
import { queuesCopy } from './queues.ts';
import { requestsCopy } from './requests.ts';
import { settingsCopy } from './settings.ts';
import { simulatorCopy } from './simulator.ts';
import { audienceCopy } from './audience.ts';
import { uiCopy } from './ui.ts';
import { wayInCopy } from './wayIn.ts';
import { vectorsCopy } from './vectors.ts';
import { versionsCopy } from './versions.ts';

/** Every text of the window, by area. A string on the screen that is not in here is a defect. */
export const AREAS = {
  actions: actionsCopy,
  app: appCopy,
  canvas: canvasCopy,
  checks: checksCopy,
  connections: connectionsCopy,
  editor: editorCopy,
  firstSteps: firstStepsCopy,
  flows: flowsCopy,
  inbox: inboxCopy,
  inspector: inspectorCopy,
  items: itemsCopy,
  live: liveCopy,
  liveSide: liveSideCopy,
  nodes: nodesCopy,
  outline: outlineCopy,
  phrases: phrasesCopy,
  phraseGate: phraseGateCopy,
  picker: pickerCopy,
  problems: problemsCopy,
  publish: publishCopy,
  queues: queuesCopy,
  requests: requestsCopy,
  settings: settingsCopy,
  simulator: simulatorCopy,
  audience: audienceCopy,
  wayIn: wayInCopy,
  vectors: vectorsCopy,
  versions: versionsCopy,
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

/** «1,5», «12 000»; four digits stay together, as the numbers of versions and years do. */
const FIGURES = {
  ru: new Intl.NumberFormat('ru', { useGrouping: 'min2' }),
  en: new Intl.NumberFormat('en', { useGrouping: 'min2' }),
};

/** Every number in a text is written as its language writes it. */
const figures: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format(value: unknown, _format, language) {
    if (typeof value === 'number') return FIGURES[language === 'ru' ? 'ru' : 'en'].format(value);
    return typeof value === 'string' ? value : '';
  },
};

void i18next.use(figures).init({
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
  interpolation: { escapeValue: false, alwaysFormat: true }, // React escapes
  initAsync: false,
});

const made = new Map<string, unknown>();

/** For code outside components; inside them `useCopy`. Without a language: the present one. The same function each time. */
export function copyOf<A extends Area>(area: A, language: Language = currentLanguage()): Copy<A> {
  const known = made.get(`${language}/${area}`) as Copy<A> | undefined;
  if (known) return known;
  const translate = i18next.getFixedT(language, area);
  const copy: Copy<A> = (key, values) => translate(key, values === undefined ? {} : { ...values });
  made.set(`${language}/${area}`, copy);
  return copy;
}

/** The language on screen. Cards ask for it by the thousand, hence no hook of react-i18next, which makes a `t` of its own each. */
export const useLanguage = create<{ readonly language: Language }>(() => ({ language: currentLanguage() }));

export function currentLanguage(): Language {
  return i18next.language === 'ru' ? 'ru' : 'en';
}

export function setLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  useLanguage.setState({ language });
  document.documentElement.lang = language;
}

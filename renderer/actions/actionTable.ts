/**
 * Where keys reach an action. `anywhere`: also while the person types into a field. `page`: anywhere but in fields.
 * `canvas`: only while the canvas or the block list has the focus (`data-keys="canvas"`). `test`: only while the test
 * chat has it, its field too (`data-keys="test"`).
 */
export type ActionScope = 'anywhere' | 'page' | 'canvas' | 'test';

export const ACTION_GROUPS = ['app', 'go', 'edit', 'blocks', 'view', 'test'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

export interface ActionSpec {
  readonly group: ActionGroup;
  readonly scope: ActionScope;
  /** As `matchShortcut` reads them; the first one is printed. The person may change them (Settings → Keys). */
  readonly keys: readonly string[];
  /** Not worth a line in the command palette (it needs the place it was called from). */
  readonly keysOnly?: true;
}

/**
 * Everything the window can be told to do by a key, a menu or the palette (ux.md, 3.2 to 3.4). What an action does is
 * provided by the part of the window that is on show (`provide.ts`): one that nobody provides can't be done now.
 * The words are in `copy/actions.ts`.
 */
export const ACTIONS = {
  palette: { group: 'app', scope: 'anywhere', keys: ['Mod+K', 'Mod+Shift+P'], keysOnly: true },
  shortcuts: { group: 'app', scope: 'anywhere', keys: ['F1', 'Shift+?'] },
  newBot: { group: 'app', scope: 'anywhere', keys: ['Mod+N'] },
  importBot: { group: 'app', scope: 'anywhere', keys: ['Mod+O'] },
  exportBot: { group: 'app', scope: 'anywhere', keys: ['Mod+Shift+E'] },
  save: { group: 'app', scope: 'anywhere', keys: ['Mod+S'] },
  publish: { group: 'app', scope: 'anywhere', keys: ['Mod+Shift+Enter'] },
  firstSteps: { group: 'app', scope: 'anywhere', keys: [] },
  welcome: { group: 'app', scope: 'anywhere', keys: [] },
  nameVersion: { group: 'app', scope: 'anywhere', keys: ['Mod+Shift+S'] },
  versions: { group: 'app', scope: 'anywhere', keys: [] },
  showChanges: { group: 'view', scope: 'anywhere', keys: [] },

  goFlows: { group: 'go', scope: 'anywhere', keys: ['Mod+1'] },
  goPhrases: { group: 'go', scope: 'anywhere', keys: ['Mod+2'] },
  goLive: { group: 'go', scope: 'anywhere', keys: ['Mod+3'] },
  goConnections: { group: 'go', scope: 'anywhere', keys: ['Mod+4'] },
  goSettings: { group: 'go', scope: 'anywhere', keys: ['Mod+5', 'Mod+,'] },
  goToFlow: { group: 'go', scope: 'anywhere', keys: ['Mod+P'] },
  find: { group: 'go', scope: 'anywhere', keys: ['Mod+F'] },
  nextFlow: { group: 'go', scope: 'anywhere', keys: ['Ctrl+Tab'] },
  previousFlow: { group: 'go', scope: 'anywhere', keys: ['Ctrl+Shift+Tab'] },
  nextRegion: { group: 'go', scope: 'anywhere', keys: ['F6'], keysOnly: true },
  previousRegion: { group: 'go', scope: 'anywhere', keys: ['Shift+F6'], keysOnly: true },
  problems: { group: 'go', scope: 'anywhere', keys: ['Mod+Shift+M'] },
  nextProblem: { group: 'go', scope: 'anywhere', keys: ['F8'] },
  previousProblem: { group: 'go', scope: 'anywhere', keys: ['Shift+F8'] },
  fixProblem: { group: 'go', scope: 'anywhere', keys: ['Mod+.'] },
  firstBlock: { group: 'go', scope: 'canvas', keys: ['Home'] },
  previousPlace: { group: 'go', scope: 'canvas', keys: ['Alt+Home'] },
  followTarget: { group: 'go', scope: 'canvas', keys: ['F12'] },
  blockList: { group: 'go', scope: 'anywhere', keys: ['Mod+L'] },

  undo: { group: 'edit', scope: 'page', keys: ['Mod+Z'] },
  redo: { group: 'edit', scope: 'page', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  cut: { group: 'edit', scope: 'canvas', keys: ['Mod+X'] },
  copy: { group: 'edit', scope: 'canvas', keys: ['Mod+C'] },
  duplicate: { group: 'edit', scope: 'canvas', keys: ['Mod+D'] },
  selectAll: { group: 'edit', scope: 'canvas', keys: ['Mod+A'] },
  selectAfter: { group: 'edit', scope: 'canvas', keys: ['Shift+Right'] },
  selectBefore: { group: 'edit', scope: 'canvas', keys: ['Shift+Left'] },
  remove: { group: 'edit', scope: 'canvas', keys: ['Delete', 'Backspace'] },

  addBlock: { group: 'blocks', scope: 'canvas', keys: ['N'] },
  addLoose: { group: 'blocks', scope: 'canvas', keys: ['Shift+N'] },
  bridge: { group: 'blocks', scope: 'canvas', keys: ['Mod+Delete', 'Mod+Backspace'] },
  connect: { group: 'blocks', scope: 'canvas', keys: ['C'] },
  moveTo: { group: 'blocks', scope: 'canvas', keys: [] },
  pin: { group: 'blocks', scope: 'canvas', keys: ['P'] },
  tidy: { group: 'blocks', scope: 'page', keys: ['Mod+Shift+L', 'Alt+Shift+T'] },
  toggle: { group: 'blocks', scope: 'canvas', keys: ['D'] },
  rename: { group: 'blocks', scope: 'canvas', keys: ['F2'] },
  addNote: { group: 'blocks', scope: 'canvas', keys: ['Shift+S'] },
  frame: { group: 'blocks', scope: 'canvas', keys: ['Mod+G'] },
  unframe: { group: 'blocks', scope: 'canvas', keys: ['Mod+Shift+G'] },
  foldFrame: { group: 'blocks', scope: 'canvas', keys: ['Alt+G'] },
  extract: { group: 'blocks', scope: 'canvas', keys: [] },
  blockMenu: { group: 'blocks', scope: 'canvas', keys: ['Shift+F10', 'ContextMenu'], keysOnly: true },
  readBlock: { group: 'blocks', scope: 'canvas', keys: ['Shift+F1'] },

  zoomIn: { group: 'view', scope: 'canvas', keys: ['Mod+='] },
  zoomOut: { group: 'view', scope: 'canvas', keys: ['Mod+-'] },
  zoomReset: { group: 'view', scope: 'canvas', keys: ['Mod+0'] },
  fitAll: { group: 'view', scope: 'canvas', keys: ['Shift+1'] },
  fitSelection: { group: 'view', scope: 'canvas', keys: ['Shift+2'] },
  minimap: { group: 'view', scope: 'canvas', keys: ['M'] },
  panDown: { group: 'view', scope: 'canvas', keys: ['PageDown'], keysOnly: true },
  panUp: { group: 'view', scope: 'canvas', keys: ['PageUp'], keysOnly: true },
  panRight: { group: 'view', scope: 'canvas', keys: ['Shift+PageDown'], keysOnly: true },
  panLeft: { group: 'view', scope: 'canvas', keys: ['Shift+PageUp'], keysOnly: true },
  toggleDock: { group: 'view', scope: 'anywhere', keys: ['Mod+I'] },
  toggleBottom: { group: 'view', scope: 'anywhere', keys: ['Mod+J'] },

  test: { group: 'test', scope: 'anywhere', keys: ['Mod+E'] },
  testFrom: { group: 'test', scope: 'canvas', keys: ['Mod+Enter'] },
  testBack: { group: 'test', scope: 'test', keys: ['Alt+Up'] },
  testForward: { group: 'test', scope: 'test', keys: ['Alt+Down'] },
  testRestart: { group: 'test', scope: 'test', keys: ['Mod+R'] },
  testNewCustomer: { group: 'test', scope: 'test', keys: ['Mod+Shift+R'] },
  testSkip: { group: 'test', scope: 'test', keys: ['Mod+Right'] },
  testPath: { group: 'test', scope: 'test', keys: [] },
  saveCheck: { group: 'test', scope: 'test', keys: [] },
  checks: { group: 'test', scope: 'anywhere', keys: [] },
} as const satisfies Record<string, ActionSpec>;

export type ActionId = keyof typeof ACTIONS;
export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[];

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(ACTIONS, id);
}

export function specOf(id: ActionId): ActionSpec {
  return ACTIONS[id];
}

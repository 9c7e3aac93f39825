// The layers of the architecture, as errors. Every rule has a planted violation in test/architecture/importRules.test.ts.
const RUNGS = ['model', 'expression', 'nlu', 'nodes', 'flow', 'check', 'runtime'];
const PURE = `^engine/(${RUNGS.join('|')})/|^engine/protocol(/|\\.ts$)`;
const ADAPTERS = 'store|umnico|webhook|tunnel|web|sandbox';
/** The editor's calculations: what a command is made of, without the store, React or the bridge. */
const DRAFT =
  '^renderer/editor/(commands/|(clipParts|command|draft|edges|factsOf|jumpTarget|layoutItem|newId|nodeData)[.]ts$)';
const npm = (names) => `(^|node_modules/)(${names})(/|$)`;

/** What each rung may see below itself; check and runtime are neighbours, and only check looks across. */
const BELOW = {
  model: [],
  expression: ['model'],
  nlu: ['model'],
  nodes: ['model', 'expression', 'nlu'],
  flow: ['model', 'expression', 'nlu', 'nodes'],
  runtime: ['model', 'expression', 'nlu', 'nodes', 'flow'],
  check: ['model', 'expression', 'nlu', 'nodes', 'flow', 'runtime'],
};

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const ladder = Object.entries(BELOW).map(([rung, below]) => {
  const above = RUNGS.filter((other) => other !== rung && !below.includes(other));
  const up = above.length === 0 ? [] : [`^engine/(${above.join('|')})/`];
  return rule(
    `ladder-${rung}`,
    `${rung} knows only the rungs below it`,
    { path: `^engine/${rung}/` },
    { path: [...up, '^engine/protocol(/|\\.ts$)'] },
  );
});

module.exports = {
  forbidden: [
    rule(
      'pure-core',
      'the core is a calculation: only itself and a few pure packages',
      { path: PURE },
      {
        pathNot: [PURE, npm('zod|snowball-stemmers|libphonenumber-js|re2js')],
      },
    ),
    rule(
      'language-packages',
      'phones, dates and stems are read in one place',
      { path: PURE, pathNot: '^engine/nlu/' },
      {
        path: npm('snowball-stemmers|libphonenumber-js'),
      },
    ),
    rule(
      'safe-patterns',
      'patterns of users run in re2js, behind nlu/ and expression/',
      { path: PURE, pathNot: '^engine/(nlu|expression)/' },
      {
        path: npm('re2js'),
      },
    ),
    ...ladder,
    rule(
      'ports-are-types',
      'a port names shapes of the core, nothing else',
      { path: '^engine/ports/' },
      { pathNot: [PURE, '^engine/ports/'] },
    ),
    rule(
      'adapters-are-strangers',
      'only host/ and cli/ join adapters',
      { path: `^engine/(${ADAPTERS})/` },
      {
        path: `^engine/(${ADAPTERS}|host|cli)/`,
        pathNot: '^engine/$1/',
      },
    ),
    rule(
      'sandbox-is-independent',
      'two readings of Umnico’s API, so that one catches the other’s mistake',
      { path: '^engine/sandbox/' },
      {
        path: '^engine/',
        pathNot: '^engine/sandbox/',
      },
    ),
    rule(
      'host-has-no-command-line',
      'the command line starts the host, not the other way round',
      { path: '^engine/host/' },
      { path: '^engine/cli/' },
    ),
    rule(
      'engine-knows-no-ui',
      'the engine runs anywhere',
      { path: '^engine/' },
      {
        path: ['^electron/', '^renderer/', '^test/', '^[.]ci/tools/', npm('electron|react|react-dom|zustand|@xyflow')],
      },
    ),
    rule(
      'one-sqlite',
      'SQLite has one door; a benchmark measures what lies behind it',
      { pathNot: '^((engine|test)/store|test/bench)/' },
      { path: npm('better-sqlite3') },
    ),
    rule(
      'node-kinds-are-strangers',
      'kinds never import each other',
      { path: '^(engine|renderer)/nodes/([^/]+)/' },
      {
        path: '^$1/nodes/[^/]+/',
        pathNot: '^$1/nodes/$2/',
      },
    ),
    rule(
      'faces-know-their-own-kind',
      'a card shows its own kind',
      { path: '^renderer/nodes/([^/]+)/' },
      {
        path: '^engine/nodes/[^/]+/',
        pathNot: '^engine/nodes/$1/',
      },
    ),
    rule(
      'kinds-only-through-registry',
      'nobody else lists kinds',
      { path: '^(engine|renderer)/', pathNot: '^(engine|renderer)/nodes/' },
      {
        path: '^(engine|renderer)/nodes/[^/]+/',
      },
    ),
    rule(
      'renderer-sees-pure-engine',
      'values come from the core, the rest by message',
      { path: '^renderer/' },
      { path: '^engine/', pathNot: PURE },
    ),
    rule(
      'renderer-sees-contract-only',
      'of the desktop the window knows the contract',
      { path: '^renderer/' },
      {
        path: '^electron/',
        pathNot: '^electron/contract\\.ts$',
      },
    ),
    rule(
      'contract-as-types',
      'the contract is types to the window',
      { path: '^renderer/' },
      {
        path: '^electron/contract\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'one-bridge',
      'one file talks to the other side',
      { path: '^renderer/', pathNot: '^renderer/bridge\\.ts$' },
      { path: '^electron/' },
    ),
    rule('renderer-has-no-node', 'the window is a web page', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    rule(
      'renderer-has-no-electron',
      'the window is a web page',
      { path: '^renderer/' },
      { path: npm('electron'), pathNot: '^electron/' },
    ),
    rule(
      'one-canvas-door',
      'React Flow is known to the canvas and the cards',
      { pathNot: '^(renderer/(canvas|nodes)|test)/' },
      { path: npm('@xyflow') },
    ),
    rule(
      'ui-is-dumb',
      'a button knows no bot',
      { path: '^renderer/ui/' },
      { path: '^(renderer|engine|electron)/', pathNot: '^renderer/(ui|copy)/' },
    ),
    rule('commands-are-pure', 'a command is a function on the draft', { path: DRAFT }, { pathNot: [PURE, DRAFT] }),
    rule(
      'preload-is-thin',
      'named calls, nothing else',
      { path: '^electron/preload\\.ts$' },
      {
        pathNot: ['^electron/contract\\.ts$', '^electron$|node_modules/electron/'],
      },
    ),
    rule(
      'desktop-knows-protocol-only',
      'the shell starts the engine, and imports its protocol alone',
      { path: '^electron/' },
      {
        path: ['^renderer/', '^engine/', '^[.]ci/tools/'],
        pathNot: '^engine/protocol(/|\\.ts$)',
      },
    ),
    rule(
      'no-test-in-product',
      'product code needs no test',
      { path: '^(engine|electron|renderer|[.]ci/tools)/' },
      { path: '^test/' },
    ),
    rule(
      'no-tool-in-product',
      'product code needs no build tool',
      { path: '^(engine|electron|renderer)/' },
      { path: ['^[.]ci/tools/', npm('vite|vitest|playwright-core|fast-check')] },
    ),
    rule('no-cycles', 'types do not excuse a cycle', {}, { circular: true }),
    rule(
      'no-barrels',
      'a file is named for its one main export',
      {},
      { path: '/index[.]tsx?$', pathNot: 'node_modules' },
    ),
    rule(
      'no-unresolved',
      'an import that leads nowhere (the other engines are installed only for their bench)',
      { pathNot: '^test/bench/peers/' },
      { couldNotResolve: true },
    ),
    rule(
      'no-undeclared-package',
      'a package stands in package.json',
      { path: '^(engine|electron|renderer|test|[.]ci/tools)/' },
      {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
      },
    ),
    rule(
      'engine-needs-no-dev-package',
      'a server installs without devDependencies',
      { path: '^engine/' },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['npm', 'type-only'],
      },
    ),
    {
      ...rule('no-dead-file', 'a product file that no program reaches', {
        path: [
          '^engine/((cli|host)/main|host/learnThread|cli/gateThread)\\.ts$',
          '^electron/(main|preload|start)\\.ts$',
          '^renderer/(main\\.tsx|explore/exploreWorker\\.ts|canvas/tidy/tidyWorker\\.ts|phrases/learning/learnWorker\\.ts|phrases/inbox/inboxWorker\\.ts|publish/gateWorker\\.ts)$',
        ],
      }),
      to: {
        path: '^(engine|electron|renderer)/.*\\.tsx?$',
        pathNot: [
          '\\.d\\.ts$',
          '^engine/((cli|host)/main|host/learnThread|cli/gateThread)\\.ts$',
          '^electron/(main|preload|start)\\.ts$',
          '^renderer/(main\\.tsx|explore/exploreWorker\\.ts|canvas/tidy/tidyWorker\\.ts|phrases/learning/learnWorker\\.ts|phrases/inbox/inboxWorker\\.ts|publish/gateWorker\\.ts)$',
        ],
        reachable: false,
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true, // a layer rule that excuses types is none
    tsConfig: { fileName: '.ci/tools/tsconfig.all.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/(output|fixtures)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const PURE = [
  'engine/{model,expression,nlu,nodes,flow,check,runtime}/**/*.ts',
  'engine/protocol.ts',
  'engine/protocol/*.ts',
];
const CONFIGS = ['*.config.{js,ts}', '.dependency-cruiser.cjs'];

/** Rules written as syntax; a later `no-restricted-syntax` replaces an earlier one, so each file group takes the whole list. */
const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a file is named for its one main export.',
};
const NO_BARREL = { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' };
const ONE_WINDOW = {
  selector: "NewExpression[callee.name='BrowserWindow']",
  message: 'Windows are made in electron/window.ts alone (reliability.md E1).',
};
const NO_CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time arrives inside the event (P1).',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time arrives inside the event (P1).' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time arrives inside the event (P1).' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance arrives inside the event (P1).',
  },
];
const NO_HTML = {
  selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  message: 'Customer text is text (reliability.md E3).',
};

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '.cache/', 'out/', 'coverage/', 'test/output/', 'test/fixtures/'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vite.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', 400],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_BARREL, ONE_WINDOW],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNever: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // code points are what the language code wants
      '@typescript-eslint/no-empty-function': 'off', // `() => {}` says what it does
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }], // onClick={async …}
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }], // an empty string often means "none"
      '@typescript-eslint/dot-notation': 'off', // process.env['X'] is asked for by noPropertyAccessFromIndexSignature elsewhere, and allowed here
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  { files: PURE, rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_BARREL, ...NO_CLOCK] } },
  { files: ['electron/window.ts'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_BARREL] } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_BARREL, ONE_WINDOW, NO_HTML],
    },
  },
  {
    // Loops over typed arrays and sorted columns: the index is in range by construction.
    files: ['engine/nlu/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // `rows[0]!.id` fails loudly by itself
      '@typescript-eslint/unbound-method': 'off', // helpers are plain objects of functions, taken apart at will
    },
  },
  { files: CONFIGS, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: {
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', 400],
      'no-undef': 'off',
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
);

import { describe, expect, test } from 'vitest';
import ts from 'typescript';
import { comments, places, type Source, sources } from './sources.ts';

const all = sources();
const PURE = /^engine\/(model|expression|nlu|nodes|flow|check|runtime)\/|^engine\/protocol(\/|\.ts$)/;
const core = all.filter((source) => PURE.test(source.path));

/** Parses one line as a file of the project would be: each rule below is first shown to catch what it is about. */
function planted(text: string): Source {
  return { path: 'planted.ts', text, tree: ts.createSourceFile('planted.ts', text, ts.ScriptTarget.Latest, true) };
}

const find = (list: readonly Source[], found: (node: ts.Node) => boolean): readonly string[] =>
  list.flatMap((source) => places(source, found));

test('the project is read at all', () => {
  expect(all.length).toBeGreaterThan(50);
  expect(core.length).toBeGreaterThan(20);
});

test('no file is longer than 400 lines', () => {
  const long = all
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 400);
  expect(long).toEqual([]);
});

describe('no any', () => {
  const isAny = (node: ts.Node): boolean => node.kind === ts.SyntaxKind.AnyKeyword;

  test('is told from the word', () => {
    expect(find([planted('const x = y as any; const s = "any"; // any')], isAny)).toEqual(['planted.ts:1: any']);
  });
  test('stands anywhere', () => {
    expect(find(all, isAny)).toEqual([]);
  });
});

describe('no test is skipped or singled out', () => {
  const isSkipped = (node: ts.Node): boolean =>
    ts.isPropertyAccessExpression(node) &&
    ['skip', 'only', 'todo', 'fails', 'skipIf', 'runIf'].includes(node.name.text) &&
    /^(test|it|describe|suite)\b/.test(node.expression.getText());

  test('is told', () => {
    const text = 'test.skip("a", f); describe.only("b", f); test.each(x)("c", f); list.skip(3);';
    expect(find([planted(text)], isSkipped)).toHaveLength(2);
  });
  test('stands anywhere', () => {
    expect(
      find(
        all.filter((source) => source.path.startsWith('test/')),
        isSkipped,
      ),
    ).toEqual([]);
  });
});

describe('no comment silences a tool', () => {
  const SILENCERS = /eslint-disable|@ts-(ignore|expect-error|nocheck)|prettier-ignore|v8 ignore|istanbul ignore/;

  test('is told', () => {
    expect(
      comments(planted('const a = 1; // eslint-disable-line\n/* @ts-ignore */ const b = 2;')).filter(silences),
    ).toHaveLength(2);
    expect(comments(planted('const word = "eslint-disable";')).filter(silences)).toEqual([]);
  });
  test('stands anywhere', () => {
    expect(all.flatMap(comments).filter(silences)).toEqual([]);
  });

  function silences(comment: string): boolean {
    return SILENCERS.test(comment);
  }
});

describe('the core has no clock, no chance and no world', () => {
  const GLOBALS = new Set(
    [
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'fetch',
      'process',
      'document',
      'window',
      'console',
      'performance',
    ].concat(['crypto', 'localStorage', 'navigator', 'globalThis', 'require', 'Buffer', 'XMLHttpRequest', 'WebSocket']),
  );
  const reachesOut = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && GLOBALS.has(node.text)) return !isName(node);
    if (ts.isPropertyAccessExpression(node)) return /^(Date\.now|Math\.random)$/.test(node.getText());
    if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
    return ts.isAwaitExpression(node) || ts.isMetaProperty(node);
  };

  test('is told', () => {
    const text =
      'Date.now(); Math.random(); new Date(); setTimeout(f); const t = await x; console.log(1); const u = import.meta.url;';
    expect(find([planted(text)], reachesOut)).toHaveLength(7);
    expect(
      find(
        [planted('new Date(at); lead.process; const o = { window: 1 }; type T = { document: string };')],
        reachesOut,
      ),
    ).toEqual([]);
  });
  test('holds for every file of it', () => {
    expect(find(core, reachesOut)).toEqual([]);
  });

  /** A property, key or parameter that only shares the word. */
  function isName(node: ts.Identifier): boolean {
    const { parent } = node;
    return (
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isBindingElement(parent)) &&
        parent.name === node) ||
      ((ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(parent)) &&
        parent.name === node)
    );
  }
});

test('BrowserWindow is made in electron/window.ts alone', () => {
  const makes = (node: ts.Node): boolean =>
    ts.isNewExpression(node) && /\bBrowserWindow$/.test(node.expression.getText());
  expect(find([planted('new BrowserWindow({}); new electron.BrowserWindow()')], makes)).toHaveLength(2);
  // The desktop tests play the intruder who opens a window of his own.
  const bound = all.filter(({ path }) => path !== 'electron/window.ts' && !path.startsWith('test/e2e/desktop/'));
  expect(find(bound, makes)).toEqual([]);
});

test('no file exports by default, or hands on another file’s exports', () => {
  const breaks = (node: ts.Node): boolean =>
    ts.isExportAssignment(node) ||
    (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) ||
    (ts.isFunctionDeclaration(node) && node.modifiers?.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword) === true);
  expect(find([planted('export default 1; export * from "./a.ts"; export { b } from "./b.ts";')], breaks)).toHaveLength(
    3,
  );
  expect(find(all, breaks)).toEqual([]);
});

test('no file is called utils, types, helpers or index', () => {
  const vague = all.filter(({ path }) => /\/(utils?|types?|helpers?|common|misc|index)\.tsx?$/.test(path));
  expect(vague.map((source) => source.path)).toEqual([]);
});

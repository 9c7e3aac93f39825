// usage: node .ci/tools/deadCode.ts [FOLDER]    the checkout without FOLDER
// Names every export that no product code uses. Use in the same file counts, use by a test alone does not: what only a test calls is
// dead. Exports of test/ and .ci/tools/ count as used wherever they are used.
import { join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { ROOT } from './targets.ts';

const root = resolve(process.argv[2] ?? ROOT);
const configFile = join(root, '.ci/tools/tsconfig.all.json');
const { config } = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path)) as { config: unknown };
const parsed = ts.parseJsonConfigFileContent(config, ts.sys, join(root, '.ci/tools'));
const program = ts.createProgram(parsed.fileNames, parsed.options);
const checker = program.getTypeChecker();

const files = program
  .getSourceFiles()
  .filter((file) => !file.isDeclarationFile && !file.fileName.includes('/node_modules/'))
  .map((file) => ({ file, path: relative(root, file.fileName).split(sep).join('/') }));

const used = { byProduct: new Set<ts.Symbol>(), byAnyone: new Set<ts.Symbol>() };
for (const { file, path } of files) collectUses(file, isProduct(path));

const dead = files.flatMap(({ file, path }) => {
  const reached = isProduct(path) ? used.byProduct : used.byAnyone;
  const module = checker.getSymbolAtLocation(file);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  return exported
    .filter((symbol) => !reached.has(original(symbol)))
    .map((symbol) => `${path}${lineOf(symbol)}: ${symbol.name}`);
});
for (const line of dead) console.log(line);
if (dead.length > 0) {
  console.log(`${String(dead.length)} exports that nothing uses`);
  process.exitCode = 1;
}

function isProduct(path: string): boolean {
  return /^(engine|electron|renderer)\//.test(path);
}

function collectUses(file: ts.SourceFile, product: boolean): void {
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isOwnName(node)) {
      const symbol = ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      if (symbol !== undefined) {
        used.byAnyone.add(original(symbol));
        if (product) used.byProduct.add(original(symbol));
      }
    }
    node.forEachChild(visit);
  };
  visit(file);
}

/** The name in a declaration is no use of it. */
function isOwnName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent)) &&
    parent.name === node
  );
}

/** What an import leads to in the end. */
function original(symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

function lineOf(symbol: ts.Symbol): string {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return '';
  const at = declaration.getSourceFile().getLineAndCharacterOfPosition(declaration.getStart());
  return `:${String(at.line + 1)}`;
}

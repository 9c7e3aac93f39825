import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { ROOT } from './cruise.ts';

export interface Source {
  /** From the root of the checkout, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

const FOLDERS = ['engine', 'electron', 'renderer', 'test', '.ci/tools'];
const LEFT_OUT = new Set(['output', 'fixtures', 'node_modules']);

/** Every TypeScript file of the project, parsed. */
export function sources(): readonly Source[] {
  return FOLDERS.flatMap((folder) => filesUnder(join(ROOT, folder))).map((file) => {
    const text = readFileSync(file, 'utf8');
    const path = relative(ROOT, file).split(sep).join('/');
    const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) };
  });
}

/** Where `found` says so, as `path:line: code`. */
export function places(source: Source, found: (node: ts.Node) => boolean): readonly string[] {
  const hits: string[] = [];
  const visit = (node: ts.Node): void => {
    if (found(node)) {
      const line = source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      hits.push(`${source.path}:${String(line)}: ${node.getText().split('\n')[0] ?? ''}`);
    }
    node.forEachChild(visit);
  };
  visit(source.tree);
  return hits;
}

/** The text of every comment, as `path:line: comment`. */
export function comments(source: Source): readonly string[] {
  const starts = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of ranges) starts.set(pos, source.text.slice(pos, end));
    for (const child of node.getChildren(source.tree)) visit(child);
  };
  visit(source.tree);
  return [...starts].map(([at, comment]) => {
    const line = source.tree.getLineAndCharacterOfPosition(at).line + 1;
    return `${source.path}:${String(line)}: ${comment}`;
  });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : filesUnder(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

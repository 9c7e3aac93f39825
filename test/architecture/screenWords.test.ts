import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { places, sources, type Source } from './sources.ts';

/** Attributes that people read or hear. */
const SPOKEN: ReadonlySet<string> = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-placeholder',
  'title',
  'placeholder',
  'label',
  'alt',
  'description',
  'hint',
]);
/** The same in every language. */
const NAMES = /^(Dialogram|Umnico|https?:\/\/\S*)$/u;
/** What the author writes into a bot to be filled in: `{{часы}}`, `ближайшее_открытие`. */
const OF_A_BOT = /^(\{\{[\p{L}_]+\}\}|\p{L}+(_\p{L}+)+)$/u;
const WORD = /\p{L}{2,}/u;
const RUSSIAN = /[а-яё]{2,}/iu;
/** Where words are data, not a text of the screen. */
const DATA: Readonly<Record<string, string>> = {
  'renderer/inspector/settings/russianCities.ts': 'names of time zones, a table of both languages',
  'renderer/nodes/handoff/GiveBack.tsx': 'the word that gives back, in the language of the bot',
  'renderer/settings/LanguageSwitch.tsx': 'each language under its own name',
};

/** Words a person would meet that do not come from the copy tables: text between tags, spoken attributes, Russian anywhere. */
function strayWords(source: Source): readonly string[] {
  return places(source, (node) => {
    if (ts.isJsxText(node)) return isWord(node.text);
    if (ts.isStringLiteralLike(node))
      return (RUSSIAN.test(node.text) && !OF_A_BOT.test(node.text)) || (isWord(node.text) && isShown(node));
    return (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) && RUSSIAN.test(node.text);
  });
}

function isWord(text: string): boolean {
  return WORD.test(text) && !NAMES.test(text.trim());
}

/** `<p>{'words'}</p>`, `title="words"`, `title={'words'}` */
function isShown(node: ts.Node): boolean {
  const holder = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent;
  if (ts.isJsxAttribute(holder)) return SPOKEN.has(holder.name.getText());
  return ts.isJsxElement(holder) || ts.isJsxFragment(holder);
}

function planted(code: string): Source {
  return {
    path: 'planted.tsx',
    text: code,
    tree: ts.createSourceFile('planted.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
  };
}

describe('every word on screen comes from the copy tables', () => {
  test('in all of the window', () => {
    const files = sources().filter(
      ({ path }) => path.startsWith('renderer/') && !path.startsWith('renderer/copy/') && !(path in DATA),
    );
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap(strayWords)).toEqual([]);
  });

  test.each([
    ['between tags', 'const A = () => <p>Save now</p>;'],
    ['in braces', "const A = () => <p>{'Save now'}</p>;"],
    ['in a label', 'const A = () => <button aria-label="Close" />;'],
    ['in a label in braces', "const A = () => <Field label={'Name'} />;"],
    ['in Russian in a call', "toast('Сохранено');"],
    ['in Russian in a template', 'toast(`Сохранено ${name}`);'],
  ])('a word %s would be found', (_where, code) => {
    expect(strayWords(planted(code))).toHaveLength(1);
  });

  test('names, signs and comments are none', () => {
    const code = '/** Сохранено */ const A = () => <p className="big" title={t("x")}>Dialogram {count} · 100 %</p>;';
    expect(strayWords(planted(code))).toEqual([]);
  });
});

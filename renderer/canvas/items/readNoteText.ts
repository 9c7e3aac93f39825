/** The simple formatting of a note: **bold**, *italic*, [link](address), and lists of lines that begin with «- » or «1. ». */
export type Piece =
  | { readonly look: 'plain' | 'bold' | 'italic'; readonly text: string }
  /** Shown, never followed: a note is not a place to leave the app from. */
  | { readonly look: 'link'; readonly text: string; readonly address: string };

export type NotePart =
  | { readonly kind: 'line'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Piece[])[] };

const BULLET = /^\s{0,8}[-*•]\s+(.*)$/u;
const NUMBER = /^\s{0,8}\d{1,3}[.)]\s+(.*)$/u;
const INLINE =
  /\*\*([^*\n]{1,500})\*\*|\*([^*\s](?:[^*\n]{0,498}[^*\s])?)\*|\[([^\]\n]{1,200})\]\(([^)\s]{1,500})\)|(https?:\/\/[^\s<>()]{1,500})/gu;

export function readNoteText(text: string): NotePart[] {
  const parts: NotePart[] = [];
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const bullet = BULLET.exec(line);
    const item = bullet ?? NUMBER.exec(line);
    if (!item) {
      parts.push({ kind: 'line', pieces: readPieces(line) });
      continue;
    }
    const ordered = bullet === null;
    const pieces = readPieces(item[1] ?? '');
    const last = parts.at(-1);
    if (last?.kind === 'list' && last.ordered === ordered)
      parts.splice(-1, 1, { ...last, items: [...last.items, pieces] });
    else parts.push({ kind: 'list', ordered, items: [pieces] });
  }
  return parts;
}

function readPieces(line: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > end) pieces.push({ look: 'plain', text: line.slice(end, match.index) });
    const [all, bold, italic, caption, address, url] = match;
    if (bold !== undefined) pieces.push({ look: 'bold', text: bold });
    else if (italic !== undefined) pieces.push({ look: 'italic', text: italic });
    else pieces.push({ look: 'link', text: caption ?? url ?? all, address: address ?? url ?? all });
    end = match.index + all.length;
  }
  if (end < line.length) pieces.push({ look: 'plain', text: line.slice(end) });
  return pieces;
}

/** The words alone, for names and search. */
export function plainNoteText(text: string): string {
  return readNoteText(text)
    .flatMap((part) => (part.kind === 'line' ? [part.pieces] : part.items))
    .map((pieces) => pieces.map((piece) => piece.text).join(''))
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

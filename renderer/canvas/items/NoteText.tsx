import { memo, useMemo } from 'react';
import styles from './NoteCard.module.css';
import { type Piece, readNoteText } from './readNoteText.ts';

/** The text of a note with its simple formatting. */
export const NoteText = memo(function NoteText({ text }: { readonly text: string }) {
  const parts = useMemo(() => readNoteText(text), [text]);
  return parts.map((part, at) => {
    // Nothing here has an identity of its own: the place is the key.
    const key = String(at);
    if (part.kind === 'line')
      return <p key={key}>{part.pieces.length > 0 ? <Pieces pieces={part.pieces} /> : <br />}</p>;
    const items = part.items.map((pieces, row) => (
      <li key={String(row)}>
        <Pieces pieces={pieces} />
      </li>
    ));
    return part.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
  });
});

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => {
    const key = String(at);
    if (piece.look === 'bold') return <strong key={key}>{piece.text}</strong>;
    if (piece.look === 'italic') return <em key={key}>{piece.text}</em>;
    if (piece.look === 'link') {
      return (
        <span key={key} className={styles.link} title={piece.address}>
          {piece.text}
        </span>
      );
    }
    return <span key={key}>{piece.text}</span>;
  });
}

import styles from './Card.module.css';

const TEMPLATE = /\{\{\s*([^{}|]+?)\s*(?:\|[^{}]*)?\}\}/g;

/** A text with its `{{variables}}` set apart, as the customer's data they stand for. */
export function TemplateText({ text }: { readonly text: string }) {
  const pieces = text.split(TEMPLATE);
  // split() with one group: every second piece is a variable's name. Pieces never change places, so their index is their key.
  return pieces.map((piece, at) =>
    at % 2 === 0 ? (
      piece
    ) : (
      <span key={at} className={styles.variable}>
        {piece}
      </span>
    ),
  );
}

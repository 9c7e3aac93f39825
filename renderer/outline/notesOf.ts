/** The texts of the notes in the layout of a flow. Whatever else stands there in a file from elsewhere is passed over. */
export function notesOf(layout: unknown): readonly string[] {
  const notes: unknown = typeof layout === 'object' && layout !== null && 'notes' in layout ? layout.notes : undefined;
  if (!Array.isArray(notes)) return [];
  return notes.flatMap((note: unknown) => {
    const text = typeof note === 'object' && note !== null && 'text' in note ? note.text : undefined;
    return typeof text === 'string' && text.trim() !== '' ? [text] : [];
  });
}

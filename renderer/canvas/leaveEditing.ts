import { useCanvasView } from './view.ts';

/** Ends the editing of one text; its card takes the keyboard, so that arrows and Tab go on from it. */
export function leaveEditing(node: string, field: string | null): void {
  const { editing } = useCanvasView.getState();
  if (editing?.node !== node || editing.field !== field) return;
  const card = document.activeElement?.closest<HTMLElement>('.react-flow__node');
  useCanvasView.setState({ editing: null });
  card?.focus({ preventScroll: true });
}

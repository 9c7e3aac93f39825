import { create } from 'zustand';

/** The list of all keys. */
export const useSheet = create<{ readonly open: boolean }>(() => ({ open: false }));

export function openSheet(): void {
  useSheet.setState({ open: true });
}

export function closeSheet(): void {
  useSheet.setState({ open: false });
}

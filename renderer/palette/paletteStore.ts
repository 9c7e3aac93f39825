import { create } from 'zustand';
import { keepEarlyKeys, takeEarlyKeys } from '../ui/earlyKeys.ts';

/** What the palette looks through: everything, or only blocks or flows of the open bot. */
export type PaletteScope = 'all' | 'blocks' | 'flows';

/** The command palette; null = closed. */
export const usePalette = create<{ readonly scope: PaletteScope | null }>(() => ({ scope: null }));

export function openPalette(scope: PaletteScope): void {
  if (usePalette.getState().scope === null) keepEarlyKeys(closePalette);
  usePalette.setState({ scope });
}

export function closePalette(): void {
  takeEarlyKeys();
  usePalette.setState({ scope: null });
}

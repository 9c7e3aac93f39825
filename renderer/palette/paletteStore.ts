import { create } from 'zustand';

/** What the palette looks through: everything, or only blocks or flows of the open bot. */
export type PaletteScope = 'all' | 'blocks' | 'flows';

/** The command palette; null = closed. */
export const usePalette = create<{ readonly scope: PaletteScope | null }>(() => ({ scope: null }));

export function openPalette(scope: PaletteScope): void {
  usePalette.setState({ scope });
}

export function closePalette(): void {
  usePalette.setState({ scope: null });
}

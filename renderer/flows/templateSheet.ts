import { create } from 'zustand';

/** The sheet «where to start?» over any screen. */
export const useTemplateSheet = create<{ readonly open: boolean }>(() => ({ open: false }));

export function openTemplateSheet(): void {
  useTemplateSheet.setState({ open: true });
}

export function closeTemplateSheet(): void {
  useTemplateSheet.setState({ open: false });
}

import { create } from 'zustand';
import { useWide } from '../../app/useWide.ts';

interface Choice {
  /** Null = as the width of the window has it. */
  readonly isOpen: boolean | null;
}
const useChoice = create<Choice>(() => ({ isOpen: null }));

/** Is the column beside the conversation in view? Where there is room it is, until somebody closes it. */
export function useSideOpen(): boolean {
  const isWide = useWide();
  return useChoice((choice) => choice.isOpen) ?? isWide;
}

export function setSideOpen(isOpen: boolean | null): void {
  useChoice.setState({ isOpen });
}

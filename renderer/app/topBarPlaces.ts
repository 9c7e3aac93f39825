import { create } from 'zustand';

interface TopBarPlaces {
  readonly title: HTMLElement | null;
  readonly actions: HTMLElement | null;
}
export type TopBarPlace = keyof TopBarPlaces;

/** Where the screens put their part of the top bar. */
export const useTopBarPlaces = create<TopBarPlaces>(() => ({ title: null, actions: null }));

// One function each, for good: a new ref at every drawing would empty the place and fill it again.
export function setTitlePlace(title: HTMLElement | null): void {
  useTopBarPlaces.setState({ title });
}
export function setActionsPlace(actions: HTMLElement | null): void {
  useTopBarPlaces.setState({ actions });
}

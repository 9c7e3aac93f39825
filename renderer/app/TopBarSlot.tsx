import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { type TopBarPlace, useTopBarPlaces } from './topBarPlaces.ts';

/** Puts its children into the top bar while the screen is on show. `title` is at the left, `actions` at the right. */
export function TopBarSlot({ place, children }: { readonly place: TopBarPlace; readonly children: ReactNode }) {
  const element = useTopBarPlaces((state) => state[place]);
  return element === null ? null : createPortal(children, element);
}

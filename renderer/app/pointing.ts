import { type RefObject, useEffect, useRef } from 'react';
import { create } from 'zustand';

/** A place that another screen sends the person to. */
export type Pointed = 'sandbox' | 'umnico';

const usePointing = create<{ readonly at: Pointed | null }>(() => ({ at: null }));

/** The place comes into view with its first control in focus as soon as it is on show. */
export function pointAt(place: Pointed): void {
  usePointing.setState({ at: place });
}

/** For the element around the place. */
export function usePointed(place: Pointed): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const isMeant = usePointing((state) => state.at === place);
  useEffect(() => {
    if (!isMeant || element.current === null) return;
    element.current.scrollIntoView({ block: 'nearest' });
    element.current.querySelector<HTMLElement>('input:not(:disabled), button:not(:disabled)')?.focus();
    usePointing.setState({ at: null });
  }, [isMeant]);
  return element;
}

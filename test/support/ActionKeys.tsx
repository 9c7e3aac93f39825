import type { ReactNode } from 'react';
import { useActionKeys } from '../../renderer/actions/useActionKeys.ts';

/** A part of the window with the keys of actions, as the whole window has them. */
export function ActionKeys({ children }: { readonly children: ReactNode }) {
  useActionKeys();
  return children;
}

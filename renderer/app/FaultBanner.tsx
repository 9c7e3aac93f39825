import type { ReactNode } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { Banner } from '../ui/Banner.tsx';
import { usePreferences } from './preferences.ts';

export interface FaultBannerProps {
  readonly fault: Fault;
  readonly action?: ReactNode;
}

/** A failure in words, with one thing to do. */
export function FaultBanner({ fault, action }: FaultBannerProps) {
  const language = usePreferences((state) => state.language);
  const { what, todo } = faultWords(fault, language);
  return (
    <Banner tone="danger" {...(action !== undefined && { action })}>
      {what} {todo}
    </Banner>
  );
}

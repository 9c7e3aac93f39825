import { useEffect, useRef, useState } from 'react';
import type { Fault } from '../../engine/model/fault.ts';
import { faultWords } from '../../engine/model/faultWords.ts';
import { usePreferences } from '../app/preferences.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

export interface ConnectionFaultProps {
  readonly fault: Fault;
  /** Tries again: by itself after a while where that can help, and by the button. */
  readonly onRetry: () => void;
  readonly onPasteAgain: () => void;
  readonly onChooseManager?: () => void;
}

const NETWORK_RETRY_S = 5;
const DOWN_RETRY_S = 30;

/** Each failure of a connection in its sentence with its one button (ux.md, 2.4). Transient ones are tried again by themselves. */
export function ConnectionFault({ fault, onRetry, onPasteAgain, onChooseManager }: ConnectionFaultProps) {
  const t = useCopy('connections');
  const language = usePreferences((state) => state.language);
  const seconds = useRetry(fault, onRetry);

  if (fault.code === 'badToken') {
    const again = <Button onClick={onPasteAgain}>{t('fault.badTokenAction')}</Button>;
    return (
      <Banner tone="danger" action={again}>
        {t('fault.badToken')}
      </Banner>
    );
  }
  if (fault.code === 'managerMissing' && onChooseManager !== undefined) {
    const choose = <Button onClick={onChooseManager}>{t('fault.managerMissingAction')}</Button>;
    return (
      <Banner tone="danger" action={choose}>
        {t('fault.managerMissing')}
      </Banner>
    );
  }
  if (fault.code === 'network') return <Banner tone="warning">{t('fault.network')}</Banner>;
  if (fault.code === 'tooManyRequests') {
    return <Banner tone="warning">{t('fault.tooManyRequests', { seconds })}</Banner>;
  }
  const now = <Button onClick={onRetry}>{t('fault.retryNow')}</Button>;
  if (fault.code === 'upstreamDown' || fault.code === 'timeout') {
    return (
      <Banner tone="warning" action={now}>
        {t('fault.upstreamDown', { seconds })}
      </Banner>
    );
  }
  const { what, todo } = faultWords(fault, language);
  return (
    <Banner tone="danger" action={now}>
      {what} {todo}
    </Banner>
  );
}

/** Value: seconds until the next try by itself; 0 = it will not. */
function useRetry(fault: Fault, onRetry: () => void): number {
  const [left, setLeft] = useState(() => pauseOf(fault));
  const retry = useRef(onRetry);

  useEffect(() => {
    retry.current = onRetry;
  });

  useEffect(() => {
    let rest = pauseOf(fault);
    setLeft(rest);
    if (rest === 0) return undefined;
    const timer = setInterval(() => {
      rest -= 1;
      setLeft(Math.max(1, rest));
      if (rest > 0) return;
      clearInterval(timer);
      retry.current();
    }, 1_000);
    const atOnce = () => retry.current();
    window.addEventListener('online', atOnce);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', atOnce);
    };
  }, [fault]);

  return left;
}

function pauseOf(fault: Fault): number {
  if (fault.code === 'network') return NETWORK_RETRY_S;
  if (fault.code === 'upstreamDown' || fault.code === 'timeout') return DOWN_RETRY_S;
  if (fault.code === 'tooManyRequests') return Math.max(1, Math.ceil(fault.retryAfterMs / 1_000));
  return 0;
}

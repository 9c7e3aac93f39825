import { CircleCheck } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useLiveFilter } from './liveFilter.ts';

/** Nobody fits the filter. That nobody waits and nothing broke is good news, and is told as such. */
export function NobodyHere() {
  const t = useCopy('liveSide');
  const live = useCopy('live');
  const { filter, query } = useLiveFilter();
  const isGood = query.trim() === '' && (filter === 'waiting' || filter === 'failed');
  return (
    <EmptyState
      title={isGood ? t(`empty.${filter}.title`) : live('nothingHere')}
      {...(isGood && { icon: <CircleCheck aria-hidden /> })}
      actions={<Button onClick={() => useLiveFilter.setState({ filter: 'all', query: '' })}>{live('showAll')}</Button>}
    >
      {isGood ? t(`empty.${filter}.text`) : live('nothingHereText')}
    </EmptyState>
  );
}

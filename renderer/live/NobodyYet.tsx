import { MessageCircleMore } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEngine } from '../app/engine.ts';
import { navigate } from '../app/route.ts';
import { openSandbox } from '../connections/connectionActions.ts';
import { sourceTitle } from '../connections/sourceTitle.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** No conversations: what is missing for the first one, and the one step towards it. */
export function NobodyYet() {
  const t = useCopy('live');
  const status = useEngine((state) => state.status);
  const icon = <MessageCircleMore aria-hidden />;
  const toConnections = (
    <Button variant="primary" onClick={() => navigate({ screen: 'connections' })}>
      {t('openConnections')}
    </Button>
  );
  const toFlows = (
    <Button variant="primary" onClick={() => navigate({ screen: 'flows' })}>
      {t('openFlows')}
    </Button>
  );

  function said(text: string, actions?: ReactNode) {
    return (
      <EmptyState icon={icon} title={t('empty')} {...(actions !== undefined && { actions })}>
        {text}
      </EmptyState>
    );
  }

  if (status === null || status.connection.kind === 'none') return said(t('emptyNone'), toConnections);
  if ((status.live ?? status.test) === null) return said(t('emptyNotPublished'), toFlows);
  if (status.connection.kind === 'sandbox') {
    const url = status.connection.sandboxUrl;
    if (url === null) return said(t('emptySandbox'), toConnections);
    return said(
      t('emptySandbox'),
      <Button variant="primary" onClick={() => openSandbox(url)}>
        {t('openSandbox')}
      </Button>,
    );
  }
  const sources = status.connection.sources.filter((source) => source.enabled).map(sourceTitle);
  if (sources.length === 0) return said(t('emptyNoSources'), toConnections);
  return said(t('emptyUmnico', { sources: sources.join(', ') }));
}

import { faultWords } from '../../engine/model/faultWords.ts';
import { call, reconnect } from '../bridge.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useEngine } from './engine.ts';
import { usePreferences } from './preferences.ts';
import { navigate, useRoute } from './route.ts';
import { showFault } from './showFault.ts';
import { clock } from './times.ts';

/** The one line over every screen: what keeps customers from being answered, worst first. */
export function EngineBanner() {
  const t = useCopy('app');
  const language = usePreferences((state) => state.language);
  const screen = useRoute((state) => state.route.screen);
  const link = useEngine((state) => state.link);
  const lostAt = useEngine((state) => state.lostAt);
  const downAt = useEngine((state) => state.downAt);
  const status = useEngine((state) => state.status);
  const fault = useEngine((state) => state.fault);

  if (link === 'refused') {
    return (
      <Banner tone="danger" shape="page" assertive>
        {t('banner.refused')}
      </Banner>
    );
  }
  if (link === 'lost') {
    return (
      <Banner
        tone="danger"
        shape="page"
        assertive
        action={
          <Button size="dense" onClick={reconnect}>
            {t('banner.lostAction')}
          </Button>
        }
      >
        {t('banner.lost', { time: clock(lostAt ?? 0, language) })}
      </Banner>
    );
  }
  if (fault !== null) {
    const { what, todo } = faultWords(fault, language);
    return (
      <Banner tone="danger" shape="page" assertive>
        {`${what} ${todo}`}
      </Banner>
    );
  }
  if (status?.disk.full === true || status?.disk.low === true) {
    return (
      <Banner
        tone={status.disk.full ? 'danger' : 'warning'}
        shape="page"
        assertive
        {...(screen === 'settings'
          ? {}
          : {
              action: (
                <Button size="dense" onClick={() => navigate({ screen: 'settings', page: 'data' })}>
                  {t('banner.diskAction')}
                </Button>
              ),
            })}
      >
        {t(status.disk.full ? 'banner.diskFull' : 'banner.diskLow')}
      </Banner>
    );
  }
  if (status === null || (status.live ?? status.test) === null) return null;
  if (status.connection.fault !== null && status.connection.state === 'failed' && screen !== 'connections') {
    const { what } = faultWords(status.connection.fault, language);
    const isOffline = status.connection.fault.code === 'network';
    return (
      <Banner
        tone="danger"
        shape="page"
        assertive
        action={
          <Button size="dense" onClick={() => navigate({ screen: 'connections' })}>
            {t('banner.attention')}
          </Button>
        }
      >
        {isOffline ? t('banner.offline', { time: clock(downAt ?? Date.now(), language) }) : what}
      </Banner>
    );
  }
  if (!status.running) {
    return (
      <Banner
        tone="warning"
        shape="page"
        assertive
        action={
          <Button size="dense" onClick={() => void start()}>
            {t('banner.start')}
          </Button>
        }
      >
        {t('banner.stopped')}
      </Banner>
    );
  }
  return null;
}

async function start(): Promise<void> {
  const reply = await call('engine.start', {});
  if (!reply.ok) showFault(reply.fault);
}

import type { EngineConnection } from '../app/engine.ts';
import { useCopy } from '../copy/useCopy.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './ConnectionsScreen.module.css';
import { sourceTitle } from './sourceTitle.ts';

type Source = EngineConnection['sources'][number];

export interface SourceSwitchesProps {
  readonly sources: readonly Source[];
  /** Ids of the sources in which the bot answers from now on. */
  readonly onChange: (enabled: string[]) => void;
}

/** Channels of the account, all off at first: nothing goes live by surprise. */
export function SourceSwitches({ sources, onChange }: SourceSwitchesProps) {
  const t = useCopy('connections');
  const enabled = sources.filter((source) => source.enabled).map((source) => source.id);
  const gone = sources.filter((source) => !source.active && source.enabled);
  const present = sources.filter((source) => source.active);

  function toggle(id: string, isOn: boolean): void {
    onChange(isOn ? [...enabled, id] : enabled.filter((other) => other !== id));
  }

  return (
    <div className={styles.sources}>
      <p className={styles.quiet}>{present.length === 0 ? t('sources.none') : t('sources.hint')}</p>
      {present.map((source) => (
        <Switch
          key={source.id}
          label={sourceTitle(source)}
          checked={source.enabled}
          onChange={(isOn) => toggle(source.id, isOn)}
        />
      ))}
      {gone.map((source) => (
        <Banner
          key={source.id}
          tone="warning"
          action={
            <Button size="dense" onClick={() => toggle(source.id, false)}>
              {t('sources.remove')}
            </Button>
          }
        >
          {t('sources.gone', { source: sourceTitle(source) })}
        </Banner>
      ))}
    </div>
  );
}

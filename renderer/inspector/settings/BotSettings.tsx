import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { useBotFacts } from '../../nodes/useBotFacts.ts';
import { listNames } from '../../nodes/listNames.ts';
import { Fold } from '../Fold.tsx';
import { BehaviourSettings } from './BehaviourSettings.tsx';
import styles from './BotSettings.module.css';
import { GeneralSettings } from './GeneralSettings.tsx';
import { HoursSettings } from './HoursSettings.tsx';
import { ListSettings } from './ListSettings.tsx';
import { StatusSettings } from './StatusSettings.tsx';
import { TopicSettings } from './TopicSettings.tsx';

const NAMED = 2;

/** With no block selected the dock is about the bot: what its blocks refer to, and how it behaves. */
export function BotSettings() {
  const t = useCopy('inspector');
  const { statuses, intents, entities, hours } = useBotFacts();
  const readOnly = useEditor((state) => state.readOnly);
  const none = t('noneYet');
  return (
    <fieldset className={styles.settings} disabled={readOnly} data-testid="bot-settings">
      <p className={styles.lead}>{t('nothingSelected')}</p>
      <Fold title={t('bot.title')} startOpen>
        <GeneralSettings />
      </Fold>
      <Fold
        title={t('statuses.title')}
        summary={
          statuses.length === 0
            ? none
            : listNames(
                statuses.map((status) => status.name),
                2,
              )
        }
        testId="settings-statuses"
      >
        <StatusSettings />
      </Fold>
      <Fold
        title={t('topics.title')}
        summary={
          intents.length === 0
            ? none
            : listNames(
                intents.map((intent) => intent.name),
                NAMED,
              )
        }
        testId="settings-topics"
      >
        <TopicSettings />
      </Fold>
      <Fold
        title={t('lists.title')}
        summary={
          entities.length === 0
            ? none
            : listNames(
                entities.map((entity) => entity.name),
                NAMED,
              )
        }
        testId="settings-lists"
      >
        <ListSettings />
      </Fold>
      <Fold
        title={t('hours.title')}
        summary={hours === undefined ? t('hours.always') : t('hours.set')}
        testId="settings-hours"
      >
        <HoursSettings />
      </Fold>
      <Fold title={t('behaviour.title')} testId="settings-behaviour">
        <BehaviourSettings />
      </Fold>
    </fieldset>
  );
}

import { ChecksDialog } from '../checks/ChecksDialog.tsx';
import { useCopy } from '../copy/useCopy.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './PublishDialog.module.css';
import { PublishForm } from './PublishForm.tsx';
import { closePublish, type PublishTab, usePublish } from './publishState.ts';
import { RollbackDialog } from './RollbackDialog.tsx';
import { VersionList } from './VersionList.tsx';

export function PublishDialog() {
  const t = useCopy('publish');
  const { bot, tab, naming, rollback, check } = usePublish();
  return (
    <>
      <Dialog open={bot !== null} onClose={closePublish} title={t('title')} width={600}>
        {bot !== null && (
          <Tabs<PublishTab>
            className={styles.tabs}
            label={t('tabs')}
            value={tab}
            onChange={(next) => usePublish.setState({ tab: next })}
            items={[
              { value: 'publish', label: t('tabPublish'), content: <PublishForm bot={bot} naming={naming} /> },
              { value: 'versions', label: t('tabVersions'), content: <VersionList bot={bot} /> },
            ]}
          />
        )}
      </Dialog>
      {rollback !== null && <RollbackDialog rollback={rollback} />}
      {check !== null && <ChecksDialog reveal={check} onClose={() => usePublish.setState({ check: null })} />}
    </>
  );
}

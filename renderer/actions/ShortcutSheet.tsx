import { navigate } from '../app/route.ts';
import { type CopyKey } from '../copy/i18n.ts';
import { useCopy } from '../copy/useCopy.ts';
import { usePreferences } from '../app/preferences.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { keysOf } from './actionKeys.ts';
import { ACTION_GROUPS, ACTION_IDS, specOf } from './actionTable.ts';
import styles from './ShortcutSheet.module.css';
import { closeSheet, useSheet } from './sheetStore.ts';

/** Keys that mean something where they are pressed only, and can't be changed. */
const FIXED: readonly { readonly title: CopyKey<'actions'>; readonly rows: readonly FixedRow[] }[] = [
  {
    title: 'sheet.walking',
    rows: [
      { name: 'sheet.walk', keys: ['Left', 'Right', 'Up', 'Down'] },
      { name: 'sheet.moveBlock', keys: ['Alt+Right'] },
      { name: 'sheet.moveFar', keys: ['Alt+Shift+Right'] },
      { name: 'sheet.inside', keys: ['Tab'] },
      { name: 'sheet.outside', keys: ['Escape'] },
      { name: 'sheet.editBlock', keys: ['Enter'] },
    ],
  },
  {
    title: 'sheet.chat',
    rows: [
      { name: 'sheet.send', keys: ['Enter'] },
      { name: 'sheet.newLine', keys: ['Shift+Enter'] },
      { name: 'sheet.earlier', keys: ['Up', 'Down'] },
      { name: 'sheet.restart', keys: ['Mod+R'] },
      { name: 'sheet.restartNew', keys: ['Mod+Shift+R'] },
      { name: 'sheet.stepBack', keys: ['Alt+Up'] },
      { name: 'sheet.stepForward', keys: ['Alt+Down'] },
      { name: 'sheet.skipWait', keys: ['Mod+Right'] },
    ],
  },
];

interface FixedRow {
  readonly name: CopyKey<'actions'>;
  readonly keys: readonly string[];
}

/** F1: every key there is, as the person has them. */
export function ShortcutSheet() {
  const t = useCopy('actions');
  const open = useSheet((state) => state.open);
  const own = usePreferences((state) => state.keys);
  const groups = [
    ...ACTION_GROUPS.map((group) => ({
      title: t(`group.${group}`),
      rows: ACTION_IDS.filter((id) => specOf(id).group === group).map((id) => ({
        name: t(`name.${id}`),
        keys: keysOf(id, own),
      })),
    })),
    ...FIXED.map(({ title, rows }) => ({
      title: t(title),
      rows: rows.map((row) => ({ name: t(row.name), keys: row.keys })),
    })),
  ];
  return (
    <Dialog
      open={open}
      onClose={closeSheet}
      title={t('sheet.title')}
      description={t('sheet.about')}
      width={920}
      footer={
        <Button
          onClick={() => {
            closeSheet();
            navigate({ screen: 'settings', page: 'keys' });
          }}
        >
          {t('sheet.change')}
        </Button>
      }
    >
      {/* It takes the focus, so that arrows and PageDown move through it. */}
      <div
        className={styles.columns}
        tabIndex={0}
        role="group"
        aria-label={t('sheet.title')}
        data-autofocus
        data-scrolled
      >
        {groups.map(({ title, rows }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.title}>{title}</h3>
            <dl className={styles.rows}>
              {rows
                .filter((row) => row.keys.length > 0)
                .map((row) => (
                  <div key={row.name} className={styles.row}>
                    <dt className={styles.name}>{row.name}</dt>
                    <dd className={styles.keys}>
                      {row.keys.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

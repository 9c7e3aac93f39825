import { Database, Globe, Info, Keyboard, Languages, type LucideIcon, SlidersHorizontal, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { PageTitle } from '../app/PageTitle.tsx';
import { navigate } from '../app/route.ts';
import { SETTINGS_PAGES, type SettingsPage } from '../app/settingsPages.ts';
import { useCopy } from '../copy/useCopy.ts';
import { AboutSettings } from './AboutSettings.tsx';
import { CanvasSettings } from './CanvasSettings.tsx';
import { DataSettings } from './DataSettings.tsx';
import { GeneralSettings } from './GeneralSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { RequestSettings } from './RequestSettings.tsx';
import styles from './SettingsScreen.module.css';
import { UnderstandingSettings } from './UnderstandingSettings.tsx';

const PAGES: Readonly<Record<SettingsPage, { readonly icon: LucideIcon; readonly content: ReactNode }>> = {
  general: { icon: SlidersHorizontal, content: <GeneralSettings /> },
  canvas: { icon: Workflow, content: <CanvasSettings /> },
  keys: { icon: Keyboard, content: <KeySettings /> },
  requests: { icon: Globe, content: <RequestSettings /> },
  understanding: { icon: Languages, content: <UnderstandingSettings /> },
  data: { icon: Database, content: <DataSettings /> },
  about: { icon: Info, content: <AboutSettings /> },
};

export function SettingsScreen({ page }: { readonly page: SettingsPage }) {
  const t = useCopy('settings');
  return (
    <div className={styles.screen}>
      <PageTitle>{t('title')}</PageTitle>
      <nav className={styles.nav} aria-label={t('title')}>
        {SETTINGS_PAGES.map((name) => {
          const Icon = PAGES[name].icon;
          return (
            <button
              key={name}
              type="button"
              className={styles.entry}
              aria-current={name === page ? 'page' : undefined}
              onClick={() => navigate({ screen: 'settings', page: name })}
            >
              <Icon size={16} aria-hidden />
              {t(`page.${name}`)}
            </button>
          );
        })}
      </nav>
      <div className={styles.page}>{PAGES[page].content}</div>
    </div>
  );
}

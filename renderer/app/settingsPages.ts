/** The pages of the settings, in their order. */
export const SETTINGS_PAGES = ['general', 'canvas', 'keys', 'understanding', 'requests', 'data', 'about'] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** The languages every screen is looked over in. */
export type Language = 'ru' | 'en';

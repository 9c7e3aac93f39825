import { bothLanguages } from './copyTypes.ts';

export const uiCopy = bothLanguages({
  ru: {
    close: 'Закрыть',
    cancel: 'Отмена',
    removeWord: 'Убрать «{{word}}»',
    notifications: 'Уведомления',
    more: 'Ещё',
    copy: 'Скопировать',
    copied: 'Скопировано',
    loading: 'Загружаем…',
    details: 'Подробнее',
    retry: 'Повторить',
    secretKept: 'Сохранён. Заполните, чтобы заменить.',
    showSecret: 'Показать',
    hideSecret: 'Скрыть',
  },
  en: {
    close: 'Close',
    cancel: 'Cancel',
    removeWord: 'Remove “{{word}}”',
    notifications: 'Notifications',
    more: 'More',
    copy: 'Copy',
    copied: 'Copied',
    loading: 'Loading…',
    details: 'Details',
    retry: 'Try again',
    secretKept: 'Kept. Fill in to replace it.',
    showSecret: 'Show',
    hideSecret: 'Hide',
  },
});

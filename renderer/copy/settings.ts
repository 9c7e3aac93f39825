import { bothLanguages } from './copyTypes.ts';

export const settingsCopy = bothLanguages({
  ru: {
    title: 'Настройки',
    general: 'Общие',
    language: 'Язык',
    theme: 'Тема',
    system: 'Как в системе',
    light: 'Светлая',
    dark: 'Тёмная',
    scale: 'Размер интерфейса',
    data: 'Данные',
    folder: 'Папка данных',
    folderHint:
      'Боты, диалоги и настройки лежат здесь, на этом компьютере. Скопируйте папку, и получится резервная копия.',
    privacy:
      'Dialogram ничего никуда не отправляет: ни статистики, ни отчётов. Связь есть только с Umnico, если вы его подключили.',
    about: 'О программе',
    version: 'Версия {{version}}',
    licence: 'Открытая программа под лицензией MIT. Шрифт Inter: SIL Open Font License 1.1.',
    copyFolder: 'Скопировать путь',
    copied: 'Путь скопирован.',
  },
  en: {
    title: 'Settings',
    general: 'General',
    language: 'Language',
    theme: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    scale: 'Interface size',
    data: 'Data',
    folder: 'Data folder',
    folderHint: 'Bots, conversations and settings live here, on this computer. A copy of the folder is a backup.',
    privacy:
      'Dialogram sends nothing anywhere: no statistics, no reports. It talks only to Umnico, if you connected it.',
    about: 'About',
    version: 'Version {{version}}',
    licence: 'Open software under the MIT licence. Inter typeface: SIL Open Font License 1.1.',
    copyFolder: 'Copy the path',
    copied: 'The path is copied.',
  },
});

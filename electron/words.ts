import type { Look } from './contract.ts';

/** What the native parts say: the menu bar and the dialogs. The page has its own words (renderer/copy). */
const ru = {
  file: 'Файл',
  quit: 'Выход',
  edit: 'Правка',
  undo: 'Отменить',
  redo: 'Повторить',
  cut: 'Вырезать',
  copy: 'Копировать',
  paste: 'Вставить',
  selectAll: 'Выделить всё',
  view: 'Вид',
  fullScreen: 'Во весь экран',
  developer: 'Инструменты разработчика',
  minimize: 'Свернуть',
  blocks: 'Блоки',
  go: 'Перейти',
  test: 'Проверка',
  help: 'Справка',
  about: 'О программе',
  version: (version: string) => `Версия ${version}`,
  openTitle: 'Открыть файл бота',
  saveTitle: 'Сохранить файл бота',
  folderTitle: 'Выбрать папку',
  botFiles: 'Боты Dialogram',
  cantRead: (name: string, megabytes: number) => ({
    what: `Файл «${name}» не читается или больше ${String(megabytes)} МБ.`,
    todo: 'Проверьте, что это файл бота и что его разрешено читать.',
  }),
  cantWrite: (path: string) => ({
    what: `Не удалось записать ${path}.`,
    todo: 'Выберите другую папку или освободите место на диске.',
  }),
  openLink: 'Открыть в браузере?',
  open: 'Открыть',
  cancel: 'Отмена',
};

export type Words = typeof ru;

const en: Words = {
  file: 'File',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: 'View',
  fullScreen: 'Full Screen',
  developer: 'Developer Tools',
  minimize: 'Minimize',
  blocks: 'Blocks',
  go: 'Go',
  test: 'Testing',
  help: 'Help',
  about: 'About Dialogram',
  version: (version) => `Version ${version}`,
  openTitle: 'Open a bot file',
  saveTitle: 'Save the bot file',
  folderTitle: 'Choose a folder',
  botFiles: 'Dialogram bots',
  cantRead: (name, megabytes) => ({
    what: `The file “${name}” can’t be read or is larger than ${String(megabytes)} MB.`,
    todo: 'Check that it is a bot file and that you may read it.',
  }),
  cantWrite: (path) => ({
    what: `${path} could not be written.`,
    todo: 'Choose another folder or free some space on the disk.',
  }),
  openLink: 'Open in the browser?',
  open: 'Open',
  cancel: 'Cancel',
};

export const WORDS: Readonly<Record<Look['language'], Words>> = { ru, en };

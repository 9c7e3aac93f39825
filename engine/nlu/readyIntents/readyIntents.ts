import { enAfter } from './enAfter.ts';
import { enShop } from './enShop.ts';
import { enTalk } from './enTalk.ts';
import { enVisit } from './enVisit.ts';
import { ruAfter } from './ruAfter.ts';
import { ruShop } from './ruShop.ts';
import { ruTalk } from './ruTalk.ts';
import { ruVisit } from './ruVisit.ts';

/** A topic nearly every shop's bot needs, with enough phrases to be recognised from the first day. */
export interface ReadyIntent {
  /** The same in every language: a bot in two languages joins the phrases under one topic. */
  readonly id: string;
  readonly name: string;
  readonly phrases: readonly string[];
}

type Id = keyof typeof ruTalk | keyof typeof ruShop | keyof typeof ruAfter | keyof typeof ruVisit;

const names: Readonly<Record<Id, Readonly<Record<'ru' | 'en', string>>>> = {
  greeting: { ru: 'Приветствие', en: 'Greeting' },
  yes: { ru: 'Да', en: 'Yes' },
  no: { ru: 'Нет', en: 'No' },
  thanks: { ru: 'Спасибо', en: 'Thanks' },
  goodbye: { ru: 'Прощание', en: 'Goodbye' },
  operator: { ru: 'Позвать оператора', en: 'Talk to a person' },
  price: { ru: 'Цена', en: 'Price' },
  delivery: { ru: 'Доставка', en: 'Delivery' },
  payment: { ru: 'Оплата', en: 'Payment' },
  hours: { ru: 'Часы работы', en: 'Opening hours' },
  address: { ru: 'Адрес', en: 'Address' },
  'order-status': { ru: 'Где мой заказ', en: 'Where is my order' },
  refund: { ru: 'Возврат и обмен', en: 'Returns and refunds' },
  complaint: { ru: 'Жалоба', en: 'Complaint' },
  availability: { ru: 'Наличие', en: 'In stock' },
  discount: { ru: 'Скидки и акции', en: 'Discounts' },
  booking: { ru: 'Запись и бронь', en: 'Booking' },
  cancel: { ru: 'Отмена', en: 'Cancellation' },
};

const phrases: Readonly<Record<'ru' | 'en', Readonly<Record<Id, string>>>> = {
  ru: { ...ruTalk, ...ruShop, ...ruAfter, ...ruVisit },
  en: { ...enTalk, ...enShop, ...enAfter, ...enVisit },
};

const kept = new Map<'ru' | 'en', readonly ReadyIntent[]>();

/** Ready-made topics in one language, always in the same order: first what is said in any talk, then business. */
export function readyIntents(language: 'ru' | 'en'): readonly ReadyIntent[] {
  const known = kept.get(language);
  if (known !== undefined) return known;
  const made = (Object.keys(names) as Id[]).map((id) => ({
    id,
    name: names[id][language],
    phrases: phrases[language][id].trim().split('\n'),
  }));
  kept.set(language, made);
  return made;
}

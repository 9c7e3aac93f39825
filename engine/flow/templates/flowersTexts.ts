/** Every word of the sample «flower shop». */
export interface FlowersTexts {
  readonly bot: string;
  readonly flow: string;
  readonly zone: string;
  readonly statuses: { readonly first: string; readonly human: string };
  readonly names: Readonly<
    Record<'first' | 'menu' | 'catalogue' | 'delivery' | 'people' | 'asked' | 'resumed' | 'unclear', string>
  >;
  readonly menu: string;
  readonly options: { readonly catalogue: string; readonly delivery: string; readonly people: string };
  readonly synonyms: {
    readonly catalogue: readonly string[];
    readonly delivery: readonly string[];
    readonly people: readonly string[];
  };
  readonly catalogue: string;
  readonly delivery: string;
  readonly handoff: string;
  readonly brief: string;
  readonly resumed: string;
  readonly hint: string;
  /** Heard in any message: whoever begins with a question is answered, not greeted. */
  readonly words: readonly string[];
  readonly resumeWord: string;
  readonly checks: Readonly<Record<'path' | 'question' | 'operator' | 'unclear', string>>;
  readonly said: {
    readonly hello: string;
    readonly price: string;
    readonly operator: string;
    readonly wait: string;
    readonly answer: string;
    readonly nonsense: string;
  };
}

const ru: FlowersTexts = {
  bot: 'Цветочная лавка',
  flow: 'Главный',
  zone: 'Europe/Moscow',
  statuses: { first: 'Первичное касание', human: 'Диалог с оператором' },
  names: {
    first: 'Новый клиент',
    menu: 'Главное меню',
    catalogue: 'Каталог',
    delivery: 'Доставка',
    people: 'Позвать оператора',
    asked: 'Спросили про доставку',
    resumed: 'После оператора',
    unclear: 'Не понял',
  },
  menu: 'Здравствуйте! Это «Цветочная лавка» 🌷 Чем помочь? Ответьте цифрой:',
  options: { catalogue: 'Каталог', delivery: 'Доставка', people: 'Оператор' },
  synonyms: {
    catalogue: ['букеты', 'цены', 'что у вас есть'],
    delivery: ['привезёте', 'самовывоз'],
    people: ['человек', 'флорист'],
  },
  catalogue: 'Тюльпаны, 15 штук: 1\u00a0900\u00a0₽\nПионы, 7 штук: 3\u00a0500\u00a0₽\nБукет дня: 2\u00a0700\u00a0₽',
  delivery: 'Доставим по Москве за 3 часа: 350\u00a0₽, от 5\u00a0000\u00a0₽ бесплатно.',
  handoff: 'Передаю вас флористу, ответим в течение 10 минут.',
  brief: 'Клиент просит оператора. Последнее сообщение: {{message.text}}',
  resumed: 'Снова на связи бот.',
  hint: 'Не понял вас. Ответьте цифрой:',
  words: ['доставка', 'доставку', 'доставки', 'доставите'],
  resumeWord: 'бот',
  checks: {
    path: 'Каталог и доставка по цифрам',
    question: 'Вопрос вместо приветствия',
    operator: 'Оператор и возврат боту',
    unclear: 'Три непонятных ответа',
  },
  said: {
    hello: 'Здравствуйте',
    price: 'Сколько стоит доставка?',
    operator: 'Оператор',
    wait: 'Вы тут?',
    answer: 'Здравствуйте, это Ольга. Чем помочь?',
    nonsense: 'абракадабра',
  },
};

const en: FlowersTexts = {
  bot: 'Flower shop',
  flow: 'Main',
  zone: 'Europe/London',
  statuses: { first: 'First touch', human: 'Dialogue with operator' },
  names: {
    first: 'New customer',
    menu: 'Main menu',
    catalogue: 'Catalogue',
    delivery: 'Delivery',
    people: 'Call an operator',
    asked: 'Asked about delivery',
    resumed: 'After the operator',
    unclear: 'Not understood',
  },
  menu: 'Hello! This is the Flower Shop 🌷 How can we help? Answer with a number:',
  options: { catalogue: 'Catalogue', delivery: 'Delivery', people: 'Operator' },
  synonyms: {
    catalogue: ['bouquets', 'prices', 'what do you have'],
    delivery: ['collection', 'do you bring'],
    people: ['person', 'florist'],
  },
  catalogue: '15 tulips: £19\n7 peonies: £35\nBouquet of the day: £27',
  delivery: 'We deliver across London within 3 hours: £6, free from £50.',
  handoff: 'I am passing you to a florist, who will answer within 10 minutes.',
  brief: 'The customer asks for an operator. Last message: {{message.text}}',
  resumed: 'The bot is back with you.',
  hint: 'Sorry, I did not get that. Please answer with a number:',
  words: ['delivery', 'deliver', 'shipping'],
  resumeWord: 'bot',
  checks: {
    path: 'Catalogue and delivery by numbers',
    question: 'A question instead of a greeting',
    operator: 'Operator and back to the bot',
    unclear: 'Three answers that make no sense',
  },
  said: {
    hello: 'Hello',
    price: 'How much is delivery?',
    operator: 'Operator',
    wait: 'Are you there?',
    answer: 'Hello, this is Olga. How can I help?',
    nonsense: 'abracadabra',
  },
};

export const flowersTexts: Readonly<Record<'ru' | 'en', FlowersTexts>> = { ru, en };

/** Every word of the template «cakes to order». */
export interface MenuTexts {
  readonly bot: string;
  readonly flow: string;
  readonly statuses: { readonly first: string; readonly order: string; readonly human: string };
  readonly names: Readonly<Record<string, string>>;
  readonly pictureNote: string;
  readonly hello: readonly string[];
  readonly menu: string;
  readonly options: {
    readonly about: string;
    readonly contacts: string;
    readonly catalogue: string;
    readonly order: string;
  };
  readonly synonyms: {
    readonly about: readonly string[];
    readonly contacts: readonly string[];
    readonly catalogue: readonly string[];
    readonly order: readonly string[];
  };
  readonly about: string;
  readonly contacts: string;
  readonly catalogue: string;
  readonly goods: {
    readonly cakes: string;
    readonly desserts: string;
    readonly delivery: string;
    readonly order: string;
    readonly back: string;
  };
  readonly goodsSynonyms: {
    readonly cakes: readonly string[];
    readonly desserts: readonly string[];
    readonly delivery: readonly string[];
  };
  readonly cakes: readonly string[];
  readonly desserts: string;
  readonly delivery: string;
  readonly ordered: string;
  readonly notOrdered: string;
  readonly handoff: string;
  readonly brief: string;
  readonly askPhone: string;
  readonly phoneHint: string;
  readonly thanks: string;
  readonly phoneLabel: string;
  readonly resumed: string;
  readonly hint: string;
  readonly words: readonly string[];
  readonly resumeWord: string;
  readonly zone: string;
  readonly checks: {
    readonly path: string;
    readonly wrong: string;
    readonly order: string;
    readonly operator: string;
    readonly closed: string;
    readonly noPhone: string;
    readonly refused: string;
  };
  readonly said: {
    readonly hello: string;
    readonly nonsense: string;
    readonly operator: string;
    readonly wait: string;
    readonly answer: string;
    readonly phone: string;
    readonly noPhones: readonly [string, string];
    readonly thanks: string;
  };
}

const ru: MenuTexts = {
  bot: 'Торты на заказ',
  flow: 'Главный',
  statuses: { first: 'Первичное касание', order: 'Хочу заказать', human: 'Диалог с оператором' },
  names: {
    first: 'Новый клиент',
    hello: 'Приветствие',
    menu: 'Главное меню',
    about: 'О нас',
    contacts: 'Контакты',
    catalogue: 'Каталог',
    cakes: 'Торты',
    desserts: 'Капкейки и десерты',
    delivery: 'Доставка',
    order: 'Хочет заказать',
    ordered: 'Заявка принята',
    notOrdered: 'Заявка не прошла',
    people: 'Позвать оператора',
    phone: 'Телефон в нерабочее время',
    thanks: 'Спасибо за телефон',
    words: 'Вызвать меню',
    resumed: 'После оператора',
    unclear: 'Не понял',
  },
  pictureNote: 'Добавьте сюда фото самого красивого торта: кнопка «Вложение».',
  hello: [
    'Здравствуйте! Это кондитерская «Сладкий дом» 🎂',
    'Печём торты и десерты на заказ с 2014 года: на дни рождения, свадьбы и просто так.',
    'Я бот и отвечаю сразу. Позвать человека можно в любой момент: напишите «оператор».',
  ],
  menu: 'Что вас интересует? Ответьте цифрой:',
  options: { about: 'О нас', contacts: 'Контакты', catalogue: 'Каталог', order: 'Заказать' },
  synonyms: {
    about: ['о вас', 'о компании', 'кто вы'],
    contacts: ['адрес', 'телефон', 'где вы находитесь', 'как вас найти'],
    catalogue: ['ассортимент', 'что у вас есть', 'цены', 'прайс'],
    order: ['заказ', 'хочу заказать', 'оформить заказ', 'сделать заказ'],
  },
  about:
    'Мы семейная кондитерская: четыре кондитера и одна печь на 12 коржей.\nБерём фермерские сливки и бельгийский шоколад, работаем без красителей и консервантов.\nКаждый торт печём накануне выдачи.',
  contacts:
    'Москва, ул. Пекарская, 7 (метро «Сокол», 5 минут пешком).\nТелефон: +7 495 123-45-67.\nЕжедневно с 10:00 до 20:00.',
  catalogue: 'Вот что мы печём. Выберите раздел:',
  goods: {
    cakes: 'Торты',
    desserts: 'Капкейки и десерты',
    delivery: 'Доставка',
    order: 'Заказать',
    back: 'Назад',
  },
  goodsSynonyms: {
    cakes: ['торт', 'бисквит', 'медовик'],
    desserts: ['капкейки', 'десерты', 'пирожные', 'макарон'],
    delivery: ['сколько стоит доставка', 'привезёте', 'самовывоз'],
  },
  cakes: [
    'Медовик классический: 1 900 ₽ за кг\n«Красный бархат»: 2 300 ₽ за кг\nШоколадный с вишней: 2 400 ₽ за кг\nФисташка и малина: 2 800 ₽ за кг',
    'Вес от 1,5 кг, печём за два дня. Надпись и свечи в подарок.',
  ],
  desserts:
    'Капкейки: 220 ₽ за штуку, набор от 6 штук\nМакарон: 150 ₽ за штуку\nЧизкейк «Сан-Себастьян»: 2 100 ₽ за 1 кг\nТрайфлы в стаканчиках: 320 ₽ за штуку',
  delivery:
    'Доставка по Москве в пределах МКАД — 500 ₽, от 7 000 ₽ бесплатно.\nЗа МКАД — 500 ₽ и 40 ₽ за километр.\nСамовывоз: ул. Пекарская, 7.',
  ordered:
    'Отлично! Кондитер напишет вам сюда: обсудите начинку, вес и дату.\nЧтобы вернуться в меню, напишите «меню».',
  notOrdered:
    'Заявка сейчас не оформилась. Позвоните нам, пожалуйста: +7 495 123-45-67. Или выберите «Заказать» ещё раз чуть позже.',
  handoff: 'Передаю вас сотруднику, ответим в течение 15 минут. Чтобы вернуться к боту, напишите «бот».',
  brief: 'Клиент просит оператора. Последнее сообщение: {{message.text}}',
  askPhone: 'Сейчас мы закрыты и ответим с 10:00. Оставьте телефон: перезвоним сразу, как откроемся.',
  phoneHint: 'Не похоже на номер. Напишите его так: +7 916 123-45-67.',
  thanks: 'Спасибо! Ваше сообщение у нас, ответим после 10:00.',
  phoneLabel: 'Телефон',
  resumed: 'Снова на связи бот.',
  hint: 'Не понял вас. Ответьте цифрой:',
  words: ['меню', 'бот', 'начало'],
  resumeWord: 'бот',
  zone: 'Europe/Moscow',
  checks: {
    path: 'Каталог и возврат в меню',
    wrong: 'Непонятный ответ',
    order: 'Заказ и снова меню',
    operator: 'Оператор и возврат',
    closed: 'Оператор ночью',
    noPhone: 'Ночью не оставил телефон',
    refused: 'Umnico не принял заявку',
  },
  said: {
    hello: 'Добрый день!',
    nonsense: 'абракадабра',
    operator: 'Позовите оператора',
    wait: 'Вы тут?',
    answer: 'Здравствуйте, это Анна. Чем помочь?',
    phone: '8 916 123-45-67',
    noPhones: ['12345', 'не дам'],
    thanks: 'Спасибо!',
  },
};

const en: MenuTexts = {
  bot: 'Cakes to order',
  flow: 'Main',
  statuses: { first: 'First touch', order: 'Wants to order', human: 'Dialogue with operator' },
  names: {
    first: 'New customer',
    hello: 'Greeting',
    menu: 'Main menu',
    about: 'About us',
    contacts: 'Contacts',
    catalogue: 'Catalogue',
    cakes: 'Cakes',
    desserts: 'Cupcakes and desserts',
    delivery: 'Delivery',
    order: 'Wants to order',
    ordered: 'Request taken',
    notOrdered: 'Request failed',
    people: 'Call an operator',
    phone: 'Phone out of hours',
    thanks: 'Thanks for the phone',
    words: 'Call the menu',
    resumed: 'After the operator',
    unclear: 'Not understood',
  },
  pictureNote: 'Add a photo of your most beautiful cake here: the button “Attachment”.',
  hello: [
    'Hello! This is Sweet Home bakery 🎂',
    'We have baked cakes and desserts to order since 2014: for birthdays, weddings and for no reason at all.',
    'I am a bot and answer at once. To talk to a person at any time, write “operator”.',
  ],
  menu: 'How can we help? Answer with a number:',
  options: { about: 'About us', contacts: 'Contacts', catalogue: 'Catalogue', order: 'Order' },
  synonyms: {
    about: ['about you', 'who are you', 'about the company'],
    contacts: ['address', 'phone number', 'where are you', 'how to find you'],
    catalogue: ['catalog', 'what do you have', 'prices', 'price list'],
    order: ['place an order', 'I want to order', 'make an order'],
  },
  about:
    'We are a family bakery: four confectioners and one oven.\nWe use farm cream and Belgian chocolate, without colourings or preservatives.\nEvery cake is baked the day before you collect it.',
  contacts:
    '7 Baker Row, London (5 minutes from the station).\nPhone: +44 20 7946 0018.\nEvery day from 10 am to 8 pm.',
  catalogue: 'This is what we bake. Choose a section:',
  goods: {
    cakes: 'Cakes',
    desserts: 'Cupcakes and desserts',
    delivery: 'Delivery',
    order: 'Order',
    back: 'Back',
  },
  goodsSynonyms: {
    cakes: ['sponge cake', 'honey cake'],
    desserts: ['cupcakes', 'desserts', 'pastries', 'macarons'],
    delivery: ['how much is delivery', 'do you deliver', 'collection'],
  },
  cakes: [
    'Classic honey cake: £38 a kilo\nRed velvet: £44 a kilo\nChocolate and cherry: £46 a kilo\nPistachio and raspberry: £52 a kilo',
    'From 1.5 kg, ready in two days. The inscription and candles are on us.',
  ],
  desserts:
    'Cupcakes: £3.50 each, boxes from 6\nMacarons: £2.20 each\nBasque cheesecake: £36 for 1 kg\nTrifles in cups: £4.80 each',
  delivery:
    'Delivery within London is £8, free from £90.\nFurther away it is £8 and 60p a mile.\nCollection: 7 Baker Row.',
  ordered:
    'Wonderful! Our confectioner will write to you here about the filling, the size and the date.\nTo go back to the menu, write “menu”.',
  notOrdered:
    'The request did not go through. Please call us: +44 20 7946 0018. Or choose “Order” again a little later.',
  handoff: 'I am passing you to a colleague, who will answer within 15 minutes. To come back to the bot, write “bot”.',
  brief: 'The customer asks for an operator. Last message: {{message.text}}',
  askPhone:
    'We are closed now and will answer from 10 am. Leave your phone number and we will call as soon as we open.',
  phoneHint: 'That does not look like a number. Please write it like this: +44 20 7946 0018.',
  thanks: 'Thank you! We have your message and will answer after 10 am.',
  phoneLabel: 'Phone',
  resumed: 'The bot is back with you.',
  hint: 'Sorry, I did not get that. Please answer with a number:',
  words: ['menu', 'bot', 'beginning'],
  resumeWord: 'bot',
  zone: 'Europe/London',
  checks: {
    path: 'Catalogue and back to the menu',
    wrong: 'An answer that makes no sense',
    order: 'An order, then the menu again',
    operator: 'Operator and return',
    closed: 'Operator at night',
    noPhone: 'At night, leaving no phone',
    refused: 'Umnico refused the request',
  },
  said: {
    hello: 'Good afternoon!',
    nonsense: 'abracadabra',
    operator: 'Operator please',
    wait: 'Are you there?',
    answer: 'Hello, this is Anna. How can I help?',
    phone: '+44 20 7946 0018',
    noPhones: ['12345', 'I will not'],
    thanks: 'Thank you!',
  },
};

export const menuTexts: Readonly<Record<'ru' | 'en', MenuTexts>> = { ru, en };

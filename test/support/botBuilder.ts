import type { Bot, BotCheck, BotNode } from '../../engine/flow/botSchema.ts';
import type { Entity, Hours, Intent, Settings } from '../../engine/model/definitions.ts';

type Exits = Record<string, string>;
type Data = Record<string, unknown>;

/** A bot drawn in a few lines: each verb adds a block, ids are what the test calls them. */
export interface BotBuilder {
  node(id: string, kind: string, data?: Data, exits?: Exits): BotBuilder;
  start(next: string, when?: Data): BotBuilder;
  command(id: string, words: string[], next: string, data?: Data): BotBuilder;
  message(id: string, text: string | string[], next?: string): BotBuilder;
  /** `options`: label by id; every id leads to the block of its own name unless `exits` says otherwise. */
  menu(id: string, text: string, options: Record<string, string>, data?: Data, exits?: Exits): BotBuilder;
  question(id: string, text: string, data: Data, exits?: Exits): BotBuilder;
  intent(id: string, text: string, exits: Exits, data?: Data): BotBuilder;
  status(id: string, status: string, exits?: Exits): BotBuilder;
  handoff(id: string, data?: Data, exits?: Exits): BotBuilder;
  fallback(data: Data, exits?: Exits): BotBuilder;
  resume(data: Data, exits?: Exits): BotBuilder;
  end(id: string, text?: string, data?: Data): BotBuilder;
  topic(id: string, phrases: string[], name?: string): BotBuilder;
  list(id: string, values: Entity['values']): BotBuilder;
  variable(...ids: string[]): BotBuilder;
  settings(settings: Settings): BotBuilder;
  hours(weekly: Hours['weekly'], holidays?: string[], timeZone?: string): BotBuilder;
  check(id: string, steps: BotCheck['steps']): BotBuilder;
  /** Changes the block drawn last. */
  also(change: Partial<BotNode>): BotBuilder;
  build(change?: Partial<Bot>): Bot;
}

export const STATUSES: Bot['statuses'] = [
  { id: 'st_first', name: 'Первичное касание', role: 'bot' },
  { id: 'st_work', name: 'В работе', role: 'bot' },
  { id: 'st_human', name: 'Диалог с оператором', role: 'operator' },
  { id: 'st_order', name: 'Хочу заказать', role: 'none' },
  { id: 'st_lost', name: 'Отказ', role: 'closed' },
];

export function drawBot(language: 'ru' | 'en' = 'ru'): BotBuilder {
  const nodes: BotNode[] = [];
  const bot = {
    intents: [] as Intent[],
    entities: [] as Entity[],
    variables: [] as NonNullable<Bot['variables']>,
    settings: {} as Settings,
    hours: undefined as Hours | undefined,
    timeZone: 'Europe/Moscow',
    checks: [] as BotCheck[],
  };
  const builder: BotBuilder = {
    node(id, kind, data, exits) {
      nodes.push({ id, kind, ...(data === undefined ? {} : { data }), ...(exits === undefined ? {} : { exits }) });
      return builder;
    },
    start: (next, when) => builder.node('start', 'start', when === undefined ? {} : { when }, { next }),
    command: (id, words, next, data) => builder.node(id, 'command', { words, ...data }, { next }),
    message: (id, text, next) =>
      builder.node(
        id,
        'message',
        { parts: [text].flat().map((part) => ({ text: part })) },
        next === undefined ? {} : { next },
      ),
    menu: (id, text, options, data, exits) =>
      builder.node(
        id,
        'menu',
        { text, options: Object.entries(options).map(([key, label]) => ({ id: key, label })), ...data },
        { ...Object.fromEntries(Object.keys(options).map((key) => [key, key])), ...exits },
      ),
    question: (id, text, data, exits) => builder.node(id, 'question', { text, ...data }, exits),
    intent: (id, text, exits, data) => builder.node(id, 'intent', { text, intents: 'all', ...data }, exits),
    status: (id, status, exits) => builder.node(id, 'status', { status }, exits),
    handoff: (id, data, exits) =>
      builder.node(id, 'handoff', { status: 'st_human', text: 'Зову людей', ...data }, exits),
    fallback: (data, exits) => builder.node('fallback', 'fallback', data, exits),
    resume: (data, exits) => builder.node('resume', 'resume', data, exits),
    end: (id, text, data) => builder.node(id, 'end', { ...(text === undefined ? {} : { text }), ...data }),
    topic(id, phrases, name = id) {
      bot.intents.push({ id, name, phrases });
      return builder;
    },
    list(id, values) {
      bot.entities.push({ id, name: id, values });
      return builder;
    },
    variable(...ids) {
      bot.variables.push(...ids.map((id) => ({ id, type: 'text' as const })));
      return builder;
    },
    settings(settings) {
      bot.settings = { ...bot.settings, ...settings };
      return builder;
    },
    hours(weekly, holidays = [], timeZone = bot.timeZone) {
      bot.hours = { weekly, holidays };
      bot.timeZone = timeZone;
      return builder;
    },
    check(id, steps) {
      bot.checks.push({ id, name: id, steps });
      return builder;
    },
    also(change) {
      const last = nodes.pop();
      if (last === undefined) throw new Error('no block is drawn yet');
      nodes.push({ ...last, ...change });
      return builder;
    },
    build: (change) => ({
      format: 1,
      id: 'bot_test',
      name: 'Тест',
      language,
      languages: [language],
      timeZone: bot.timeZone,
      statuses: STATUSES,
      variables: bot.variables,
      intents: bot.intents,
      entities: bot.entities,
      ...(bot.hours === undefined ? {} : { hours: bot.hours }),
      settings: bot.settings,
      flows: [{ id: 'main', name: 'Главный', main: true, nodes: [...nodes] }],
      layout: {},
      checks: bot.checks,
      ...change,
    }),
  };
  return builder;
}

/** The bot most rules are tried on: a menu with two leaves, a sub-menu, and people. */
export function cakeShop(): BotBuilder {
  return drawBot()
    .start('hello')
    .message('hello', 'Здравствуйте!', 'menu')
    .menu(
      'menu',
      'Что вас интересует?',
      { about: 'О нас', catalogue: 'Каталог', people: 'Оператор на связи' },
      { after: 'repeat' },
    )
    .message('about', 'Мы печём торты')
    .menu('catalogue', 'Что показать?', { cakes: 'Торты', pies: 'Пироги' }, { after: 'repeat' })
    .message('cakes', 'Медовик 1900')
    .message('pies', 'С вишней 900')
    .command('words', ['меню', 'бот'], 'menu')
    .handoff('people');
}

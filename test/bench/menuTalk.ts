/** The words of the menu conversation, the same ones for every engine that is measured. */
export interface MenuWords {
  readonly greeting: string;
  /** The question with its options, a line each. */
  readonly menu: string;
  readonly missed: string;
  readonly options: readonly { readonly code: string; readonly label: string; readonly answer: string }[];
}

const OPTIONS = [
  { code: '1', label: 'Каталог', answer: 'Вот каталог.' },
  { code: '2', label: 'Доставка', answer: 'Привезём за день.' },
  { code: '3', label: 'Оплата', answer: 'Картой или наличными.' },
  { code: '4', label: 'Контакты', answer: 'Тел. 12-34-56.' },
];
const LINES = OPTIONS.map(({ code, label }) => `${code} — ${label}`);

export const MENU_WORDS: MenuWords = {
  greeting: 'Здравствуйте!',
  menu: ['Чем помочь?', ...LINES].join('\n'),
  missed: ['Не понял вас. Ответьте цифрой:', ...LINES].join('\n'),
  options: OPTIONS,
};

/** A word of the customer and every message that must come back, in order. */
export interface Exchange {
  readonly said: string;
  readonly replies: readonly string[];
}

const CHOSEN: Exchange = { said: '2', replies: ['Привезём за день.', MENU_WORDS.menu] };
const NOT_UNDERSTOOD: Exchange = { said: 'а вы там кто вообще?', replies: [MENU_WORDS.missed] };

/** The conversation of `peers.md`: 20 turns, 31 messages out. */
export const MENU_TALK: readonly Exchange[] = [
  { said: 'Добрый день', replies: [MENU_WORDS.greeting, MENU_WORDS.menu] },
  ...Array.from({ length: 19 }, (_, turn) => (turn % 2 === 0 ? CHOSEN : NOT_UNDERSTOOD)),
];

/** One turn of an engine that keeps its conversations itself: what it sends to the customer of `lead`, in order. */
export type MenuTurn = (lead: number, text: string) => readonly string[] | Promise<readonly string[]>;

/** Enough for an engine that waits on timers to be busy all the time. */
const IN_FLIGHT = 100;

/** Plays the conversation with `conversations` customers from `first` on, all of them turn by turn; a wrong reply throws. */
export async function playMenuTalks(turn: MenuTurn, first: number, conversations: number): Promise<void> {
  const end = first + conversations;
  for (const { said, replies } of MENU_TALK) {
    let next = first;
    const sent = turn(next++, said);
    if (!(sent instanceof Promise)) {
      verify(sent, said, replies);
      while (next < end) verify(turn(next++, said) as readonly string[], said, replies);
      continue;
    }
    verify(await sent, said, replies);
    const worker = async (): Promise<void> => {
      while (next < end) verify(await turn(next++, said), said, replies);
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  }
}

function verify(sent: readonly string[], said: string, replies: readonly string[]): void {
  if (sent.length === replies.length && sent.every((text, index) => text === replies[index])) return;
  throw new Error(`to «${said}» came ${JSON.stringify(sent)}, not ${JSON.stringify(replies)}`);
}

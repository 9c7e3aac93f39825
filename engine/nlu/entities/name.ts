import { normalise } from '../normalise.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, refuse } from './answer.ts';

const LONGEST_NAME = 60;
const MOST_WORDS = 5;
const INTRODUCTION =
  /(?:^|[^\p{L}])(?:меня\s+зовут|мо[её]\s+имя|зовите\s+меня|можете?\s+звать|зовут(?:\s+меня)?|мое\s+фио|фио|имя|меня\s+звать|my\s+name\s+is|my\s+name's|i\s+am|i'm|im|call\s+me|this\s+is|it's|name|менің\s+атым|менін\s+атым|атым|me\s+llamo|mi\s+nombre\s+es|soy|это|я)\s*[:—–-]?\s+(?=\p{L})/iu;
const CALLED_AFTER =
  /^(?<name>\p{L}[\p{L}\p{M}'-]*(?:\s+\p{L}[\p{L}\p{M}'-]*)?)\s+(?:меня\s+зовут|мо[её]\s+имя|is\s+my\s+name)(?!\p{L})/iu;
const GREETING =
  /^(?:здравствуйте|здравствуй|добрый\s+(?:день|вечер)|доброе\s+утро|привет(?:ик)?|приветствую|доброго\s+(?:дня|времени\s+суток)|hello|hi|hey|good\s+(?:morning|day|evening|afternoon)|сәлем|сәлеметсіз\s+бе|hola|buenos\s+días)(?!\p{L})[\s,.!—–-]*/iu;
const NAME_WORD = /^\p{L}[\p{L}\p{M}]*(?:['’ʼ-]\p{L}[\p{L}\p{M}]*)*\.?$/u;
const NOT_A_NAME = new Set(
  (
    'и а но да нет не я мы вы ты мне меня вам вас из есть хочу хотел хотела можно нужно надо буду могу знаю скажу скажите зачем почему что как кто где когда сколько какой какая ' +
    'привет здравствуйте добрый день вечер утро спасибо пожалуйста меню оператор бот человек стоп старт назад пропустить никак никто аноним неважно секрет ок окей ага угу конечно ' +
    'ваш клиент заказ торт цена доставка у в на с к по о об от для про это очень приятно тоже уже ' +
    'and or not no yes the a an i you we me from what who why how where when hello hi menu operator bot human stop start back skip ok okay thanks please want need ' +
    'would like have here there interested looking nobody none anonymous жоқ иә ия сәлем мен сіз hola gracias sí que y quiero'
  ).split(' '),
);

/** A person's name, of 1 to 60 letters: «меня зовут анна» gives «Анна». Questions, digits, links and common words are not names. */
export function readName(text: string, { min, max }: AnswerRules): AnswerRead {
  const said = text.replace(/[’ʼ`]/gu, "'").replace(GREETING, '').trim();
  if (/\d|@|:\/\/|www\.|\?\s*$/iu.test(said)) return refuse('notName');
  const introduced = CALLED_AFTER.exec(said)?.groups?.['name'];
  const introduction = INTRODUCTION.exec(said);
  const words = introduced !== undefined ? introduced.split(/\s+/u) : candidateWords(said, introduction);
  if (words.length === 0) return refuse('notName');
  const name = words.map(capitalise).join(' ');
  const letters = [...name].length;
  if (letters > (max ?? LONGEST_NAME) || letters > LONGEST_NAME) return refuse('tooLong');
  return min !== undefined && letters < min ? refuse('tooShort') : accept(name);
}

function candidateWords(said: string, introduction: RegExpExecArray | null): string[] {
  const rest = introduction === null ? said : said.slice(introduction.index + introduction[0].length);
  const clause =
    rest.split(/[,;!?\n()"«»]|\.(?=\s+\p{Ll}|\s*$)|(?<=\p{L}{3})\.\s/u).find((part) => /\p{L}/u.test(part)) ?? '';
  const all = clause
    .replace(/[^\p{L}\p{M}'.\s-]/gu, ' ')
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
  const stop = all.findIndex((word) => !isNameWord(word));
  if (introduction === null) return stop >= 0 || all.length > MOST_WORDS ? [] : all;
  const named = stop < 0 ? all : all.slice(0, stop);
  // «меня зовут Анна заказывала торт»: once the first word is capitalised, so is the rest of the name.
  const capital = /^\p{Lu}/u;
  const end = capital.test(named[0] ?? '') ? named.findIndex((word) => !capital.test(word)) : -1;
  return (end < 0 ? named : named.slice(0, end)).slice(0, MOST_WORDS);
}

function isNameWord(word: string): boolean {
  const isInitial = /^\p{Lu}\.?$/u.test(word);
  return NAME_WORD.test(word) && (isInitial || !NOT_A_NAME.has(normalise(word).replace(/\.$/u, '')));
}

/** Only all-small and all-capital words are touched: «анна-мария», «ПЕТРОВА», but not «МакДональд». */
function capitalise(word: string): string {
  const plain = word === word.toLowerCase() || (word.length > 2 && word === word.toUpperCase());
  return plain ? word.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase()) : word;
}

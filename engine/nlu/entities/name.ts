import { normalise } from '../normalise.ts';
import { isBorneName, isGivenName } from './givenNames.ts';
import { calledName, nominative, nominativeName } from './nameCase.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, refuse } from './answer.ts';
import { readYesNo } from './yesNo.ts';

const LONGEST_NAME = 60;
const MOST_WORDS = 5;
/** What stands before a name and nothing else. */
const SURE_INTRODUCTION =
  /(?<![\p{L}\p{M}])(?:(?:меня|менч|мня|мены|мення)\s+зовут|зовут\s+меня|мо[йеё]\s+имя|имя\s+мо[её]|зовите(?:\s+меня)?|можно\s+звать|можете?\s+(?:называть|звать)(?:\s+меня)?|зовут|звать|фио|меня\s+звать|мо[её]\s+фио|(?:вам\s+пишет|пишет\s+вам|вас\s+беспокоит|беспокоит\s+вас|беспокоит|вам\s+звонит|с\s+вами\s+говорит)|можно\s+просто|обращайтесь\s+ко\s+мне|ко\s+мне\s+можно\s+обращаться|на\s+имя|имя|(?:моя\s+)?фамилия|my\s+(?:full\s+|first\s+|last\s+|sur)?name\s+is|under(?:\s+the\s+name(?:\s+of)?)?|my\s+name's|name's|the\s+name\s+is|call\s+me|you\s+can\s+call\s+me|name\s+is|name|менің\s+атым|менін\s+атым|менин\s+атым|есімім|атым|me\s+llamo|mi\s+nombre\s+es|mi\s+nombre)\s*[:—–-]?\s+(?=\p{L})/iu;
/** These begin many a sentence: what follows has to look like a name. */
const LOOSE_INTRODUCTION =
  /(?<![\p{L}\p{M}])(?:это|я|i\s+am|i'm|im|this\s+is|it's|its|it\s+is|soy|мен)\s*[:,—–-]?\s+(?=\p{L})/giu;
const TITLE = /^(?:just|просто|dr|mr|mrs|ms|miss|prof)\.?\s+(?=\p{L})/iu;
const LEADING_FILLER =
  /^(?:(?:dr|mr|mrs|ms|miss|prof)\.?|госпо(?:дин|жа)|г-н|г-жа|просто|можно|всего\s+лишь|снова|опять|just|again)\s+/iu;
/** "for Mr. Smith": a booking in somebody's name. */
const BOOKED_FOR = /^(?:for|under(?:\s+the\s+name(?:\s+of)?)?)\s+(?=(?:(?:dr|mr|mrs|ms|miss)\.?\s+)?\p{Lu})/u;
const FOR_WHOM = /^(?:для|от|на(?:\s+имя)?)\s+(\p{Lu}\p{Ll}+)[\s.!]*$/u;
const CALLED_AFTER =
  /^(?<name>\p{L}[\p{L}\p{M}'-]*(?:\s+\p{L}[\p{L}\p{M}'-]*)?)(?:\s+|(?='s\s))(?:меня\s+(?:зовут|звать)|зовут\s+меня|мо[её]\s+имя|is\s+my\s+name|(?:'s|is)\s+the\s+name|here|speaking|calling|on\s+the\s+line|у\s+телефона|на\s+проводе|говорит|пишет|звонит|беспокоит|вас\s+беспокоит|на\s+связи|деп\s+атаймын)(?!\p{L})/iu;
/** «меня Олей зовут», «запишите на Марию»: in another case, and only a name many people bear. */
const CALLED_AROUND =
  /(?<!\p{L})(?:меня|мя)\s+(?<called>\p{L}+)\s+(?:зовут|звать|кличут|величают)(?!\p{L})|^(?<alone>\p{L}+)\s+(?:зовут|звать)(?=\s*(?:$|[.,!]))|(?<!\p{L})(?:запишите|записать|запиши|оформите|забронируйте)\s+(?:меня\s+)?(?:на|как)\s+(?<booked>\p{Lu}\p{Ll}+)(?!\p{L})/iu;
const GREETING =
  /^(?:здравствуйте|здравствуй|добрый\s+(?:день|вечер)|доброе\s+утро|привет(?:ик)?|приветствую|доброго\s+(?:дня|времени\s+суток)|hello|hi|hey|good\s+(?:morning|day|evening|afternoon)|сәлем|сәлеметсіз\s+бе|hola|buenos\s+días)(?!\p{L})[\s,.!—–-]*/iu;
const CLAUSE_END = /[,;!?\n()"«»]|\s[-–—]\s|\.(?=\s+\p{Ll}|\s*$)|(?<=\p{L}{3})\.\s/u;
const SURNAME =
  /(?:ов|ев|ёв|ин|ын|ский|цкий|ова|ева|ёва|ина|ына|ская|цкая|ович|евич|овна|евна|ична|ильич|енко|чук|юк|ян|дзе|швили|улы|қызы|кызы|баев|баева|бек)$/iu;
const NO_NAME_ENDING = /(?:ю|у|ть|ться|сь|ал|ял|ил|ел|ла|ли|ый|ий|ой|ая|ое|ые|ого|ят|ен|нт|ешь|ите|[оеы])$/iu;
const NAME_WORD = /^\p{L}[\p{L}\p{M}]*(?:['’ʼ-]\p{L}[\p{L}\p{M}]*)*\.?$/u;
const NOT_A_NAME = new Set(
  (
    'и а но да нет не я мы вы ты мне меня вам вас из есть хочу хотел хотела можно нужно надо буду могу знаю скажу скажите зачем почему что как кто где когда сколько какой какая ' +
    'привет здравствуйте добрый день вечер утро спасибо пожалуйста меню оператор бот человек стоп старт назад пропустить никак никто аноним неважно секрет ок окей ага угу конечно ' +
    'компания магазин салон фирма служба отдел ооо ип тоо студия кафе ресторан покупатель клиентка мама папа муж жена сын дочь сестра брат важно срочно готов готова занят занята против рад рада здесь тут опять снова просто правда хорошо плохо ' +
    'согласна согласен согласны довольна доволен свободна свободен уверен уверена дома мастер голодна оператора менеджера менеджер человека живого живой узнать заказать купить записаться вами нами тебя тебе ваш клиент заказ торт цена доставка у в на с к по о об от для про это очень приятно тоже уже ' +
    'and or not no yes the a an i you we me from what who why how where when hello hi menu operator bot human stop start back skip ok okay thanks please want need ' +
    'тайна тайну без имени имя фамилии фамилия пишите звоните private secret guess unknown irrelevant hidden ну эх ой ах хм эм ух ого ' +
    'cannot never at on in by to of for with when back later after before asap today tomorrow tonight morning evening now soon anything something nothing everything nowhere ' +
    'ничего ничто никому нечего завтра сегодня послезавтра вчера сейчас утром днем вечером ночью потом позже если когда чтобы через после или сам сама сами так вот там только лучше еще ещё ' +
    'would like have here there interested looking nobody none anonymous жоқ иә ия сәлем мен сіз hola gracias sí que y quiero'
  ).split(' '),
);

/** A person's name, of 1 to 60 letters: «меня зовут анна» gives «Анна». Questions, digits, links and common words are not names. */
export function readName(text: string, rules: AnswerRules): AnswerRead {
  const said = cleaned(text);
  const words = introduced(said) ?? bareName(said, rules);
  return finished(words, rules);
}

/** A name in a message about something else: only one that is introduced, or one that many people bear. */
export function findName(text: string, rules: AnswerRules): AnswerRead {
  const said = cleaned(text);
  return finished(introduced(said) ?? knownName(said), rules);
}

function cleaned(text: string): string {
  return text.replace(/[’ʼ`]/gu, "'").replace(GREETING, '').trim();
}

function finished(words: readonly string[], { min, max }: AnswerRules): AnswerRead {
  if (words.length === 0) return refuse('notName');
  const name = words.map(capitalise).join(' ');
  const letters = [...name].length;
  if (letters > (max ?? LONGEST_NAME) || letters > LONGEST_NAME) return refuse('tooLong');
  return min !== undefined && letters < min ? refuse('tooShort') : accept(name);
}

function introduced(said: string): string[] | null {
  const before = CALLED_AFTER.exec(said)?.groups?.['name'];
  if (before !== undefined) {
    const words = before.replace(/^(?:it's|its|i'm|im)\s+/iu, '').split(/\s+/u);
    if (words.every(isNameWord)) return words.length === 1 ? [calledName(words[0] ?? '')] : words;
  }
  const around = CALLED_AROUND.exec(said)?.groups;
  const saidToBe = around?.['called'] ?? around?.['alone'];
  const booked = around?.['booked'] ?? '';
  const called = saidToBe === undefined ? nominative(booked) : calledName(saidToBe);
  // «Руслана» may be she: no common name, but he bears one.
  if (isBorneName(nominative(called)))
    return saidToBe === undefined ? nominativeName(leadingName(said.slice(said.indexOf(booked)))) : [called];
  const sure = SURE_INTRODUCTION.exec(said);
  if (sure !== null) {
    const named = leadingName(said.slice(sure.index + sure[0].length));
    const [only = '', ...more] = named;
    if (only !== '' && more.length === 0) return [/на\s+имя/iu.test(sure[0]) ? nominative(only) : calledName(only)];
    if (named.length > 0) return /на\s+имя/iu.test(sure[0]) ? nominativeName(named) : named;
  }
  for (const loose of said.matchAll(LOOSE_INTRODUCTION)) {
    const named = leadingName(said.slice(loose.index + loose[0].length)).filter(
      (word, at, all) => at === 0 || /^\p{Lu}/u.test(word) || isGivenName(all[0] ?? ''),
    );
    const [first] = named;
    const only = nominative(first ?? '');
    if (named.length === 1 && only !== first && /^(?:мен)\s/iu.test(loose[0])) return [only];
    if (first !== undefined && looksLikeName(first, said)) return named;
  }
  return null;
}

/** A capital inside a text of small letters, or a name many people bear. */
function looksLikeName(word: string, said: string): boolean {
  if (isGivenName(word)) return true;
  const shouted = said === said.toUpperCase();
  return /^\p{Lu}/u.test(word) && !shouted;
}

/** The name a clause begins with: «Анна, нужно 2 торта», «мария петрова хочу заказать». */
function leadingName(rest: string): string[] {
  const [first = '', ...others] = wordsOf(firstClause(rest.replace(LEADING_FILLER, '')));
  if (!isNameWord(first)) return [];
  const named = [first];
  const capital = /^\p{Lu}/u.test(first);
  for (const word of others) {
    if (!isNameWord(word) || named.length >= MOST_WORDS) break;
    // «меня зовут Анна заказывала торт»: once the first word is capitalised, so is the rest of the name.
    if (capital ? !/^\p{Lu}/u.test(word) : !isSecondName(word, named)) break;
    named.push(word);
  }
  return named;
}

/** Behind a name in small letters: «пётр иванович», «мария петрова», «иванов иван». */
function isSecondName(word: string, named: readonly string[]): boolean {
  if (SURNAME.test(word)) return true;
  return isGivenName(word) && !named.some(isGivenName);
}

/** What a Russian name in small letters does not end in, unless it is a known one: «подождите», «ничего», «отлично». */
const NO_BARE_ENDING = /(?:ть|ться|тся|ешь|ишь|ите|йте|ого|ому|ему|ую|ют|ут|ые|ие|ое|ло|лось|чно|шно|енно|аю|яю|ею)$/u;

function bareName(said: string, rules: AnswerRules): string[] {
  const [loose] = said.matchAll(LOOSE_INTRODUCTION);
  if (loose?.index === 0) {
    // «я кунсулу» may be a name, «я опаздываю» and "i'm hungry" are none.
    const [only, ...others] = wordsOf(said.slice(loose[0].length));
    return only !== undefined &&
      others.length === 0 &&
      /\p{Script=Cyrillic}/u.test(only) &&
      isNameWord(only) &&
      !NO_NAME_ENDING.test(only)
      ? [only]
      : [];
  }
  if (/\d|@|:\/\/|www\.|\?\s*$/iu.test(said)) return [];
  const meant = nominative(FOR_WHOM.exec(said)?.[1] ?? '');
  if (isBorneName(meant)) return [meant];
  const all = wordsOf(firstClause(said.replace(BOOKED_FOR, '').replace(TITLE, '')));
  // «давайте», "sure": the name Ия is «yes» in Kazakh all the same.
  if (readYesNo(said, rules).ok && !all.some(isGivenName)) return [];
  const only = all.length === 1 ? (all[0] ?? '') : '';
  if (NO_BARE_ENDING.test(only) && !isGivenName(only) && !SURNAME.test(only)) return [];
  return all.length > MOST_WORDS || !all.every(isNameWord) ? [] : all;
}

/** «8 916 123-45-67 Анна», «Анна Петрова, хочу торт»: a known name with what is capitalised beside it. */
function knownName(said: string): string[] {
  for (const clause of said.split(CLAUSE_END)) {
    const all = wordsOf(clause);
    // «передайте Анне», «от Анны» are not in this form; «торт для Анна» is too rare to care.
    const at = all.findIndex((word) => isGivenName(word) && (/^\p{Lu}/u.test(word) || all.length <= 2));
    if (at < 0) continue;
    const isPart = (word: string | undefined): boolean =>
      word !== undefined && /^\p{Lu}\p{Ll}/u.test(word) && isNameWord(word);
    let from = at;
    let to = at + 1;
    if (isPart(all[from - 1]) && SURNAME.test(all[from - 1] ?? '')) from -= 1;
    while (to < all.length && to - from < MOST_WORDS && isPart(all[to])) to += 1;
    return all.slice(from, to);
  }
  return [];
}

function firstClause(rest: string): string {
  return rest.split(CLAUSE_END).find((part) => /\p{L}/u.test(part)) ?? '';
}

function wordsOf(clause: string): string[] {
  return clause
    .replace(/[^\p{L}\p{M}'.\s-]/gu, ' ')
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
}

function isNameWord(word: string): boolean {
  const isInitial = /^\p{Lu}\.?$/u.test(word);
  // "can't wait"
  if (/n't$/iu.test(word)) return false;
  return NAME_WORD.test(word) && (isInitial || !NOT_A_NAME.has(normalise(word).replace(/\.$/u, '')));
}

/** Only all-small and all-capital words are touched: «анна-мария», «ПЕТРОВА», but not «МакДональд». */
function capitalise(word: string): string {
  const plain = word === word.toLowerCase() || (word.length > 2 && word === word.toUpperCase());
  return plain ? word.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase()) : word;
}

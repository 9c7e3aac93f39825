import { damerau } from '../damerau.ts';
import { otherLayouts } from '../layout.ts';
import { foldDigits, plainWords } from '../plainWords.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, languageBase, refuse } from './answer.ts';
import { refusesNothing } from './doubleNegative.ts';
import { leaning } from './leaning.ts';
import type { Verdict } from './yesNoPhrases.ts';
import { YES_NO_PHRASES } from './yesNoPhrases.ts';

/** These decide even when more is said after them: «да, только без сахара». */
const LEADERS = new Set(
  (
    'да|ага|угу|нет|неа|против|я против|yes|yep|yeah|no|nope|иә|жоқ|sí|si|конечно|не надо|не нужно|подтверждаю|не подтверждаю|согласен|согласна|не согласен|не согласна|' +
    'отказываюсь|верно|все верно|не верно|неверно|правильно|все правильно|неправильно|не правильно|подходит|не подходит|correct|incorrect|confirmed|wrong|no thanks|no thank you|no way|not a chance|nah|sure|of course|definitely|absolutely|ни за что|ни за какие|ни в коем случае|разумеется|безусловно|обязательно|әрине|claro|por supuesto|claro que no'
  ).split('|'),
);
const MOST_WORDS = 12;
const MOST_OBJECT = 3;
const SHOWN = new Map([
  ['ru', ['Да', 'Нет']],
  ['kk', ['Иә', 'Жоқ']],
  ['es', ['Sí', 'No']],
]);

/** "that's" and "don't" in full, so that each phrase is listed once. */
const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(that|it)'?s\b/gu, '$1 is'],
  [/\b(that|it)'d\b/gu, '$1 would'],
  [/\blet'?s\b/gu, 'let us'],
  [/\bi'd\b/gu, 'i would'],
  [/\bi'?m\b/gu, 'i am'],
  [/\bi'll\b/gu, 'i will'],
  [/\b(do|is|would|does|did|are|could|should|have|has|had|was|were)n'?t\b/gu, '$1 not'],
  [/\bcan'?t\b/gu, 'can not'],
  [/\bwo(?:n't|nt)\b/gu, 'will not'],
  [/\b(we|you|they)'re\b/gu, '$1 are'],
];

const verdicts = new Map<string, Verdict>();
for (const [verdict, lists] of Object.entries(YES_NO_PHRASES) as [Verdict, readonly string[]][])
  for (const phrase of lists.flatMap((list) => list.split('|')))
    if (!verdicts.has(wordsOf(phrase).join(' ') || phrase)) verdicts.set(wordsOf(phrase).join(' ') || phrase, verdict);
/** All words of the phrases. */
const parts = new Set([...verdicts.keys()].flatMap((phrase) => phrase.split(' ')));
const LONGEST_SLIP = 20;
const SHORTEST_SLIP = 6;

/** Yes or no from closed lists in Russian, English, Kazakh and Spanish. «Не знаю», «да или нет» and contradictions are neither. */
export function readYesNo(text: string, { language }: AnswerRules): AnswerRead {
  const verdict = verdictOf(text);
  // «Не опоздаю», "I can't wait": rather asked again than taken for the opposite.
  const answer = verdict === false && refusesNothing(clausesOf(text), isRefusal) ? null : verdict;
  if (answer === null) return refuse('notYesNo');
  const [yes = 'Yes', no = 'No'] = SHOWN.get(languageBase(language)) ?? [];
  return accept(answer, answer ? yes : no);
}

const CLAUSE_END = /[,.;:!?\n()]+|\s[-–—]\s/u;
function clausesOf(text: string): string[][] {
  return text
    .split(CLAUSE_END)
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

const NEGATION = /^(?:не|нет|not|never|no|nope|cannot)$/u;
function isRefusal(clause: readonly string[]): boolean {
  return clause.some((word) => NEGATION.test(word)) || verdicts.get(clause.map(known).join(' ')) === 'no';
}

/** A question is no answer, but for «почему бы и нет?». */
const RHETORICAL = /(?:why|who|почему|чего бы|че бы|разве|por\s+qu[eé]|c[oó]mo\s+no|неге)(?!\p{L})/iu;

function verdictOf(text: string): boolean | null {
  if (/\?\s*$/u.test(text) && !RHETORICAL.test(text)) return null;
  const words = wordsOf(text);
  if (words.length === 0) return signVerdict(text);
  const verdict =
    verdictOfWords(words, text) ?? (isOnlyPolite(words) ? signVerdict(text.replace(/[\p{L}\p{N}\p{P}+]/gu, '')) : null);
  const decided = verdict ?? (text.includes('?') ? null : lastClause(text));
  if (decided !== null || words.some((word) => verdicts.has(word)) || text.length > LONGEST_SLIP) return decided;
  // "lf" and "ytn" are «да» and «нет» on the other keyboard.
  const [typed] = otherLayouts(text);
  return typed === undefined || /[^\p{L}\s]/u.test(typed) ? null : verdictOfWords(wordsOf(typed), typed);
}

/** "You know what, yes", «так, подумал, нет»: the last word decides, when nothing before it does. */
function lastClause(text: string): boolean | null {
  const clauses = text
    .trim()
    .replace(/[.!)\s]+$/u, '')
    .split(/[,.;—–!]\s*|\s-\s/u);
  if (clauses.length < 2 || clauses.length > 4) return null;
  const last = wordsOf(clauses.pop() ?? '').join(' ');
  const before = clauses.flatMap(wordsOf).map(known);
  if (!LAST_WORD.test(last) || before.length > MOST_WORDS) return null;
  if (
    before.some(
      (word) => ['yes', 'no', 'unsure'].includes(verdicts.get(word) ?? '') || CONDITION.test(word) || word === 'не',
    )
  )
    return null;
  return verdicts.get(last) === 'yes';
}

const LAST_WORD = /^(?:да|нет|неа|ага|yes|no|yep|nope|yeah|nah|sí|si|иә|жоқ)$/u;

/** «👍 спасибо»: then the sign says it. */
function isOnlyPolite(words: readonly string[]): boolean {
  return words.every((word) => verdicts.get(word) === 'filler');
}

function verdictOfWords(said: readonly string[], text: string): boolean | null {
  const words = said.map(known);
  const found: Verdict[] = [];
  let unknown = 0;
  let contradicts = false;
  let endsInNo = false;
  for (let at = 0; at < words.length;) {
    const length = longestPhrase(words, at);
    const verdict = verdicts.get(words.slice(at, at + length).join(' '));
    if (verdict === undefined) unknown += 1;
    else if (verdict !== 'filler') found.push(verdict);
    // «да, но не сегодня»
    if (verdict === 'no' && length > 1 && found[0] === 'yes') contradicts = true;
    at += Math.max(1, length);
    endsInNo = at === words.length && verdict === 'no' && length > 1;
  }
  // Only politeness: "please" accepts.
  if (unknown === 0 && found.length === 0 && ACCEPTING.test(words.join(' '))) return true;
  if (isDone(words)) return true;
  if (refusesToAct(words, 0) && !found.includes('unsure') && !text.includes('?')) return false;
  const led = LEADERS.has(words.slice(0, longestPhrase(words, 0)).join(' ')) || refuses(words, 0);
  // «Звонить не надо»
  if (endsInNo && unknown > 0 && unknown <= MOST_OBJECT && found.every((verdict) => verdict === 'no')) return false;
  if (unknown > 0 && !led && !text.includes('?') && !found.includes('unsure'))
    return leaning(words, (word) => parts.has(word));
  if (unknown > 0 && (!led || words.length > MOST_WORDS || text.trimEnd().endsWith('?'))) return null;
  // «Да, но не сейчас»
  if (contradicts && words.some((word) => /^(?:но|but|pero|бірақ)$/u.test(word))) return null;
  // «Согласен, если дешевле»
  if (unknown > 0 && (contradicts || words.some((word) => CONDITION.test(word)))) return null;
  return weigh(unknown > 0 ? found.slice(0, 1) : found, !text.includes('?'));
}

const ACCEPTING = /^(?:please(?: do)?|por favor|if you would|if you could)$/u;
/** «не буду брать», «мы точно не приедем», «не оплачивал», «не так, адрес другой»; «не знаю», «не пойму» only wonder. */
function refuses(words: readonly string[], from: number): boolean {
  if (MAY_LEAD.test(words[from] ?? '')) return refuses(words, from + 1);
  if (words[from] !== 'не' || words.length > from + 5) return false;
  return verdicts.get(words.slice(from, from + longestPhrase(words, from)).join(' ')) === 'no';
}

function refusesToAct(words: readonly string[], from: number): boolean {
  if (MAY_LEAD.test(words[from] ?? '')) return refusesToAct(words, from + 1);
  const isPhrase = longestPhrase(words, from) > 1;
  return words[from] === 'не' && words.length <= from + 5 && !isPhrase && ACTS.test(words[from + 1] ?? '');
}

const MAY_LEAD =
  /^(?:я|мы|нет|пока|еще|точно|никогда|вообще|совсем|вовсе|уже|тоже|мне|нам|сам|сама|думаю|наверно|извините|простите|увы)$/u;
/** «уже оплатил», «заказывала»: what was done, said alone. */
const DONE =
  /^(?:оплати|оплачива|плати|получ[ия]|получа|зака[зж]а|заказыва|сдела|дела|пробова|попробова|бы|чита|прочита|виде|увиде|смотре|посмотре|записа|отправи|отправля|наш[её]|проверя?и?|подписа|переве|перечисли|забра|забира|приеха|приш[её]|позвони|звони|измери|заполни|зарегистрирова|скача|установи|подтверди)(?:л|ла|ли|лся|лась|лись)$/u;
const DONE_LEAD = /^(?:да|уже|я|мы|вчера|сегодня|все|только что|конечно)$/u;

const ACTS =
  /^(?!(?:знаю|знаем|решил\p{L}*|понял\p{L}*|определил\p{L}*|придумал\p{L}*|выбрал\p{L}*|знал\p{L}*|думал\p{L}*|расслышал\p{L}*|понимаю|понимаем|пойму|помню|решу|решим|вижу|слышу|найду|думаю|могу|скажу|волнуйтесь|беспокойтесь|переживайте|забудьте|забывайте|уверен\p{L}*)$)\p{L}{2,}(?:у|ю|ем|им|юсь|усь|емся|имся|йте|ите|л|ла|ли|лся|лась|лись)$/u;

function isDone(words: readonly string[]): boolean {
  const said = words.filter((word) => !DONE_LEAD.test(word) && verdicts.get(word) !== 'filler');
  return said.length === 1 && DONE.test(said[0] ?? '');
}

const CONDITION = /^(?:если|if|unless|при|when|si)$/u;

function weigh(found: readonly Verdict[], yesMayIntroduce: boolean): boolean | null {
  if (found.includes('unsure') || found.length === 0) return null;
  if (!found.includes('no')) return true;
  if (!found.includes('yes')) return false;
  // «да, нет, не надо»: a Russian "yes" in front of a refusal only introduces it.
  const introduced = found[0] === 'yes' && found.slice(1).every((verdict) => verdict === 'no');
  return introduced && yesMayIntroduce ? false : null;
}

/** «дааа», «канечно»: letters held down, or one slip in a long word. */
function known(word: string): string {
  if (parts.has(word) || DONE.test(word)) return word;
  const repeated = /^(да|нет|не|ага|угу|иа|ия|no|yes|yep|si)\1+$/u.exec(word)?.[1];
  if (repeated !== undefined) return repeated;
  const short = word.replace(/(\p{L})\1+/gu, '$1');
  if (parts.has(short)) return short;
  // «звонить» is no slip for «звоните».
  if (word.length < SHORTEST_SLIP || /ть(?:ся)?$/u.test(word)) return word;
  const near = [...parts].filter(
    (part) => part.length >= SHORTEST_SLIP && part.startsWith(word.charAt(0)) && damerau(part, word, 1) <= 1,
  );
  const [first] = near;
  return first !== undefined && new Set(near.map((part) => verdicts.get(part))).size === 1 ? first : word;
}

function longestPhrase(words: readonly string[], at: number): number {
  for (let length = Math.min(6, words.length - at); length > 1; length -= 1) {
    if (verdicts.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 1;
}

/** Smiles and hearts beside a thumb. */
const MOOD =
  /[\u{1F600}-\u{1F64F}\u{1F970}-\u{1F97A}\u{2764}\u{1F495}-\u{1F49E}\u{1F389}\u{1F382}\u{2728}\u{1F525}\u{1F338}-\u{1F33C}]/u;

function signVerdict(text: string): boolean | null {
  const signs = new Set([...text.replace(/[\s\u{FE0E}\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}.,!♂♀]/gu, '')]);
  const found = [...signs].map((sign) => verdicts.get(sign) ?? (MOOD.test(sign) ? 'filler' : undefined));
  return found.includes(undefined)
    ? null
    : weigh(
        found.filter((verdict) => verdict !== undefined && verdict !== 'filler'),
        false,
      );
}

function wordsOf(text: string): string[] {
  const folded = CONTRACTIONS.reduce(
    (full, [short, whole]) => full.replace(short, whole),
    foldDigits(text.replace(/(?<!\d)100\s?%/gu, ' абсолютно ')),
  );
  return folded.includes("'") ? (folded.match(/[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?/gu) ?? []) : plainWords(folded);
}

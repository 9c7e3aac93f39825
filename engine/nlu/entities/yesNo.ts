import { foldDigits, plainWords } from '../plainWords.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, languageBase, refuse } from './answer.ts';

type Verdict = 'yes' | 'weakYes' | 'no' | 'unsure' | 'filler';

const PHRASES: Readonly<Record<Verdict, string>> = {
  yes:
    'да|дада|ага|угу|ну да|агась|давай|давайте|разумеется|безусловно|непременно|обязательно|подтверждаю|согласен|согласна|согласны|так точно|именно так|хочу|хотим|буду|будем|' +
    'не против|не возражаю|нет возражений|почему бы и нет|почему нет|а почему бы и нет|все верно|верно|правильно|подходит|годится|поехали|можно|нужно|надо|нужна|нужен|' +
    'yes|yep|yeah|yup|yea|ya|y|sure|of course|correct|right|definitely|absolutely|certainly|indeed|why not|no problem|sounds good|go ahead|please do|i do|i agree|agreed|affirmative|' +
    'иә|ия|иа|әрине|болады|дұрыс|келісемін|мақұл|қалаймын|керек|sí|si|claro|claro que sí|por supuesto|de acuerdo|correcto|vale|desde luego|' +
    'д|👍|✅|👌|✔|☑|🆗|💯|+',
  weakYes:
    'конечно|точно|хорошо|ладно|ок|окей|окэй|океюшки|именно|пожалуй|наверное да|без проблем|понял|поняла|ok|okay|okey|fine|alright|great|good|жарайды|жақсы|bueno|bien|ok',
  no:
    'нет|неа|нее|не|ни|нету|не надо|не нужно|не нужна|не нужен|не хочу|не хотим|не буду|не будем|не стоит|не требуется|не верно|неверно|неправильно|не правильно|не так|не согласен|не согласна|' +
    'не подходит|не годится|не подтверждаю|не сейчас|не сегодня|ни за что|ни в коем случае|никак нет|ничего не надо|нельзя|никогда|отмена|отменить|отказ|отказываюсь|против|обойдусь|воздержусь|я против|да ну|' +
    "no|nope|nah|n|not|not now|not really|no way|no thanks|no thank you|never|wrong|incorrect|don't|do not|i don't|negative|cancel|of course not|" +
    'жоқ|жок|қажет емес|керек емес|қаламаймын|болмайды|дұрыс емес|келіспеймін|para nada|nunca|tampoco|claro que no|no gracias|н|👎|❌|🙅|✖|-',
  unsure:
    "не знаю|не уверен|не уверена|не понял|не поняла|может быть|возможно|наверное|наверно|или|посмотрим|подумаю|not sure|maybe|perhaps|i don't know|don't know|dunno|or|білмеймін|мүмкін|no sé|no se|quizás|tal vez",
  filler:
    "думаю|считаю|скорее|скорее всего|спасибо|благодарю|пожалуйста|мне|я|это|вот|ну|а|и|но|то|так|очень|уж|же|все|всё|вас|вам|пока|thanks|thank you|please|i|it|that|is|this|it's|рахмет|өтінемін|gracias|por favor|señor",
};
/** These decide even when more is said after them: «да, только без сахара». */
const LEADERS = new Set('да ага угу нет неа yes yep yeah no nope иә жоқ sí si конечно'.split(' '));
const MOST_WORDS = 12;
const SHOWN = new Map([
  ['ru', ['Да', 'Нет']],
  ['kk', ['Иә', 'Жоқ']],
  ['es', ['Sí', 'No']],
]);

const verdicts = new Map<string, Verdict>();
for (const [verdict, list] of Object.entries(PHRASES) as [Verdict, string][]) {
  for (const phrase of list.split('|')) verdicts.set(wordsOf(phrase).join(' ') || phrase, verdict);
}

/** Yes or no from closed lists in Russian, English, Kazakh and Spanish. «Не знаю», «да или нет» and contradictions are neither. */
export function readYesNo(text: string, { language }: AnswerRules): AnswerRead {
  const answer = verdictOf(text);
  if (answer === null) return refuse('notYesNo');
  const [yes = 'Yes', no = 'No'] = SHOWN.get(languageBase(language)) ?? [];
  return accept(answer, answer ? yes : no);
}

function verdictOf(text: string): boolean | null {
  const words = wordsOf(text);
  if (words.length === 0) return signVerdict(text);
  const found: Verdict[] = [];
  let unknown = 0;
  for (let at = 0; at < words.length;) {
    const length = longestPhrase(words, at);
    const verdict = verdicts.get(words.slice(at, at + length).join(' '));
    if (verdict === undefined) unknown += 1;
    else if (verdict !== 'filler') found.push(verdict);
    at += Math.max(1, length);
  }
  const led = LEADERS.has(words[0] ?? '');
  if (unknown > 0 && (!led || words.length > MOST_WORDS || text.trimEnd().endsWith('?'))) return null;
  return weigh(unknown > 0 ? found.slice(0, 1) : found, !text.includes('?'));
}

function weigh(found: readonly Verdict[], yesMayIntroduce: boolean): boolean | null {
  if (found.includes('unsure') || found.length === 0) return null;
  if (!found.includes('no')) return true;
  if (!found.includes('yes')) return false;
  // «да, нет, не надо»: a Russian "yes" in front of a refusal only introduces it.
  const introduced = found[0] === 'yes' && found.slice(1).every((verdict) => verdict === 'no');
  return introduced && yesMayIntroduce ? false : null;
}

function longestPhrase(words: readonly string[], at: number): number {
  for (let length = Math.min(5, words.length - at); length > 1; length -= 1) {
    if (verdicts.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 1;
}

function signVerdict(text: string): boolean | null {
  const signs = new Set([...text.replace(/[\s\u{FE0E}\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}.,!♂♀]/gu, '')]);
  const found = [...signs].map((sign) => verdicts.get(sign));
  return found.includes(undefined)
    ? null
    : weigh(
        found.filter((verdict) => verdict !== undefined),
        false,
      );
}

function wordsOf(text: string): string[] {
  const folded = foldDigits(text);
  return folded.includes("'") ? (folded.match(/[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?/gu) ?? []) : plainWords(folded);
}

/** Words that judge, in the forms a verdict takes («удобно», not «удобный»): what is said to be fine, and what is said to be bad. */
const FINE =
  /^(?:удобн[оаы]|устраива(?:ет|ют)|устроит|подход(?:ит|ят)|подойд(?:ет|ут)|нрав(?:ится|ятся)|понравил\p{L}+|год(?:ится|ятся)|верно|верны|правильно|соглас(?:ен|на|ны)|согл|интерес(?:но|ует|уют|на|ен|ны)|актуальн[оаы]|отлично|хорошо|замечательно|прекрасно|идеально|великолепно|шикарно|супер|норм|нормально|доволен|довольна|рад[аы]?|готов[аы]?|совпадает|сойдет|yes|yeah|yep|good|fine|great|perfect|correct|right|okay|ok|lovely|nice|cool|interested|happy|works?|suits?|agree|agreed|accept|able|keen|well|wonderful|excellent|bien|correcto|perfecto|interesa|gusta|acuerdo|conviene|ұнайды|жарайды|дұрыс|қолайлы|жақсы)$/u;
const POOR =
  /^(?:плохо|ужасно|неудобн[оаы]|неверн[оаы]|неправильно|неинтересно|неактуально|дорого|дороговато|поздно|поздновато|рано|рановато|долго|долговато|далеко|далековато|bad|wrong|terrible|awful|incorrect|useless|expensive|pricey|late|early|far|mal|caro|tarde|incorrecto|қымбат|жаман|қате)$/u;
const NEGATOR = /^(?:не|ни|not|never|no|nunca|tampoco)$/u;
/** What asks, greets, wonders or sets a condition is no verdict. */
const NO_VERDICT =
  /^(?:сколько|когда|где|как(?:ой|ая|ие|ое)?|что|чем|кто|почему|зачем|если|только|вопрос\p{L}*|узнать|знать|или|может|можно|цены|how|what|when|where|which|who|whose|if|unless|only|instead|questions?|morning|evening|afternoon|day|night|meet|luck|or|maybe|but|than|until|tell|know|sure|certain|wait|cuándo|cuánto|dónde|qué|si|pero|buenos|buenas|қашан|қанша|қайда|бірақ)$/u;
const MOST_WORDS = 7;
const MOST_UNKNOWN = 2;

/** «Цена устраивает», «совсем не нравится», "that's not what I want": yes or no by the words that judge; null = they say neither. */
export function leaning(words: readonly string[], isPlain: (word: string) => boolean): boolean | null {
  if (words.length > MOST_WORDS) return null;
  const said = saidOfOneself(words);
  if (said !== null) return said;
  let verdict: boolean | null = null;
  let negated = false;
  let unknown = 0;
  for (const [at, word] of words.entries()) {
    if (NEGATOR.test(word)) negated = true;
    else if (FINE.test(word) || POOR.test(word)) {
      const judged = FINE.test(word) !== negated;
      if (verdict !== null && verdict !== judged) return null;
      verdict = judged;
      negated = false;
    } else if (NO_VERDICT.test(word) && !(word === 'чем' && words[at - 1] === 'более')) return null;
    else if (!isPlain(word)) unknown += 1;
  }
  return negated || unknown > MOST_UNKNOWN ? null : verdict;
}

const REFUSED =
  /^(?:(?:sorry|well|oh) )*(?:(?:i|we|it|that|this|they|he|she|you)(?: \w+)? )?(?:is|are|am|was|do|does|did|can|could|will|would|should|have|has|had)? ?(?:really )?(?:not|never)(?: |$)/u;
/** "I don't know", "I'm not sure": nothing is refused. */
const WONDERS =
  /(?:^| )(?:know|sure|certain|decided|understand|understood|remember|mind|disagree|think|believe|get it|see|follow|hear|heard|tell|ready|yet|or|but|if|unless|until|only|bad|wrong|say|choose)(?: |$)/u;
const PROMISED =
  /^(?:(?:yes|sure|ok|okay|great) )?(?:i|we) (?:will|can|am going to|would love to|would like to) (\w+)/u;
const DID =
  /^(?:i|we) (?:have )?(?:already |just )?(?:did|ordered|paid|received|got it|confirmed|booked|sent|tried|signed|completed|finished|bought|agreed|accepted|love|loved|like|liked|want|need)(?: (?:it|that|this|them|one|some|yesterday|today|already))?$/u;
const PUTS_OFF =
  /^(?:think|see|check|ask|let|get|call|consider|try|wait|pass|decline|skip|be|have|tell|write|need|probably|maybe|not|never|only|contact|talk|decide|know|cancel|come|go|help|hardly|barely)$/u;

/** "I can't make it", "it isn't mine", "I'll take it": an English sentence about what one does or will do. */
function saidOfOneself(words: readonly string[]): boolean | null {
  const text = words.join(' ');
  if (REFUSED.test(text)) return WONDERS.test(text) ? null : false;
  if (DID.test(text)) return true;
  const act = PROMISED.exec(text)?.[1];
  if (act === undefined || PUTS_OFF.test(act) || words.some((word) => NO_VERDICT.test(word))) return null;
  return true;
}

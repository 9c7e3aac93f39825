/** Negative or harmless by themselves: «не возражаю», «не опоздаю», «не вижу проблем» refuse nothing. */
const HARMLESS_RU =
  /^(?:возра[жз]\p{L}+|отка[жз]\p{L}+|сомнева\p{L}+|сомнени\p{L}+|усомн\p{L}+|передум\p{L}+|оп[ао]зд\p{L}+|подве(?:ду|дем|дет|сти|л[аи]?)|пропу[щс]\p{L}+|упу[щс]\p{L}+|(?:по|со)?жале\p{L}+|жал(?:ко|ь)|жалу\p{L}+|забы(?:л[аи]?|ть|ваю|ваем)|забуд(?:у|ем)|(?:по)?бо(?:юсь|имся|яться|ялся|ялась)|ошиб\p{L}+|(?:по)?спор(?:ю|им|ить|ишь)|противореч\p{L}+|против|противит\p{L}+|сопротивл\p{L}+|протест\p{L}+|исключ\p{L}+|отрица\p{L}+|скр(?:ою|оем|ываю|ываем)|терпится|дожд(?:усь|емся|аться)|нарад\p{L}+|задерж(?:усь|имся|иваюсь|иваемся|ать|аться)|просп(?:лю|им|ать)|прогуля\p{L}+|подкача\p{L}+|обман\p{L}+|сбе[гж]\p{L}+|стесня\p{L}+|тороп(?:люсь|имся)|спеш(?:у|им)|(?:за)?боле(?:ю|ем|ет|ла?|ли)|болит|(?:по)?меша(?:ет|ю|ем|ть)|напряга\p{L}+|беспоко(?:ит|ят|юсь|имся|йтесь|йся)|смуща\p{L}+|смутит|пуга\p{L}+|раздража\p{L}+|отталкива\p{L}+|(?:за)?трудн\p{L}+|сложн\p{L}+|тяжел\p{L}+|критичн\p{L}+|страшн\p{L}+|важно|принципиально|дорого|дороговато|поздно|поздновато|рано|рановато|далеко|долго|плохо|плохого|хуже|лишн(?:ее|им|яя|ий)|вредн\p{L}+|опасн\p{L}+|больно|(?:по)?теря\p{L}+|сда(?:юсь|емся|мся)|прекращ\p{L}+|ух(?:ожу|одим)|уйд(?:у|ем)|шу(?:чу|тим)|вр(?:у|ем|ала?)|переста\p{L}+|измени(?:лось|лся|лась|лись)|отстан\p{L}+|отверт\p{L}+|зл(?:юсь|имся)|обижа\p{L}+|обид\p{L}+|устал[аи]?|отвлека\p{L}+|пережива(?:ю|ем|йте|й)|волну(?:юсь|емся|ет|йтесь|йся)|брезгу\p{L}+|занят[аы]?|лень|ленюсь|руга(?:юсь|емся)|наруш\p{L}+|срыва(?:ю|ем)|сорв(?:у|ем)|промахн\p{L}+|(?:про)?игнорир\p{L}+|пренебре\p{L}+|отверга\p{L}+|отклон\p{L}+|колебл\p{L}+|уклон\p{L}+|избега\p{L}+|ненави\p{L}+|осужда\p{L}+|брос(?:аю|аем|им)|проблем\p{L}*|претензи\p{L}+|препятстви\p{L}+|помех\p{L}*|минус\p{L}*|недостатк\p{L}+|причин\p{L}*|повод\p{L}*|противопоказани\p{L}+|вопрос\p{L}*|беда|зря|ошибок|опечаток|неточност\p{L}+|лишнего|значения|роли)$/u;
/** «Не отменяйте»: to "Shall I cancel?" it is no, to "Do you confirm?" it is yes. */
const CALLS_OFF =
  /^(?:отмен\p{L}+|перено[сш]\p{L}+|перенес\p{L}+|отклад\p{L}+|отлож\p{L}+|удал(?:я|ит)\p{L}*|снима\p{L}+|снять|аннулир\p{L}+|cancel\p{L}*|postpon\p{L}+|delet\p{L}+|reschedul\p{L}+|call(?:ing)?_off)$/u;
const AUXILIARY =
  /^(?:буду|будем|стану|станем|стал[аи]?|хочу|хотим|хотел[аи]?|хотелось|могу|можем|смогу|сможем|собира\p{L}+|надо|нужно|дума(?:ю|ем|л[аи]?)|планиру\p{L}+|намерен[аы]?|долж(?:ен|на|ны)|стоит|хочется|вижу|видим|имею|имеем|испытываю|испытываем|чувствую|возникает|возникнет|возникло|доставляет|доставит|составит|будет|было|есть|имеет|играет|наш(?:ел|л[аи])|замети(?:л|ла|ли)|замечаю|увидел[аи]?|обнаружил[аи]?)$/u;
const BESIDE =
  /^(?:никаких|никакой|никакого|никакие|ничего|особых|особо|больших|бы|в|этом|тут|здесь|вас|вам|нас|нам|меня|мне|больше|уже|никогда|совсем|слишком|очень|так|уж|вообще|сильно|даже|мы|то|ни|чем|такого)$/u;
const INFINITIVE = /(?:ть|ться|ти|чь)$/u;
/** What one does not have, see or mind: «проблем не вижу». */
const LACKED =
  /^(?:проблем\p{L}*|претензи\p{L}+|препятстви\p{L}+|помех|ошибок|опечаток|неточност\p{L}+|лишнего|минусов|недостатков|причин\p{L}*|повода|поводов|возражени\p{L}+|сомнени\p{L}+|вопрос\p{L}*|противопоказаний|плохого|страшного|хуже|значения|роли|трудн\p{L}+|сложн\p{L}+|затруднени\p{L}+|против)$/u;

const NOT_EN = /^(?:not|never|cannot)$/u;
/** "No trouble", «no me opongo». */
const HARMLESS_BEHIND_NO =
  /(?:^| )no (?:me |nos |lo |la |hay |es |tengo |any )*(?:trouble|mistakes?|errors?|typos?|doubts?|worries|concerns?|issues?|complaints?|objections?|opongo|oponemos|problemas?|importa|molesta|inconvenientes?|dud[ao]s?|cancel(?:o|ar|en|es)|pierdo|objeciones)(?: |$)/u;
/** These do refuse. */
const DECLINES = /(?:^|(?:please|no|oh|well) )(?:never mind|do not bother)(?: |$)/u;
const HARMLESS_EN =
  /^(?:problem|problems|issue|issues|against|object|objections?|objecting|oppos(?:e|ed|ing)|mind|matter|matters|miss|missing|missed|bother|bothers|bothered|bothering|late|forget|forgot|forgotten|regret|worr(?:y|ied|ying)|afraid|scared|doubt|doubts|questions?|complain|complaining|complaints?|argue|arguing|resist|hurt|hurts|harm|busy|sick|ill|dislike|hate|refus(?:e|ed|ing)|declin(?:e|ed|ing)|reject(?:ed|ing)?|quit|quitting|expensive|kidding|joking|lying|wrong|mistaken|bad|trouble|obstacle|difficult|difficulty|difficulties|hard|complicated|fail|fails|thank|difference|unhappy|impossible|unreasonable|inconvenien\w+|concern|concerns|concerned|disappoint(?:ed|ing)?|upset|offended|ashamed|hesitate|disagree|deny|tired|worse|disturb|disturbing|mistakes?|errors?|typos?|hurry)$/u;
/** A new thought begins: "I can't make it I'm sick". */
const STARTS_ANEW = /^(?:i|am|we|because|as|since|due|and|porque|estoy)$/u;
const MOST_BETWEEN = 5;
/** "I can't wait!" looks forward, "I can't wait that long" does not; "it couldn't be better", "I haven't changed my mind". */
const SAYINGS =
  /(?:^| )(?:(?:(?:can|could) not|cannot) (?:possibly )?(?:wait(?! (?:(?:so|too|that|this|any) |anymore))|say no|be (?:any )?(?:better|happier|easier|simpler|nicer)|go wrong|get (?:any )?better)|(?:not|never) (?:say no|say never|let (?:you|us|anyone) down|given? up|giving up|chang(?:e|ed|ing) (?:my|our|the) mind|chang(?:e|ed) a thing|that i (?:do|am|would) not|too (?:late|early|bad|far|much trouble))|не могу не \p{L}+(?:ть|ться|ти|чь)|не (?:по|из|с)?мен(?:я|и)\p{L}+ (?:сво\p{L}+ )?(?:решени|мнени|план|намерени)\p{L}+)(?: |$)/u;
/** «Қарсы емеспін», «қарсылығым жоқ»: not against. */
const HARMLESS_KK =
  /(?:^| )(?:қарсы емес\p{L}*|(?:қарсылы[ғқ]|проблема|мәселе|күмән|сұра[ғқ])\p{L}* (?:жоқ|емес)|(?:бас тартпай|ұмытпай|кешікпей|өкінбей|жібермей)\p{L}+)(?: |$)/u;
const DECLINING = /^(?:спасибо|спс|благодарю|thanks|thank|thx|рахмет|gracias|беспокойтесь|волнуйтесь|переживайте)$/u;
const NO_ALONE = /^(?:нет|не|неа|no|nope|nah|жоқ)$/u;

/**
 * A sentence whose refusal is about something negative or harmless and about nothing else, so that it says no to nothing: «не опоздаю»,
 * "I'm not against it". `clauses` are the words between punctuation marks.
 */
export function refusesNothing(
  clauses: readonly (readonly string[])[],
  isRefusal: (clause: readonly string[]) => boolean,
): boolean {
  let found = false;
  for (const clause of clauses) {
    if (clause.length === 1 && NO_ALONE.test(clause[0] ?? '')) continue;
    if (isDoubleNegative(clause)) found = true;
    else if (isRefusal(clause)) return false;
  }
  if (!found) return false;
  const words = clauses.flat();
  // «Нет, не отменяйте» answers "Shall I cancel?", «нет, спасибо» declines whatever follows.
  const isAnswer = NO_ALONE.test(words[0] ?? '') && words[0] !== 'не';
  return !isAnswer || !words.some((word) => CALLS_OFF.test(word) || DECLINING.test(word));
}

function isDoubleNegative(words: readonly string[]): boolean {
  const text = words.join(' ');
  if (DECLINES.test(text)) return false;
  if (SAYINGS.test(text) || HARMLESS_KK.test(text) || HARMLESS_BEHIND_NO.test(text)) return true;
  return words.some((word, at) => {
    if (word === 'не') return isHarmlessAfter(words, at + 1) || isHarmlessBefore(words, at - 1);
    return NOT_EN.test(word) && isHarmlessEnglish(words.slice(at + 1));
  });
}

function isHarmlessAfter(words: readonly string[], from: number): boolean {
  let helped = false;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (HARMLESS_RU.test(word) || CALLS_OFF.test(word)) return !helped || INFINITIVE.test(word) || LACKED.test(word);
    if (AUXILIARY.test(word) && !helped) helped = true;
    else if (!BESIDE.test(word)) return helped && INFINITIVE.test(word) && isHarmlessAfter(words, at + 1);
  }
  return false;
}

/** «Отменять не надо», «возражений не имею»; «опоздаю не приеду» refuses. */
function isHarmlessBefore(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (BESIDE.test(word)) return isHarmlessBefore(words, at - 1);
  return LACKED.test(word) || (INFINITIVE.test(word) && (HARMLESS_RU.test(word) || CALLS_OFF.test(word)));
}

function isHarmlessEnglish(rest: readonly string[]): boolean {
  const end = rest.findIndex((word) => STARTS_ANEW.test(word));
  const near = rest.slice(0, Math.min(MOST_BETWEEN, end < 0 ? rest.length : end));
  return near.some((word) => HARMLESS_EN.test(word) || CALLS_OFF.test(word));
}

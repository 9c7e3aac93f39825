import { normalise } from '../../nlu/normalise.ts';
import { readAnswer } from '../../nlu/entities/readAnswer.ts';

const STAR = /[⭐★🌟]\uFE0F?/gu;
const EMPTY_STAR = /[☆]\uFE0F?/gu;
/** Words that may stand around a mark without making it something else. «У меня 2 вопроса» is no mark. */
const AROUND = new Set(
  (
    'балл балла баллов бал бала балов звезда звезды звезд звездочка звездочки звездочек оценка оценку ставлю поставлю ' +
    'поставил поставила моя мой конечно твердая твердую твердое наверное пусть будет вам на все спасибо большое ' +
    'я бы и из of out stars star points point rate rating i give you it a an my is thanks thank mark'
  ).split(' '),
);
const NAMED: Readonly<Record<string, number>> = {
  единица: 1,
  единицу: 1,
  кол: 1,
  двойка: 2,
  двойку: 2,
  тройка: 3,
  тройку: 3,
  четверка: 4,
  четверку: 4,
  пятерка: 5,
  пятерку: 5,
  пятерочка: 5,
  пятерочку: 5,
};

/** A mark from 1 to 5, in digits, words or stars, with little else around it; null = something else was said. */
export function readMark(text: string, language: string): number | null {
  const said = normalise(text).trim();
  const stars = (said.match(STAR) ?? []).length;
  const rest = said.replace(STAR, ' ').replace(EMPTY_STAR, ' ');
  const words = rest.split(/[\s,.!;:()"«»+-]+/u).filter((word) => word !== '' && !AROUND.has(word));
  if (words.length === 0) return stars >= 1 && stars <= 5 ? stars : null;
  // «5/5», «4 из 5»: the first is the mark, the other the scale.
  const pair = /^([1-5])\s*(?:\/|из|of|out of)\s*5$/u.exec(rest.trim());
  if (pair !== null) return Number(pair[1]);
  const [only] = words;
  if (only === undefined || words.length > 1 || stars > 1) return null;
  const named = Object.hasOwn(NAMED, only) ? NAMED[only] : undefined;
  if (named !== undefined) return named;
  const rules = { min: 1, max: 5, now: 0, timeZone: 'UTC', language, attachments: [] };
  const read = readAnswer('number', only, rules);
  return read.ok && Number.isInteger(read.value) ? Number(read.value) : null;
}

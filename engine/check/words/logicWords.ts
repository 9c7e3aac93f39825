import type { EXPRESSION_MISTAKES } from '../../expression/expression.ts';
import type { Language, ProblemTable } from './sentence.ts';

type Why = Readonly<Record<Language, (piece: string) => string>>;

/** What is wrong with an expression, as the end of a sentence. */
const EXPRESSION: Readonly<Record<(typeof EXPRESSION_MISTAKES)[number], Why>> = {
  empty: { ru: () => 'выражение пустое', en: () => 'it is empty' },
  tooLong: { ru: () => 'выражение слишком длинное', en: () => 'it is too long' },
  tooDeep: { ru: () => 'слишком много скобок друг в друге', en: () => 'too many brackets inside one another' },
  sign: { ru: (p) => `знак «${p}» здесь ничего не значит`, en: (p) => `the sign “${p}” means nothing here` },
  openText: { ru: (p) => `кавычка ${p} не закрыта`, en: (p) => `the quote ${p} is not closed` },
  escape: { ru: (p) => `«${p}» в тексте не читается`, en: (p) => `“${p}” cannot be read in a text` },
  property: {
    ru: (p) => `переменной «${p}» нет; точка бывает только в именах вроде lead.status`,
    en: (p) => `there is no variable “${p}”; only names like lead.status have a dot`,
  },
  name: { ru: (p) => `«${p}» не может быть именем`, en: (p) => `“${p}” cannot be a name` },
  value: { ru: () => 'не хватает значения', en: () => 'a value is missing' },
  rest: { ru: (p) => `«${p}» здесь лишнее`, en: (p) => `“${p}” is one too many` },
  open: { ru: () => 'скобка не закрыта', en: () => 'a bracket is not closed' },
  function: { ru: (p) => `функции «${p}» нет`, en: (p) => `there is no function “${p}”` },
  arguments: { ru: (p) => `у функции «${p}» не то число значений`, en: (p) => `“${p}” takes another number of values` },
  chained: {
    ru: () => 'сравнивайте по два: a < b и b < c',
    en: () => 'compare two at a time: a < b and b < c',
  },
  comma: { ru: () => 'дробь пишется с точкой: 12.5', en: () => 'fractions are written with a point: 12.5' },
  notNumber: { ru: (p) => `«${p}» не число`, en: (p) => `“${p}” is not a number` },
  zero: { ru: () => 'на ноль делить нельзя', en: () => 'it divides by zero' },
  tooBig: { ru: () => 'число слишком большое', en: () => 'the number is too big' },
  costly: { ru: () => 'считается слишком долго', en: () => 'it takes too long to compute' },
};

/** Why an expression can't be read. `code`: one of EXPRESSION_MISTAKES. */
export function expressionWords(code: string, piece: string, language: Language): string {
  return Object.hasOwn(EXPRESSION, code) ? EXPRESSION[code as keyof typeof EXPRESSION][language](piece) : code;
}

const TYPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  text: { ru: 'текст', en: 'text' },
  number: { ru: 'число', en: 'number' },
  boolean: { ru: 'да/нет', en: 'yes/no' },
  date: { ru: 'дата', en: 'date' },
  list: { ru: 'список', en: 'list' },
  time: { ru: 'время', en: 'time' },
  weekday: { ru: 'день недели', en: 'weekday' },
  status: { ru: 'статус', en: 'status' },
};
const type = (name: unknown, language: Language): string => TYPES[String(name)]?.[language] ?? String(name);

/** Conditions, values, A/B tests. */
export const logicWords: ProblemTable = {
  'E-NOCASE': {
    ru: () => 'В условии нет веток: все пойдут по «Иначе». Добавьте ветку.',
    en: () => 'The condition has no branches, so everyone takes “Otherwise”. Add a branch.',
  },
  'W-CASES': {
    ru: (f) => `Веток больше ${f.limit}: в таком условии легко ошибиться. Разбейте его на два.`,
    en: (f) => `There are more than ${f.limit} branches, which is easy to get wrong. Split the condition in two.`,
  },
  'E-ROW': {
    ru: (f) => `В ветке «${f.label}» не выбрано, что проверять. Заполните строку или уберите её.`,
    en: (f) => `Branch “${f.label}” does not say what to check. Fill in the row or remove it.`,
  },
  'E-ROWVALUE': {
    ru: (f) => `В ветке «${f.label}» не указано, с чем сравнить «${f.name}». Впишите значение.`,
    en: (f) => `Branch “${f.label}” has nothing to compare “${f.name}” with. Enter a value.`,
  },
  'E-OP': {
    ru: (f) => `Действия «${f.op}» нет: строка не сработает. Выберите другое из списка.`,
    en: (f) => `There is no operation “${f.op}”, so the row does nothing. Choose another from the list.`,
  },
  'W-OPTYPE': {
    ru: (f) => `«${f.name}» — ${type(f.type, 'ru')}: сравнение «${f.op}» к нему не подходит. Выберите другое.`,
    en: (f) => `“${f.name}” is a ${type(f.type, 'en')}: the comparison “${f.op}” does not fit it. Choose another.`,
  },
  'W-VALUE': {
    ru: (f) => `«${f.name}» — ${type(f.type, 'ru')}, а «${f.value}» так не прочитать. Исправьте значение.`,
    en: (f) => `“${f.name}” is a ${type(f.type, 'en')}, and “${f.value}” cannot be read as one. Correct the value.`,
  },
  'W-SAME': {
    ru: (f) => `Ветка «${f.label}» никогда не сработает: раньше неё всё забирает «${f.earlier}». Поменяйте их местами.`,
    en: (f) => `Branch “${f.label}” never wins: “${f.earlier}” before it takes all of it. Swap them.`,
  },
  'E-EXPR': {
    ru: (f) =>
      `Выражение ветки «${f.label}» не читается, знак ${f.position}: ${expressionWords(String(f.why), String(f.piece), 'ru')}. Исправьте его.`,
    en: (f) =>
      `The expression of “${f.label}” cannot be read at character ${f.position}: ${expressionWords(String(f.why), String(f.piece), 'en')}. Correct it.`,
  },
  'E-NOSET': {
    ru: () => 'Записывать нечего: в блоке нет ни одной строки. Добавьте строку.',
    en: () => 'There is nothing to write: the block has no lines. Add one.',
  },
  'E-LINES': {
    ru: (f) => `Строк больше ${f.limit}. Перенесите часть в другой такой же блок.`,
    en: (f) => `There are more than ${f.limit} lines. Move some to another block like this.`,
  },
  'E-BUILTIN': {
    ru: (f) => `«${f.name}» бот узнаёт сам, записать туда нельзя. Выберите свою переменную.`,
    en: (f) => `The bot finds out “${f.name}” by itself; nothing can be written there. Choose a variable of yours.`,
  },
  'W-TYPE': {
    ru: (f) => `«${f.name}» — ${type(f.type, 'ru')}: действие «${f.op}» к нему не подходит. Выберите другое.`,
    en: (f) => `“${f.name}” is a ${type(f.type, 'en')}: the operation “${f.op}” does not fit it. Choose another.`,
  },
  'W-ZERO': {
    ru: (f) => `Для «${f.name}» не указано число: посчитаем за 0. Впишите его.`,
    en: (f) => `No number is given for “${f.name}”: it counts as 0. Enter one.`,
  },
  'E-RANGE': {
    ru: (f) => `Из чего выбирать для «${f.name}», непонятно. Напишите, например, 1-6.`,
    en: (f) => `It is not clear what to draw “${f.name}” from. Write 1-6, for example.`,
  },
  'E-BRANCHES': {
    ru: (f) => `Вариантов нужно от ${f.least} до ${f.most}. Добавьте вариант.`,
    en: (f) => `A test needs ${f.least} to ${f.most} variants. Add one.`,
  },
  'W-BRANCHES': {
    ru: (f) => `Вариантов больше ${f.most}: сравнить их получится очень нескоро. Оставьте лучшие.`,
    en: (f) => `There are more than ${f.most} variants: comparing them will take very long. Keep the best.`,
  },
  'E-SHARES': {
    ru: (f) => `Доли дают ${f.sum} %, а нужно 100 %. Поправьте их.`,
    en: (f) => `The shares make ${f.sum}%, not 100%. Correct them.`,
  },
  'W-ZEROSHARE': {
    ru: (f) => `Доля варианта «${f.name}» — 0 %: по нему никто не пойдёт. Дайте ему долю или уберите.`,
    en: (f) => `Variant “${f.name}” has 0%: nobody will take it. Give it a share or remove it.`,
  },
  'E-DUPNAME': {
    ru: (f) => `Название «${f.name}» есть у двух вариантов. Измените одно.`,
    en: (f) => `Two variants are called “${f.name}”. Rename one.`,
  },
  'E-NAMELEN': {
    ru: (f) => `Название «${f.name}» длиннее ${f.limit} знаков. Сократите.`,
    en: (f) => `The name “${f.name}” is over ${f.limit} characters. Shorten it.`,
  },
  'I-NOGOAL': {
    ru: () => 'Без цели не понять, что лучше. Выберите цель.',
    en: () => 'Without a goal you cannot tell which is better. Choose one.',
  },
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that may stand beside a menu code without changing what it means. Anything else («торта», «человека») makes it a quantity. */
const CODE_FILLERS = words(
  'пункт пункта пункту пунктом п номер номера номером ном цифра цифру цифрой цифры под вариант вариантом опция опцию опции кнопка кнопку кнопки ' +
    'позиция позицию строка строку ответ пожалуйста плиз плз прошу давай давайте дайте выбираю выберу выбрал выбрала выбор беру возьму хочу хотел ' +
    'хотела бы мне меня я мой это тогда ну а вот думаю наверное наверно пожалуй можно нажимаю жму нажал нажала нажать интересует нужен нужна нужно ' +
    'надо буду пусть будет на да ок окей хорошо лучше спасибо ' +
    'please option options number num item point choice variant answer button press pick picking choose select selecting take want would like ll ' +
    'i d the my is it its want go with for me lets let s ok okay yes thanks nr ' +
    'opcion opción numero número por favor la el quiero elijo nus нұсқа нұсқасы нөмір нөмірі таңдаймын өтінемін маған керек тармақ',
);

/** Words that say how, not what: «хочу узнать про доставку» is about «доставку». Not used when nothing else is left. */
const CAPTION_FILLERS = words(
  'хочу хотел хотела хотим бы мне нам меня я мы можно пожалуйста плиз прошу давай давайте дайте дай покажи покажите показать расскажи расскажите ' +
    'узнать узнаю знать подскажите подскажи скажите скажи интересует интересуют интересно нужен нужна нужно нужны надо выбираю выбрал выбрала ' +
    'про по о об обо насчет на в во к ко с со у за для до от из и а но же ли ну вот это эта этот тогда еще что как какая какой какие какую ваш ваша ваше ваши вашу ' +
    'перейти открой откройте открыть здравствуйте добрый день привет спасибо да ' +
    'i d m want would like to the a an about please show me tell know need my your you can could what how is are in on of for and ' +
    'hello hi ok yes lets go see quiero por favor el la los las de del un una sobre ver y маған керек туралы және мен',
);

/** Words that alone are a question or a sigh, never a choice: «что?» is not the option «Что входит». */
const STOP_ONLY = words(
  'что как где когда кто какой какая какие сколько почему зачем куда откуда а и или в на по о об у за для до от из с со к не нет да ну вот это все мне мы вы я он она ' +
    'the a an what how where when who why which and or in on of for to my your me is are no not yes el la los las de que como donde не ма ме',
);

const NEGATORS = words('не нет ни без not no dont don never without nor isnt sin ninguno жоқ');

export function isCodeFiller(word: string): boolean {
  return CODE_FILLERS.has(word);
}

/** The long fillers, for those who write «вориант 2». */
export const LONG_CODE_FILLERS: readonly string[] = [...CODE_FILLERS].filter((word) => word.length >= 6);

export function isCaptionFiller(word: string): boolean {
  return CAPTION_FILLERS.has(word);
}

export function isStopWord(word: string): boolean {
  return STOP_ONLY.has(word);
}

/** «не», "not" and the like: what follows in the same clause is refused, not chosen. */
export function isNegator(word: string): boolean {
  return NEGATORS.has(word) || (word.endsWith("n't") && /^\p{L}+n't$/u.test(word));
}

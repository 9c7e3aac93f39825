const WORDS = new Set(
  (
    'сама само сами самое самая самый самого самому меня тебя себя наша наше наши ваша ваше ваши этот этого тоже даже хоть если когда потом пока очень есть нету ' +
    'надо буду буде бери бере беру хочу дайте дай дома домой мама папа люба любая любой любое любую любые один одна одно одного пять пяти семь восемь перв первый первая первое ' +
    'новая новый новое старый белый белая крас красный красная мало много больше меньше скоро сколько просто право права лево весь вся все всего мимо мира мире можно может ' +
    'пере поче почем почему теле теперь пост посл после здра хоро хорошо добр приве спас ниже выше вверх верх вечер утро утром день днем ночь ночью южно мини полу полный перед ' +
    'доставить забрать сюда туда куда откуда какая какие каком какой кому кого чего того тому этой этом вами нами вместе карта один ' +
    'about after again also another anything away back been before best better book both bring busy call came card come cool could days done does down each early easy else even ever every ' +
    'everything find fine first free from full gave gift give goes gone good great hard have hello help here high hold home idea into just keep kind know last late later left less life like ' +
    'line list little live long look lots love made make many maybe mind more most much must near need never next nice none nothing only once open order other ours over pass part pick place plan ' +
    'play please post price quick quite read ready real right room same said save seen send sent ship shop should show side size some somebody someone something soon sorry stop such sure take ' +
    'talk tell than thank thanks that them then there they thing think this those time today told tomorrow tonight took turn under until very wait walk want well went were what when where ' +
    'which while whole will wish with word work would wrong yeah year your'
  ).split(' '),
);

/** A word of every day, which begins many a name by chance: «сама» is not «Самара», "what" is not "WhatsApp". */
export function isEverydayWord(word: string): boolean {
  return WORDS.has(word);
}

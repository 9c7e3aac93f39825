export type Verdict = 'yes' | 'weakYes' | 'no' | 'unsure' | 'filler';

/**
 * What says yes or no, in Russian, English, Kazakh and Spanish. `weakYes` yields to a refusal beside it («конечно нет»),
 * `unsure` makes any answer none, a `filler` says nothing. English contractions stand in full ("that is right").
 */
export const YES_NO_PHRASES: Readonly<Record<Verdict, readonly string[]>> = {
  yes: [
    'да|дада|ага|агаа|угу|ну да|агась|давай|давайте|разумеется|безусловно|непременно|обязательно|подтверждаю|согласен|согласна|согласны|так точно|именно так|хочу|хотим|буду|будем',
    'не против|не возражаю|нет возражений|почему бы и нет|почему нет|а почему бы и нет|почему бы нет|все верно|верно|правильно|подходит|годится|поехали|можно|нужно|надо|нужна|нужен|нужны',
    'все так|так и есть|естественно|само собой|еще бы|еще как|а то|а как же|а как иначе|валяй|валяйте|погнали|договорились|принято|принимается|устраивает|все устраивает|идет|пойдет|готов|готова|готовы|с удовольствием|с радостью|я за|не откажусь|не прочь|несомненно|бесспорно',
    'канешн|канеш|канешно|конешно|ес|йес|йеп|еп|есть такое|оформляйте|оформляем|оформляй|беру|берем|записывайте|запишите|в точку|абсолютно|совершенно верно|без вопросов|однозначно|поддерживаю|одобряю|актуально|в силе|не вопрос|скорее да чем нет|подойдет|норм|нормально|все норм|все нормально|все ок|все хорошо|все отлично|почему бы и да|аха|пусть будет так|пусть так|пусть|быть посему|угум|агам|угумс|само собой да',
    'yes|yep|yeah|yup|yea|ya|y|sure|of course|correct|right|definitely|absolutely|certainly|indeed|why not|no problem|sounds good|go ahead|please do|i do|i agree|agreed|affirmative',
    'you bet|for sure|by all means|roger|deal|fine by me|works for me|that works|i guess so|i guess|i think so|i suppose so|i believe so|uh huh|mhm|mm hmm|aye|sounds great|sounds right|exactly|precisely|confirmed|confirm|all good|let us do it|let us go|i would love to|i would like that|i would like to|with pleasure|gladly|totally|surely|naturally|ofc|yass|yas|yess',
    'sure thing|hell yes|go for it|do it|i am in|be my guest|not a problem|no objections|no objection|i do not mind|count me in|absolutely yes|that would be great|that would be nice|that would be lovely|would be great|would be nice|could not agree more',
    'иә|ия|иа|ие|әрине|болады|дұрыс|келісемін|мақұл|қалаймын|керек|әлбетте|жарайды|мақұлдаймын|солай|қажет|келістік',
    'sí|si|claro|claro que sí|claro que si|por supuesto|de acuerdo|correcto|vale|desde luego|sip|dale|por qué no|por que no|así es|asi es|exacto|seguro|cómo no|como no|está bien|esta bien|afirmativo|con gusto|eso es',
    'д|👍|✅|👌|✔|✓|☑|🆗|💯|🤝|🙆|+',
  ],
  weakYes: [
    'конечно|точно|хорошо|ладно|ок|оке|окс|оки|окей|окэй|океюшки|океюшк|именно|пожалуй|наверное да|наверно да|без проблем|понял|поняла|отлично|прекрасно|супер|класс|замечательно',
    'ok|okay|okey|okie|okie dokie|okey dokey|kk|cool|lovely|nice|wonderful|awesome|amazing|brilliant|perfect|excellent|fine|alright|all right|great|good|жақсы|bueno|bien|perfecto',
  ],
  no: [
    'нет|неа|нее|не|ни|нету|не надо|не нужно|не нужна|не нужен|не нужны|не хочу|не хотим|не буду|не будем|не стоит|не требуется|не верно|неверно|неправильно|не правильно|не так|не согласен|не согласна|не согласны',
    'не подходит|не годится|не подтверждаю|не сейчас|не сегодня|ни за что|ни в коем случае|никак нет|ничего не надо|нельзя|никогда|отмена|отменить|отказ|отказываюсь|против|обойдусь|воздержусь|я против|да ну',
    'отнюдь|нит|нэт|нетю|ноу|нет уж|ну нет|фиг|фигушки|никак|не пойдет|не идет|не устраивает|не интересно|неинтересно|не интересует|не актуально|неактуально|не нада|ненада|ненадо|ненужно|откажусь|передумал|передумала|не планирую|не готов|не готова|не желаю|в другой раз|не в этот раз',
    'пока нет|еще нет|пока не надо|пока не нужно|вовсе нет|совсем нет|вообще нет|вряд ли|не могу|не получится|не думаю|все не так|не все верно|не все так|не совсем|неправда|не думаю что стоит|не думаю что надо|не думаю что нужно|ошибка|увы|не оформляйте|не беру|не хотелось бы|ничего подобного|не очень|не вариант|исключено|скорее нет чем да|ни разу|не подойдет|боюсь что нет|боюсь нет|не ок|не окей|не хорошо|не особо|не сильно|не особенно|не обязательно|необязательно',
    'no|nope|nah|n|not|not now|not really|no way|no thanks|no thank you|never|wrong|incorrect|do not|i do not|negative|cancel|of course not',
    'certainly not|definitely not|absolutely not|not at all|not yet|not right|not correct|not quite|not today|not this time|not interested|not likely|not a chance|no chance|never mind|nevermind|hell no|uh uh|nuh uh|nay|nop|noo|naw|i would rather not|rather not|i do not think so|i do not believe so|i do not want to|i do not want it|i do not want that|i do not agree|disagree|i disagree|i am not|i would not',
    'not necessary|not needed|no need|do not need|i do not need it|i do not need that|do not want|i am afraid not|afraid not|i refuse|i decline|decline|i will pass|pass|another time|some other time|not for me|under no circumstances|out of the question|forget it',
    'жоқ|жок|жо|қажет емес|керек емес|қаламаймын|болмайды|дұрыс емес|келіспеймін|қазір емес|мүлдем|ешқашан|қарсымын|олай емес|керегі жоқ|қажеті жоқ',
    'para nada|nunca|tampoco|claro que no|no gracias|ahora no|no quiero|ni hablar|en absoluto|de ninguna manera|incorrecto|todavía no|por supuesto que no|nop',
    'н|👎|❌|🙅|✖|✗|✘|❎|🚫|⛔|-',
  ],
  unsure: [
    'не знаю|не уверен|не уверена|не понял|не поняла|может быть|возможно|наверное|наверно|или|посмотрим|подумаю|без разницы|все равно|потом|позже|как хотите|не решил|не решила|затрудняюсь|пока думаю|еще думаю|хз|фиг знает',
    'not sure|i am not sure|maybe|perhaps|i do not know|do not know|dunno|or|maybe later|later|no idea|it depends|depends|whatever|up to you|not decided',
    'білмеймін|мүмкін|no sé|no se|quizás|quizas|tal vez|depende',
  ],
  filler: [
    'думаю|считаю|скорее|скорее всего|спасибо|благодарю|пожалуйста|мне|меня|я|это|вот|ну|а|и|но|то|так|очень|уж|же|все|вас|вам|пока|бы|ой|эх|там|вполне|в целом|в принципе|в общем|друг|девушка|полностью|тогда|блин|спс|плиз|лучше|попробуем|сделаем|оформим|запишем|закажем|возьмем|начнем|начинаем|приступим|прямо|вообще|вроде|вроде бы|кажется|уговорили|убедили|наверное что|сейчас|сегодня|завтра|мы|нам|просто|заказ|запись|бронь|заявку|order|booking|appointment',
    'thanks|thank you|please|i|it|that|is|this|then|well|oh|um|really|sir|guys|my friend|a|the|one|it is|that is|am|so|very|much|just|for me|to me|with that|with me|would be|will be|sounds|would|do|let us|we|my|all|is all|right now|today',
    'рахмет|өтінемін|онда|gracias|por favor|señor|pues',
  ],
};

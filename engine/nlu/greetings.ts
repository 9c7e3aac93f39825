const list = (lines: string): readonly (readonly string[])[] =>
  lines
    .split('|')
    .map((line) => line.trim().split(' '))
    .sort((one, other) => other.length - one.length);

/** What people begin with before they come to the point; normalised, the longest first. */
export const OPENINGS = list(
  'здравствуйте|здравствуй|здрасте|здрасьте|здраствуйте|здравствуте|приветствую вас|приветствую|приветствуем|привет всем|всем привет|приветик|привет|' +
    'добрый день|добрый вечер|доброе утро|доброй ночи|доброго дня|доброго вечера|доброго утра|доброго времени суток|день добрый|вечер добрый|утро доброе|' +
    'салам алейкум|ассаламу алейкум|салам|хай|хелло|алло|але|девушка|уважаемые|извините пожалуйста|простите пожалуйста|извините|простите|' +
    'подскажите пожалуйста|подскажи пожалуйста|скажите пожалуйста|скажи пожалуйста|пожалуйста подскажите|пожалуйста скажите|' +
    'а подскажите|а скажите|не подскажете|подскажите|подскажи|скажите|скажи|ответьте пожалуйста|' +
    'хочу узнать|хотел узнать|хотела узнать|хотел бы узнать|хотела бы узнать|хотел спросить|хотела спросить|хочу спросить|можно узнать|можно спросить|' +
    'у меня вопрос|у меня такой вопрос|есть вопрос|вопрос такой|меня интересует вопрос|а|и|ну|вот|так|пожалуйста|' +
    'hello there|hi there|hello|hi|hey there|hey|good morning|good afternoon|good evening|good day|greetings|dear sir|' +
    'excuse me|sorry|could you please tell me|can you please tell me|could you tell me|can you tell me|please tell me|tell me please|tell me|' +
    'i would like to know|i would like to ask|i want to know|i wanted to ask|i have a question|quick question|please|so|well|and|' +
    'hola|buenos dias|buenos días|buenas tardes|buenas noches|buenas|disculpe|perdone|por favor|una pregunta|' +
    'сәлеметсіз бе|сәлеметсіздер ме|ассалаумағалейкум|сәлем|қайырлы таң|қайырлы күн|қайырлы кеш|кешіріңіз|айтыңызшы',
);

/** What they end with. */
export const CLOSINGS = list(
  'заранее спасибо|спасибо заранее|заранее благодарю|благодарю заранее|спасибо большое|большое спасибо|спасибо вам|спасибо|благодарю|' +
    'подскажите пожалуйста|скажите пожалуйста|пожалуйста|плиз|с уважением|жду ответа|жду ответ|буду благодарна|буду благодарен|' +
    'thanks in advance|thank you in advance|thank you very much|thank you so much|thanks a lot|many thanks|thank you|thanks|please|' +
    'gracias de antemano|muchas gracias|gracias|por favor|алдын ала рахмет|көп рахмет|рахмет',
);

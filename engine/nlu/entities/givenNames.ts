import { normalise } from '../normalise.ts';

/** Common given names, with the short forms people sign with: what tells «это анна» from «это доставка» in small letters. */
const RUSSIAN =
  'александр александра алексей алена алина алиса алла анастасия анатолий ангелина андрей анжела анна антон антонина арина аркадий арсений артем артур ' +
  'богдан борис вадим валентин валентина валерий валерия варвара василий василиса вера вероника виктор виктория виталий влад владимир владислав владислава вячеслав ' +
  'галина геннадий георгий герман глеб григорий давид дарья даша демид денис диана дина дмитрий ева евгений евгения егор екатерина елена елизавета ефим жанна захар зинаида зоя иван игорь илья инга инна ирина ' +
  'камилла карина катерина кира кирилл клавдия константин кристина ксения лариса лев леонид лидия лилия любовь людмила макар максим маргарита марина мария марк марта матвей мила милана михаил мирон ' +
  'надежда наталия наталья никита николай нина нонна оксана олег олеся ольга павел петр платон полина прохор раиса регина рената ринат родион роман руслан рустам светлана семен сергей софия софья станислав степан стефания ' +
  'таисия тамара татьяна тимофей тимур тихон ульяна федор филипп эдуард элина эльвира эльмира эмилия эмма юлиана юлия юрий яков яна ярослав ярослава ' +
  'аня анюта аленка андрюха антоха витя вика вова володя валера валя ваня вася веня гена гоша гриша дима димон даня данил данила данияр женя жека зина ира ирочка катя катюша костя ксюша ксю кеша лена леночка леша леха лера лиза лида люба люда люся ' +
  'макс маша миша митя надя настя ната наташа никитос оля олечка паша петя поля рита рома саша санек сашка света серега сережа слава соня степа стас таня тема толя тоня уля федя юля юра яша ян лиля лия эля ' +
  'коля колян толик эдик юрик шурик рустик гарик жора жорик ромка вовчик левушка ника тася тая аглая агата адель аделина амалия арсен артемий влада гульназ дарина илона инесса иосиф игнат иннокентий каролина клара клим кузьма лаврентий лана луиза мариам милена мирослав мирослава мстислав назар нелли нэлли оскар пелагея прасковья севастьян серафима соломон тася трофим фаина фома янина юлиан эвелина элеонора элла эля эмиль эрик злата есения мелания николь стефан савелий святослав снежана рада аврора адам альберт альбина анфиса афанасий валя виолетта всеволод геля демьян ермолай жаннета зоряна изабелла карен лукьян матрена наина оливия розалия тереза филипп харитон эльдар юнона ' +
  'данило павло михайло гаврило кирило самойло карло пабло анджело микеланджело марчелло камило махмут хельмут гельмут кнут';
const KAZAKH =
  'абай абылай адиль адия азамат азат айару айбек айгерим айгуль айгүл айдана айдар айдос айжан айнур айнұр айсулу айша айым акбота акмарал алибек алишер алия алма алмас алмат альмира аманжол амина амир амирхан анар анель аружан арман арсен аружан асель асем асет аскар аслан асхат ' +
  'ахмет аян багдат бактыгуль балжан батыр батырхан бауыржан бахыт бекжан бекзат бекзада ия берик болат ботагоз галия галым гани гульмира гульнар гульнара гулнара гульшат гүлнар даметкен дамир данияр дархан даулет дария дастан даурен динара диас досжан ерасыл ербол ержан ерик еркебулан ерлан ермек ернар ' +
  'жанар жанат жанерке жанибек жансая жасулан жасұлан жания жандос зарина зауре зере зухра ибрагим ильяс инкар ислам кайрат камила канат кенжебек куаныш кымбат лаура маржан мадина мадияр майра малика мансур марат марьям мейрам меруерт мирас молдир мөлдір мурат муса мухтар назгуль назерке назым нариман ' +
  'нурбек нурболат нуржан нурия нурлан нурсултан нұрлан нурсулу омар оразбек рауан рахат рашид рустем сабина сабит саида салтанат самал санжар сания сара саян серик серік султан талгат тамерлан темирлан толеген улан улжан ұлжан фариза фатима шолпан шынар ырыс эльдар ясмина ' +
  'азиз акмаль алишер бахтияр дильшод жахонгир зафар камиль махмуд нодира олим отабек рашид рустам сардор ульмас фарход фируза шахноза эльнура айтурган бакыт гульзат нурайым чолпон арам ашот гагик карен левон нарек тигран лусине анаит гиоргий нино тамар заза вахтанг лейла эльчин самир аслан заур мурад марьяна';
const ENGLISH =
  'aaron adam alan albert alex alexander alexandra alice alison amanda amber amelia amy andrea andrew andy angela ann anna anne anthony antonio arthur ashley barbara ben benjamin beth betty bill billy bob bobby brandon brenda brian bruce carl carol caroline catherine charles charlie charlotte chloe chris christian christina christine christopher claire clara cynthia ' +
  'dan daniel daniela dave david dean deborah dennis diana diane don donald donna doris dorothy doug douglas dylan ed eddie edward elena elizabeth ella ellen emily emma eric erica ethan eva evan evelyn fiona frances frank fred gary george gerald gina gloria grace greg gregory hannah harold harry heather helen henry holly howard hugh ian isaac isabella isabel ivan ' +
  'jack jackie jacob jake james jamie jane janet janice jason jean jeff jeffrey jennifer jenny jeremy jerry jess jesse jessica jill jim jimmy joan joanna joe joel john johnny jon jonathan jordan jose joseph josh joshua joy joyce juan judith judy julia julian julie justin karen kate katherine kathleen kathy katie keith kelly ken kenneth kevin kim kimberly kyle ' +
  'larry laura lauren leo leslie liam lily linda lisa liz logan lori louis louise lucas lucy luis luke lynn maggie marcus margaret maria marie marilyn mark martha martin mary matt matthew max megan melissa mia michael michelle miguel mike mohammed molly monica nancy natalie nathan neil nicholas nick nicole noah nora oliver olivia oscar pablo pamela patricia patrick paul paula pedro peggy peter phil philip phillip phoebe ' +
  'rachel ralph ray raymond rebecca richard rick rob robert roger ron ronald rose roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergio sharon shawn sheila shirley simon sophia sophie stephanie stephen steve steven stuart sue susan suzanne tara ted teresa terry thomas tiffany tim timothy tina todd tom tommy tony tracy tyler ' +
  'valerie vanessa veronica victor victoria vincent virginia walter wayne wendy will william yolanda zach zachary zoe carlos carmen diego elena fernando francisco javier jorge lucia manuel marta sofia';
const NAMES = new Set(`${RUSSIAN} ${KAZAKH} ${ENGLISH}`.split(' ').map(normalise));
/** English names that are words of every day: only with a capital. */
const ALSO_WORDS = new Set(
  'will rose joy grace mark bill frank may rob sue ray dean don art pat grant max amber holly lily ivan любовь надежда вера слава роза лев мира марк роман марта тема поля уля лада майя мая олим'.split(
    ' ',
  ),
);

/** A name that somebody gives as theirs: «Вера» and «Роза» count too. */
export function isBorneName(word: string): boolean {
  return NAMES.has(normalise(word));
}

/** A name many people bear, in any case of letters. Words of everyday («любовь», "will") do not count here. */
export function isGivenName(word: string): boolean {
  const folded = normalise(word);
  return NAMES.has(folded) && !ALSO_WORDS.has(folded);
}

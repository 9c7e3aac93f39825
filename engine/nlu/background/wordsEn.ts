/** Common English words a typo must not be "corrected" from: a message may use them though the bot's phrases do not. CC0. */
export const commonWordsEn: readonly string[] = `
about above across after again against almost alone along already also always among another anyone anything around
away back ball band bank base bath bear beat beautiful became because become been before began begin behind being
believe bell below best better between bill bird birth bite black block blood blow blue board boat body bone book born
both bother bottom bought bowl brad brain branch bread break breaking breakfast bright brighten bring broke broken
brother brought brown brush build built burn busy cake call calling came camp candle care carry case cash castle catch
caught cause cent center chain chair chance change cheap cheaper cheapest check cheese chest chicken child children
choose church circle city class clean clear clever climb clock close cloth cloud coat coffee coin cold collect color
colour come common cook cool copy corner cost cotton could count country couple course court cover cream crime cross
crowd daily dance danger dark data date daughter dead deal dear death debt deep desk dinner dirty dish doctor does
done dont door double doubt down drain draw dream dress drew drink drive driver drop drove dust each early earning
earth east easy edge eight either else empty enemy enjoy enough even evening ever every exam example face fact fail
fair fake fall falling family famous farm fast father fault fear feed feel feet fell felt field fifth fifty fight fill
film find fine finger finish fire firm first fish five flag flat floor flow flower fold follow food fool foot force
forest forget form forward found four free fresh friday friend from front fruit full funny future gain game garden
gate gave gift girl give glad glass goal goat going gold gone good grass gray great green grew ground group grow guess
guest guide hair half hall hand hang happen happy hard hate have head health hear heard heart heat heavy height held
hell hello help here hero hers hide high hill history hold hole holiday home honest hope horse hospital hotel hour
house huge human hungry hunt hurry hurt husband idea important inside into iron island jail join joke juice july jump
june just keep kept kick kill kind king kiss kitchen knee knew knife knock know lady lake lamp land language large
last late laugh lazy lead leaf learn least leave left lend less lesson letter level life lift light like line lion
list listen little live lock long look loop lose loss lost loud love lower luck lunch machine made mail main make male
many mark market married match math matter maybe meal mean measure meat meet member middle might mile milk mind mine
minute mirror miss mistake mode model monday money monkey month mood moon more morning most mother mountain mouse
mouth move movie much music must name narrow nation near neck need needle never news next nice night nine noise none
noon nope north nose note nothing number nurse ocean offer office often once only open opposite orange order other
outside over page paid pain paint pair pale pants paper parent park part party pass past pasta path peace people
pepper perfect person phone photo pick picture piece pilot pink place plan plane plant plate play please pocket point
police pool poor port post potato pour power practice present pretty price print prison prize problem promise proud
pull purple push queen question quick quiet quite race radio rain raise rang rate reach read ready real really reason
remember rent repeat replay reply rest return rice rich ride right ring rise river road rock roll roof room root rope
rose round rule rush safe said sail salad salt same sand save scale school seat second secret seed seem seen sell send
sent serious seven seventh seventy several shade shake shall shape share sharp sheep sheet shelf shine ship shirt shit
shoe shoot shop short should shoulder shout show shut sick side sign silver simple since sing single sink sister site
size skill skin skirt sleep slept slip slow small smart smell smile smoke snake snow soap sock soft soil sold soldier
some song soon sorry sort soul sound soup south space speak special speech speed spell spend spent spoke spoon sport
spot spring square stage stair stamp stand star start state station stay steak steal steam steel steering step stick
still stole stone stood stop store storm story straight strange street strong study stupid such sudden sugar suit
summer sunday sure sweet swim table tail take talk tall taste taught teach team tear teeth tell tent test than thank
that their them then there these they thick thin thing think third this those though thought thousand three threw
through throw thursday ticket tight time tiny tired today together told tomorrow tone tongue tonight took tool tooth
total touch tough toward town track trade traffic train travel tree trick trip trouble truck true trust truth tuesday
tuna tune turn twelve twenty twice ugly uncle under understood until upon usual vacation very view village visit voice
wait wake walk wall want warm warning wash waste watch water wave weak wear weather wedding wednesday week weight well
went were west what wheel when where whether which while white whole whom whose wide wife wild will wind window wine
wing winter wire wise wish with without woke woman wonder wood word wore work world worry worse worst worth would
wound wrap write wrong wrote yard year yellow yesterday young your zero
`
  .trim()
  .split(/\s+/);

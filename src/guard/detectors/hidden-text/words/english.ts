/** Words of English that messages are made of: the commonest ones, and those in which models are given orders; the commonest first. */
export const ENGLISH = `the and you your for that this with not are what how can will all from have has had was were been but out one our his her its they them
their there then than when who why where which would could should about into over after before again more most other some such only own
same very just because while if of to in it is be do on or as at by we an my me he she us so no up go see any am did does done get got
make made take taken give given come came know think want need use used try ask asked work find found look tell told say says said write
wrote read send sent show shown call keep let put run set start stop turn open close move play help point back down off away now never
always often still also even well here new old good great best long little small large big high low next last first second third two
three four five six seven eight nine ten many much few each every both part place time day days night week month year hour minute morning
noon evening today tomorrow yesterday people person man woman child life world home house city country street town room door table water
food money price pay paid buy sell card bank order orders letter letters word words page pages book books story line lines name names
number numbers list text note notes file files folder document documents report reports record records data base user users customer
customers client clients account accounts password passwords key keys code codes secret secrets private public token tokens system prompt
message messages mail email emails inbox address addresses phone server network link links site website web url internet computer program
software tool tools function functions instruction instructions rule rules policy limit limits filter filters safety warning warnings
answer answers question questions reply replies response responses summary output input request requests result results review reviews
approve approved accept accepted reject refuse refund payment invoice transfer upload download delete remove erase change update edit
copy paste print share reveal hide hidden ignore forget disregard follow obey override previous prior above below earlier instead without
within between against under through during until since please thank thanks sorry dear hello allowed forbidden permitted must may might
shall cannot admin administrator developer manager owner assistant model agent bot human language english true false yes right wrong real
full free safe important urgent quickly quietly immediately everyone everything anyone anything someone something nobody nothing nowhere
somewhere product products company business office team meeting project plan plans test tests check checks error errors problem issue
case fact reason way ways thing things kind type form group level state power light fire bomb weapon drug drugs poison kill attack
attacks hack steal break build making explain describe detail details step steps guide recipe method process include including contain
contains mention add added attach attached forward visit click login log sign signed enter entered execute command commands shell script
install access grant granted security credit social recommend rate rating rank praise positive negative candidate application hire job
school student teacher doctor health patient law court government president news history science research paper love friend family mother
father sister brother king queen war peace game music film movie song art color red blue green white black weather summer winter spring
rain snow wind sun moon star sea river mountain road car train plane ship market shop store whole half end begin began beginning another
different possible able sure ready quite really maybe contact conversation memory context internal confidential training original initial
current actual hereby therefore however speak spoken talk listen hear heard feel felt believe remember learn learned teach mean means
happen become seem bring brought hold held leave left stay live lived die dead born eat drink sleep walk drive ride fly watch wait meet
met lose lost win won pass spend grow cut reach raise fall sit stand carry draw choose chosen cause matter image picture photo video
voice sound side head hand eye face body heart mind ear foot arm leg hair skin bone blood deep dark cold hot warm dry wet hard soft
strong weak heavy fast slow early late young rich poor happy sad angry afraid alone together almost already perhaps probably usually
sometimes once twice later soon ago far near outside inside around across along behind beside beyond toward upon accident accurate ache
acid act action active actor adult advance advantage advice afford agree agreement ahead aid aim air airport alarm album alcohol alike
alive allow aloud amazing amount ancient anger angle animal ankle anxious apart apartment apologise apologize appear appearance apple
applicant apply appoint area argue argument arrange arrest arrive arrow article artist aside asleep assign assist attempt attend
attention attitude attract author authority autumn avail available average avoid awake award aware awful baby bag bake balance ball
banana band bar bare basic basis basket bath battery battle beach bean bear beat beauty beautiful bed bedroom beer beg behave behaviour
behavior belief bell belong belt bench bend benefit bet bicycle bike bill bird birth birthday bite bitter blame blank bleed bless blind
block blow board boat boil bond boot border bored boring borrow boss bottle bottom bounce bowl box boy brain branch brand brave bread
breakfast breath breathe brick bride bridge brief bright brown brush bucket budget bug builder building bullet burn bus bush busy butter
button cable cake camera camp campaign cancel cancer candle cap capable capital captain capture care career careful carefully careless
carpet cash cast castle cat catch caught cattle ceiling cell central century certain certainly chain chair challenge chance channel
chapter character charge charity chart chase chat cheap cheat cheese chemical chemistry cheque chest chicken chief chip chocolate choice
church cigarette circle citizen civil claim class classic clean clear clearly clerk clever climate climb clock cloth clothes cloud club
coach coast coat coffee coin collar colleague collect collection college colour column comb combine comfort comfortable comment committee
common communicate communication community compare competition competitor complain complete completely complex complicated compose
concept concern concert conclusion condition conduct confidence confirm conflict confuse confusion connect connection consider construct
consumer container content contest continue contract contrast contribute control convert convince cook cooker cookie cool corner correct
correctly cost cotton cough council count counter couple courage course cousin cover cow crash crazy cream create creative creature crew
crime criminal crisis criticism crop cross crowd cruel cry culture cup curious currency curtain curve custom customs cycle damage dance
danger dangerous dare darkness date daughter deal debate debt decade decide decision declare decline decorate decrease deeply default
defeat defence defend define degree delay delight deliver delivery demand democracy dentist deny department depend deposit depth descend
desert deserve design desire desk despite destroy detect determine develop development device devil diet differ difference difficult
difficulty dig digital dinner direct direction directly director dirt dirty disabled disagree disappear disappoint disaster discover
discovery discuss discussion disease dish disk display distance district disturb divide dog dollar donate double doubt drama dream dress
driver drop drown dull dust duty eager earn earth ease easily east easy economic economy edge editor educate education effect effective
efficient effort egg elderly elect election electric electricity electronic element elevator embarrass emergency emotion emotional
emperor empire employ employee employer employment empty enable encourage enemy energy engine engineer enjoy enormous entertain entire
entirely entrance entry environment envelope equal equipment escape especially essay essential establish estate estimate evidence evil
exact exactly examination examine example excellent except exchange excite exciting excuse exercise exist existing exit expand expect
expense expensive experience experiment expert explanation explode explore explosion explosive export expose express expression extend
extra extreme extremely fail failure fair fairly faith familiar famous fan fancy farm farmer fashion fat fault favour favor favourite
favorite fear feather feature fee feed fellow female fence fetch fever fiction field fight figure fill final finally financial finger
finish firm fish fit fix flag flame flash flat flavour flesh flight float flood floor flour flow flower fold folk fool football force
foreign forest forever forgive fork formal former forty fortune fraction frame freedom freeze frequent frequently fresh fridge front
fruit fry fuel fully fun fund funeral funny fur furniture further future gain gallery gang garage garbage garden gas gate gather gay gear
gender general generally generate generation generous gentle gentleman ghost giant gift girl glad glass global glove glue goal goat god
gold golden goods gorgeous grab grade gradually graduate grain gram grammar grand grandfather grandmother grass grateful grave greet grey
grocery ground guard guess guest guilty guitar gun guy habit hall hammer handle handsome hang happily harbour hardly harm harmful
harmless harvest hat hate headache heal healthy heat heaven heel height helicopter hell helpful hero hers hesitate hill himself hit hobby
hole holiday hollow holy honest honey honour hook hope hopeful horrible horror horse hospital host hotel household huge humour humor
hunger hungry hunt hurry hurt husband ice idea ideal identify identity ill illegal illness imagine imagination immediate impact import
impossible impress impression improve improvement inch incident income increase indeed independent index indicate individual industry
infect infection influence inform information ingredient injure injury innocent insect insert inspect instance instant institution insult
insurance intelligence intelligent intend intention interest interesting international interrupt interview introduce introduction invent
invention invest investigate investment invisible invitation invite iron island itself jacket jail jam jar jealous jewel join joint joke
journal journalist journey joy judge juice jump junior jury justice keen kept keyboard kick kid kidney kilo kindness kingdom kiss kitchen
knee knife knock knot knowledge label labour labor lack lad ladder lady lake lamb lamp land landlord lane lap largely laser laugh
laughter launch laundry lawn lawyer lay layer lazy lead leader leadership leaf league lean leather lecture legal lend length lesson liar
liberty library licence license lid lie lift lightly likely limited lip liquid listener literature load loan local locate location lock
locker logic lonely loose lord lorry loss lot loud lover lovely loyal luck lucky luggage lunch lung machine mad magazine magic magical
main mainly maintain major majority male malware mall manage management manner map march mark marriage married marry mask mass master
match mate material math mathematics maximum meal measure meat medical medicine medium member memorise mental menu mercy mere mess metal
meter metre middle midnight mild mile military milk mill million mine mineral minimum minister minor mirror miss missile mission mistake
mix mixture mode modern modest moment monkey monster mood moral mostly motion motor mount mouse mouth movement mud multiple murder muscle
museum mushroom musical musician mystery nail naked narrow nation national native natural naturally nature naughty navy nearby nearly
neat necessary neck needle neighbour neighbor neither nerve nervous nest net neutral nevertheless newspaper nice niece nightmare noise
noisy none nor normal normally north nose notice novel nuclear nurse nut oak object objective observe obvious obviously occasion occupy
occur ocean odd offence offend offer offering officer official officially oil okay operate operation opinion opponent opportunity oppose
opposite option orange ordinary organ organise organize organisation organization origin otherwise ought ounce oven owe ownership oxygen
pack package packet pain painful paint painting pair palace pale pan panel panic pants parent park parking parliament partly particular
particularly partner party passage passenger passion passport past path patience pattern pause peak peasant peel pen pencil penny pepper
per percent perfect perfectly perform performance permanent permission permit personal personality persuade pet petrol phase philosophy
photograph phrase physical piano pick pie pig pile pill pillow pilot pin pink pipe pirate pistol pitch pity pizza plain planet plant
plastic plate platform player pleasant pleased pleasure plenty plot plug plus pocket poem poet poetry pole police policeman polite
political politician politics pollution pool popular population port position possess possession possibility post poster pot potato pound
pour poverty powder powerful practical practice practise prayer predict prefer pregnant prepare presence present presenter press pressure
pretend pretty prevent previously pride priest primary prince princess principle printer priority prison prisoner prize procedure produce
production profession professional professor profile profit progress prohibit promise promote proof proper properly property proposal
propose protect protection protest proud prove provide province pub publish pull pump punch punish punishment pupil purchase pure purple
purpose purse push puzzle qualify quality quantity quarter quick quiet quit quote rabbit race racist radio rail railway random range
rapid rapidly rare rarely rat rather raw ray react reaction reader reality realise realize rear reasonable receipt receive recent
recently recognise recognize recommendation recover reduce refer reference reflect refugee regard region register regret regular
regularly relate relation relationship relative relax release relevant relief religion religious rely remain remark remind remote rent
repair repeat replace represent republic reputation rescue resist resource respect respond responsible responsibility rest restaurant
restore restrict restriction retire retrieve return reverse reward rhythm rice rid rifle ring riot ripe risk rival rob robber robbery
robot rock rocket role roll roof root rope rose rough round route routine row royal rub rubber rubbish ruin ruler rush sack sadly safely
sail salad salary sale salt sample sand sandwich satellite satisfy sauce save scale scan scare scene schedule scheme scholar scientific
scientist scissors score scream screen screw sculpture search season seat secondary secretary section sector secretly secure seed seek
seize seldom select selfish seller sense sensible sensitive sentence separate sequence series serious seriously servant serve service
session settle several severe sew sex sexual shade shadow shake shallow shame shape shark sharp shave sheep sheet shelf shelter shift
shine shirt shock shoe shoot shopping short shot shoulder shout shower shut shy sick sight signal signature silence silent silk silly
silver similar simple simply sing singer single sink sir situation size skill skirt skull sky slave sleepy slice slide slight slightly
slip slope smart smell smile smoke smooth snake soap society sock soil soldier solid solution solve somehow son sore sorrow sort soul
soup source south space spare speaker special species specific speech speed spell spider spirit spite split spoil sport spot spray spread
spy square stable staff stage stain stairs stamp standard stare statement station statue status steady steam steel steep stick sticky
stir stock stomach stone storage storm straight strange stranger strategy stream strength stress stretch strict strike string strip
stroke strongly structure struggle studio study stuff stupid style subject substance substitute succeed success successful suck sudden
suddenly suffer sugar suggest suggestion suicide suit suitable sum supply support suppose supreme surface surgery surprise surround
survey survive suspect suspicious swallow swear sweat sweep sweet swim swing switch sword symbol sympathy tablet tail tale talent tall
tank tap tape target task taste tax taxi tea tear technical technique technology teenager telephone television temper temperature temple
temporary tend tendency tennis tent term terrible terror terrorist thankful theatre theft theme theory therapy thick thief thin thirsty
thirty thoroughly though thought thousand thread threat threaten throat throughout throw thumb thunder thus ticket tidy tie tiger tight
till tin tiny tip tire tired tissue title toe tomato tone tongue tooth top topic total totally touch tough tour tourist towards towel
tower toy trace track trade tradition traditional traffic trail trainer transaction translate translation transport trap travel traveller
treasure treat treatment tree tremble trend trial triangle tribe trick trip triumph tropical trouble trousers truck truly trust truth
tube tune tunnel twelve twenty twin twist typical ugly ultimate umbrella unable uncle understand understood unfortunately unhappy uniform
union unique unit universe university unknown unless unlikely unlock unusual upper upset upstairs urge usual vacation valid valley
valuable value van variety various vary vast vegetable vehicle verb version vessel victim victory view village violence violent virus
visa visible vision visitor vital vocabulary volume vote voter wage waiter waiting wall wallet wander warn wash waste wave weakness
wealth wear wedding weekend weekly weigh weight weird welcome west western wheat wheel whereas wherever whether whisper whistle whoever
whose wide widely width wife wild willing wine wing winner wipe wire wisdom wise wish witness wonder wonderful wood wooden wool worker
worry worse worst worth wound wrap writer writing yard yellow yet yield yourself youth zero zone hacker hacking cracked bypass exploit
phishing fraud scam explosives cocaine meth heroin weed ransomware keylogger trojan worm botnet steals recipes bombs guns knives
ingredients synthesis synthesise synthesize laundering fake forged counterfeit stalk spying spied blackmail kidnap poisoned poisonous
toxic untraceable undetected illegally restrictions unrestricted unfiltered uncensored jailbreak roleplay persona debug sudo api endpoint
verbatim following starting format paragraph tutorial detailed themselves ourselves myself doing having being gone went saw seen took
drew knew grew flew threw chose broke spoke woke drove rode fell slept wept swept taught sought bought stood sat sang rang drank ran swam
hung stuck struck laid lent bent spent built dealt meant lit bit hid slid stole stolen worn torn sworn written driven eaten forgotten
gotten known grown thrown drawn flown fallen beaten broken frozen woken men women children feet teeth mice lives wives leaves halves
shelves thieves less least farther older elder eldest bigger biggest smaller smallest larger largest higher highest lower lowest better
easier easiest faster fastest slower longer longest shorter newer newest cheaper stronger weaker latest nearest whom whichever whatever
whenever`;

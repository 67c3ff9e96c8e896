import type { Terms } from '../../../text/learned/followed.ts';
import type { ContentConcept } from './concepts.ts';

/** The core of the lexicon in other languages; what is a topic there, too, stands only in phrases that make it more. */
export const CONTENT_LANGUAGES: readonly Terms<ContentConcept>[] = [
  {
    how: 'wie baue ich|wie baut man|wie mache ich|wie macht man|wie stelle ich|wie bastle ich|anleitung für|anleitung zum bau',
    weapon:
      'rohrbombe|rohrbomben|sprengsatz|sprengstoff|sprengstoffgürtel|brandsatz|eine bombe|autobombe|nagelbombe|giftgas',
    'wish-harm':
      'werde dich umbringen|bringe dich um|bring dich um|wie vergifte ich meinen|wie vergifte ich meine|wie töte ich meinen|wie töte ich meine|wie bringe ich jemanden um|stech* dich ab|mach dich kalt',
    'self-harm':
      'will nicht mehr leben|möchte nicht mehr leben|bringe ich mich|wie begehe ich selbstmord|will selbstmord begehen|will mich umbringen',
    'put-down': 'halt die fresse|halt dein maul|verpiss dich|erbärmlicher versager|stück dreck|stück scheiße',
    dehumanise:
      'ungeziefer|gehören vergast|an allem schuld|sollte man loswerden|untermenschen|raus aus deutschland|sind abschaum',
    sexual: 'sexgeschichte|sexszene|pornogeschichte|erotische geschichte|nacktbilder',
    minor:
      'jährigen mädchen|jähriges mädchen|elfjährigen mädchen|zwölfjährigen mädchen|kleines mädchen|kleinen mädchen|jährigen jungen|schulmädchen',
  },
  {
    how: 'comment fabriquer|comment construire|comment faire|comment préparer|donne moi la recette|explique comment',
    weapon:
      'bombe artisanale|bombe maison|cocktail molotov|un explosif|des explosifs|une bombe pour|ceinture explosive',
    'wish-harm':
      'je vais te buter|je vais vous tuer|comment tuer ma|comment tuer mon|comment tuer quelqu|je te tuerai|comment empoisonner mon|comment empoisonner ma',
    'self-harm': 'je veux mourir|comment me tuer|je veux me tuer|mettre fin à mes jours|me suicider sans',
    'put-down':
      'ferme ta gueule|va te faire foutre|espèce de connard|espèce d idiot|tu n es qu une merde|t es qu une merde|personne ne t aime',
    group: 'arabes|noirs|roms|homosexuels',
    dehumanise: 'sont des rats|sont des parasites|faut les éliminer|sont des animaux|hors de france|sous hommes',
    sexual: 'scène érotique|récit érotique|histoire érotique|scène de sexe',
    minor: 'fille de * ans|fille de ans|garçon de ans|fillette|fillettes|petite fille',
  },
  {
    how: 'cómo se fabrica|cómo fabrico|cómo fabricar|cómo hago|cómo hacer|cómo construir|cómo puedo hacer|dame la receta',
    weapon:
      'bomba casera|bombas caseras|bomba con|explosivo casero|explosivos|coche bomba|cinturón explosivo|gas nervioso',
    'wish-harm':
      'voy a matarte|voy a matar a|te mataré|cómo matar a mi|cómo matar a alguien|cómo mato a mi|cómo envenenar a mi',
    'self-harm': 'quitarme la vida|quiero suicidarme|cómo suicidarme|quiero acabar con mi vida',
    'put-down':
      'pedazo de imbécil|pedazo de mierda|eres una basura|eres un asco|ojalá te mueras|vete a la mierda|hijo de puta|cállate imbécil',
    group: 'gitanos|negros|moros|judíos|homosexuales',
    dehumanise:
      'son todos ladrones|habría que exterminarlos|hay que exterminarlos|son animales|son ratas|son una plaga|son parásitos',
    sexual: 'relato erótico|escena erótica|cuento erótico|escena sexual',
    minor: 'niña de|niño de|niñas de|colegiala|colegialas',
  },
  {
    how: 'come si costruisce|come si fabbrica|come costruire|come fabbricare|come posso costruire|come faccio una',
    weapon: 'una bomba in casa|una bomba con|una bomba per|bomba artigianale|esplosivo|esplosivi|bomba molotov',
    'wish-harm':
      'ti ucciderò|ti ammazzerò|posso uccidere il mio|posso uccidere la mia|come uccidere mio|come uccidere mia|come uccidere qualcuno|come avvelenare mio',
    'self-harm': 'voglio farla finita|voglio uccidermi|come posso uccidermi|voglio suicidarmi|togliermi la vita',
    'put-down': 'vai a farti fottere|pezzo di merda|sei un idiota|fai schifo a tutti|figlio di puttana',
    group: 'immigrati|zingari|ebrei|musulmani',
    dehumanise: 'sono parassiti|bisogna affogarli|sono animali|vanno eliminati|sono topi|sono bestie',
    sexual: 'racconto erotico|scena erotica|scena di sesso',
    minor: 'bambina di|bambino di|ragazzina di|bambine',
  },
  {
    how: 'como fazer|como fabricar|como se faz|como construir|como faço',
    weapon:
      'bomba caseira|bombas caseiras|arma de fogo em casa|arma caseira|explosivo caseiro|bomba em casa|gás tóxico',
    'wish-harm':
      'vou matar te|vou te matar|como matar alguém|como mato o meu|como mato a minha|como envenenar o meu|vou matar você',
    'self-harm':
      'quero me matar|quero matar me|rápida de me matar|forma de me matar|acabar com a minha vida|como me suicidar',
    'put-down': 'monte de lixo|pedaço de merda|vai se foder|filho da puta|cala a boca idiota|és um lixo',
    group: 'negros|judeus|ciganos|imigrantes|muçulmanos',
    dehumanise: 'são inferiores|deviam ser escravos|são animais|são parasitas|devem ser eliminados|são ratos',
    sexual: 'conto erótico|cena erótica|cena de sexo',
    minor: 'menina de|menino de|meninas de',
  },
  {
    how: 'hoe maak ik|hoe bouw ik|hoe maak je|hoe bouw je',
    weapon: 'een bom|pijpbom|autobom|explosieven|bomgordel',
    'wish-harm': 'ik maak je dood|ik vermoord je|hoe vermoord ik|hoe vergiftig ik mijn',
    'self-harm':
      'ik wil dood|wil niet meer leven|hoe kan ik zelfmoord plegen|wil zelfmoord plegen|mezelf van kant maken',
    'put-down': 'hou je bek|achterlijke idioot|vuile klootzak|stuk stront|rot op',
    group: 'joden|moslims|buitenlanders|zigeuners',
    dehumanise: 'zijn ongedierte|zijn beesten|moeten dood|zijn ratten',
  },
  {
    how: 'jak zbudować|jak zrobić|jak skonstruować',
    weapon: 'bombę w domu|bombę domową|bombę z|bombę rurową|materiał wybuchowy|ładunek wybuchowy',
    'wish-harm':
      'zabiję cię|zajebię cię|jak zabić człowieka|jak zabić męża|jak zabić żonę|jak zabić sąsiada|jak otruć męża|jak otruć szefa',
    'self-harm': 'chcę się zabić|chcę umrzeć|chcę popełnić samobójstwo|nie chcę już żyć',
    'put-down': 'zamknij się ty|głupi śmieciu|ty śmieciu|spierdalaj|kawał gnoju',
    group: 'żydzi|cyganie|uchodźcy|muzułmanie|murzyni',
    dehumanise: 'powinni zniknąć|to pasożyty|to zwierzęta|do gazu|to robactwo',
  },
  {
    how: 'как сделать|как изготовить|как собрать|как построить',
    weapon: 'бомбу|взрывчатку|взрывное устройство|взрывчатое вещество|пояс смертника|коктейль молотова',
    'wish-harm':
      'убью тебя|я тебя зарежу|как убить человека|как убить мужа|как убить жену|как убить соседа|как отравить мужа|как отравить начальника',
    'self-harm': 'хочу покончить с собой|хочу умереть|хочу убить себя|не хочу больше жить',
    'put-down': 'заткнись тупой|тупой урод|ты никому не нужен|иди на хуй|пошёл на хуй|кусок дерьма|ты ничтожество',
    group: 'чурки|евреи|цыгане|мигранты|хачи',
    dehumanise: 'не люди|надо гнать|недочеловеки|это паразиты|надо уничтожить|это животные',
  },
  {
    'how-behind':
      '作り方|を作る方法|を自作する方法|制造方法|制作方法|造り方|만드는 법|만드는 방법|nasıl yapılır|nasıl yaparım|कैसे बनाते|कैसे बनाएं|कैसे बनाऊं',
    'weapon-abroad': '爆弾|爆発物|手榴弾|炸弹|炸药|폭탄|사제 폭탄|bomba|patlayıcı|बम|विस्फोटक',
  },
  {
    how: '如何制造|如何在家制作|在家制作|怎么在家做|怎么制造|如何制作|怎么做|在家制造|如何在家制造|كيف أصنع|كيف يمكنني صنع|كيف تصنع',
    weapon: '炸药|炸弹|毒气|قنبلة|متفجرات|عبوة ناسفة',
    'wish-harm':
      '杀了你|我要杀你|怎么杀人|如何杀人|杀人不被|殺してやる|人を殺す方法|죽여 버린다|죽여버릴|seni öldüreceğim|nasıl öldürür ve|سأقتلك|كيف أقتل',
    'self-harm':
      '怎么自杀|我想死|楽に死ねる|自殺する方法|죽고 싶어|자살하는 방법|kendimi öldürmek istiyorum|intihar etmek istiyorum|أن أنتحر|أريد أن أموت|मरना चाहता|आत्महत्या करना चाहता',
    'put-down':
      '你这个废物|滚远点|蠢猪|クズ野郎|ゴミ野郎|쓰레기 같은 놈|개새끼|kapa çeneni|aptal herif|pislik herif|أيها الغبي|أيها القذر|يا حمار',
  },
];

import type { Terms } from '../../../text/learned/followed.ts';

export const CONTENT_CONCEPTS = [
  'profanity',
  'insult',
  'slur',
  'group',
  'dehumanise',
  'wish-harm',
  'address',
  'sexual',
  'minor',
  'abuse-of-minors',
  'self-harm',
  'how',
  'weapon',
  'illicit',
  'medical',
  'legal',
  'financial',
  'advice',
  'request',
] as const;

export type ContentConcept = (typeof CONTENT_CONCEPTS)[number];

/** Our own words, by what they are; a word alone is seldom enough, see `rules.ts`. */
export const CONTENT_TERMS: readonly Terms<ContentConcept>[] = [
  {
    profanity:
      'fuck*|fuk|fck|fcking|wtf|stfu|gtfo|mofo|motherfuck*|mf|mfs|mfer|shit|shits|shitty|shithead*|bullshit|bitch*|biatch|ass|asses|asshole*|ass hole|dumbass*|jackass*|bastard*|cunt*|dick|dicks|dickhead*|pussy|pussies|whore*|slut*|hoe|hoes|thot|thots|douche*|wanker*|twat*|prick|pricks|cock|cocks|cocksucker*|bollocks|tosser|bellend|arse|arsehole*|goddamn|damn you|scheiss*|scheiß*|arschloch|hurensohn*|fotze|wichser|merde|putain|connard*|salope*|enculé*|puta|puto|mierda|cabrón|cabron|pendejo*|gilipollas|coño|stronzo|cazzo|vaffanculo|puttana|porra|caralho|merda|foda|kurwa|chuj|pierdol*|блять|бля|сука|хуй|пизд*|ебан*|ебать|мудак|orospu*|siktir|amk|kanker|klootzak|hoer',
    insult:
      'idiot*|moron|morons|moronic|stupid|dumb|dumber|dumbest|imbecile*|dipshit*|retard*|loser|losers|scum|scumbag*|pathetic|worthless|disgusting|vile|coward*|nutjob*|insane|lunatic*|psycho*|snowflake*|traitor*|parasite*|pervert*|pedo|pedophile*|nazi|nazis|fascist*|commie*|libtard*|brainless|braindead|brain dead|incompetent|crooked|senile|fatso|fat ass|filth|filthy|vermin|hypocrite*|dummkopf|trottel|imbécile|imbécil|idiota*|crétin|cretino|дурак|идиот*|тупой|дебил|aptal|salak|gerizekalı',
    slur: 'nigger*|nigga*|nigguh|niggah|faggot*|fag|fags|fagg|dyke|dykes|tranny|trannies|kike|kikes|spic|spics|chink|chinks|gook|gooks|wetback*|raghead*|towelhead*|sandnigger*|paki|pakis|coon|coons|beaner*|camel jockey|zipperhead|wop|dago|gyppo|sodomite*|lesbo|shemale|untermensch*|kanake*|neger|zigeuner|bougnoule*|bicot|youpin|maricón|maricon|sudaca*|negro de mierda|жид|жиды|хохол|чурка|чурки|пидор*|cotton picker|porch monkey|jungle bunny',
    group:
      'muslim|muslims|islam|jew|jews|jewish|black people|blacks|black men|black women|african|africans|immigrant*|migrant*|refugee*|foreigner*|gay|gays|gay people|homosexual*|lesbian*|trans|transgender*|trans people|transsexual*|women|woman|females|girls|feminist*|men|mexican*|latino*|hispanic*|asian*|chinese|indian|indians|arab*|christian*|catholic*|hindu*|white people|whites|white men|disabled people|the disabled|gypsies|roma|queers|lgbt*|atheist*|democrats|republicans|liberals|conservatives|old people|boomers|poor people|homeless people|ausländer|flüchtlinge|juden|muslime|immigrés|juifs|musulmans|inmigrantes|judíos|musulmanes',
    dehumanise:
      'subhuman|subhumans|vermin|cockroach*|parasite*|animals|savages|inferior|filth|scum|disease|plague|a cancer|disgust me|disgusting|make me sick|don t belong|do not belong|doesn t belong|don t deserve|do not deserve|should not exist|shouldn t exist|go back to|go home|deported|deport|exterminat*|eradicat*|wipe out|wiped out|get rid of|should be banned|should be killed|should die|should all die|must die|should be shot|gas chamber*|gassed|lynch*|burn them|all criminals|are criminals|are terrorists|all terrorists|are rapists|are stupid|are dumb|are evil|are lazy|are mentally ill|are disgusting|are liars|are the problem|are ruining|are destroying|are nothing but|are less than|hate|hates|despise|i can t stand|can t stand|can t trust|belong in the kitchen|better off without|not human|aren t human|invad*|infest*|breeding like|replace us',
    'wish-harm':
      'kill you|kill him|kill her|kill them|kill all|kill every|i ll kill|i will kill|gonna kill|going to kill|want to kill|beat you|beat your|beat her|beat him|beat the shit|kicked out of them|punch you|punch in the face|shoot you|shoot him|shoot her|shoot them|stab you|stab him|strangle you|rape you|hope you die|hope he dies|hope she dies|hope they die|hope you get|go die|drop dead|kys|kill yourself|kill urself|hang yourself|deserve to die|deserves to die|deserved to die|should be shot|should be hanged|should be hung|hang him|hang her|hang them|burn in hell|rot in hell|rot in jail|go to hell|castrat*|slit your|slit his|find where you live|know where you live|bring a gun|shoot up|ich bring dich um|je vais te tuer|te voy a matar|убью',
    address:
      'you|your|youre|you re|ur|u|yourself|she|her|he|him|they|them|these|this|that|those|all|y all|yall|du|tu|toi|te|ты|sen',
    sexual:
      'porn*|xxx|blowjob*|blow job*|handjob*|cum|cumming|cumshot*|dildo*|vibrator|masturbat*|orgasm*|erotic*|erotica|nude|nudes|naked|horny|penis|vagina|clitoris|tits|titties|boobs|nipples|anal sex|anal|oral sex|sex scene|have sex|having sex|sex with|sexual|sexually|sexy|fellatio|cunnilingus|hentai|bdsm|gangbang|threesome|stripper*|lewd|aroused|arousal|moaning|thrust*|seduc*|undress*|nackt|nue|desnuda|голая|порно',
    minor:
      'child|children|minor|minors|underage|under age|preteen*|pre teen|toddler*|infant*|baby|kid|kids|schoolgirl*|schoolboy*|school girl|school boy|loli|lolita|shota|little girl|little girls|little boy|little boys|young girl|young girls|young boy|young boys|8 year old|year old girl|year old boy|years old girl|daughter|son|niece|nephew|stepdaughter|middle schooler|elementary school|kindergarten|kinder|enfant*|niño*|niña*|ребенок|дети',
    'abuse-of-minors':
      'child porn*|child pornography|kiddie porn|csam|cp videos|pedophilia|child sexual|sexualize children|sexualise children|sex with children|sex with minors|groom a child|groom children|grooming children|molest*|lolicon|jailbait|kinderporno*|pédopornograph*|pornografía infantil|детское порно',
    'self-harm':
      'kill myself|killing myself|want to die|wanna die|wish i was dead|wish i were dead|end my life|ending my life|take my own life|suicidal|suicide method*|suicide methods|commit suicide|committing suicide|hurt myself|hurting myself|cut myself|cutting myself|harm myself|self harm|self injury|painless way to die|best way to die|easiest way to die|overdose on|lethal dose|no reason to live|nothing to live for|better off dead|better off without me|don t want to live|do not want to live|can t go on anymore|goodbye forever|pro ana|proana|pro mia|thinspo|thinspiration|starve myself|purge after|sever my wrist|sever my wrists|sever my artery|hang myself|jump off a bridge|slit my wrists|mich umbringen|selbstmord|sterben will|me suicider|suicidarme|matarme|покончить с собой|не хочу жить',
    how: 'how do i|how can i|how to|how would i|how do you|how could i|what is the best way|what s the best way|what are ways|what are good ways|what s the easiest way|easiest way|give me instructions|give instructions|instructions|step by step|teach me|teach someone|show me how|show how|recipe for|where can i|write a|create a|develop a|make a|tell me how|steps to|plan a|plan to|plan for|i want to|i need to|i m going to|best method|without getting caught|get away with|without being caught|without being detected',
    weapon:
      'bomb|bombs|pipe bomb|nail bomb|explosive|explosives|explosive device|grenade*|molotov|napalm|thermite|detonator*|ied|silencer|ghost gun|untraceable gun|automatic rifle|machine gun|3d printed gun|firearm illegally|illegal firearm*|nerve agent|nerve gas|sarin|vx gas|ricin|anthrax|mustard gas|chlorine gas|chemical weapon*|biological weapon*|bioweapon*|dirty bomb|nuclear weapon|nuclear bomb|weapon of mass|poison gas',
    illicit:
      'meth|methamphetamine|crystal meth|cocaine|heroin|fentanyl|date rape drug|counterfeit money|counterfeit|fake passport|fake id|forged documents|launder money|money laundering|insider trading|tax evasion|evade taxes|embezzle*|ponzi|identity theft|steal identities|steal someone s identity|steal credit card*|credit card fraud|card skimmer|phishing email*|ransomware|keylogger|malware that|virus that|ddos attack|botnet|hack into|hack someone|break into|rob a|robbery|shoplift*|burglar*|carjack*|kidnap*|human trafficking|traffic humans|smuggle|hitman|hire a killer|murder|murdering|assassinat*|poison someone|poison my|dispose of a body|dispose of a dead|hide a body|blackmail*|extort*|stalk*|bribe*|rig an election|election fraud|vote twice|revenge porn|deepfake porn|torture|terrorist attack|mass shooting|school shooting|commit arson|arson|commit treason|insurance fraud|commit fraud|cannibal*',
    medical:
      'dosage|dose|mg of|milligrams|prescription|prescribe|diagnose|diagnosis|symptoms|medication|antibiotics|antidepressant*|insulin|ibuprofen|blood pressure|chest pain|chemotherapy|side effects|treatment for|stop taking|rash|tumor|infection',
    legal:
      'sue|lawsuit|legal advice|liable|liability|plead guilty|plead|custody|divorce settlement|eviction|my landlord|contract law|prosecuted|statute of limitations|my lawyer|in court|my rights|will and testament',
    financial:
      'invest|investing|investment|stocks|which stock|shares|bitcoin|crypto|portfolio|retirement savings|401k|ira|mortgage|refinance|hedge fund|options trading|day trading|etf|bonds|guaranteed return*|short the|buy the dip',
    advice:
      'should i|can i|do i need to|what should i|is it safe to|is it safe|how much should i|may i|would you recommend|you should|i recommend that you|recommend i|advise me|your advice|am i|which should i|best for me',
  },
];

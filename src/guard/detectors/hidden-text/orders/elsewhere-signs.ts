/**
 * By what an order is known in eight languages: German, French, Spanish, Portuguese, Italian, Russian, Chinese and Japanese. One
 * pattern is for all of them, since hardly a word of one is another word of another.
 */
const words = (source: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])`, 'iu');
/** At the beginning, behind another sentence, or behind what joins two. */
const begins = (source: string) =>
  new RegExp(
    `(?:^[^\\p{L}]{0,4}|[.;:!,] |(?<![\\p{L}])(?:und|et|y|e|ed|и|oder|ou|o|или|aber|mais|pero|mas|ma|но|bitte|immer|nie|nunca|sempre|mai|toujours|jamais|siempre|ne|n'|no|non|não|не|никогда|всегда|просто|einfach|se|me|les|le|la|lo|os|as|li) )(?:${source})(?![\\p{L}\\p{M}])`,
    'iu',
  );
const signs = (source: string) => new RegExp(source, 'u');

/** Deeds of speech and of silence, as one is told to do them. */
const SPEAKS = begins(
  'sage?|erzähle?|behaupte|erkläre?|nenne?|erwähne|verschweige?|antworte|berichte|bericht|empfiehl|empfehlt|lobe?|preise?|rate?|rede|sprich|schweige?|versichere?|versprich|beschreibe?|teile?|melde?|informiere?|warne?|leugne|bestreite|tu|tue|gib|nimm|bewerte|halte?|stufe?|vergiss|ignoriere|übersetze?|fasse?|schreibe?|zitiere|wiederhole|verrate?|frage?|bezeichne|stelle?|beende|beginne|' +
    'dis|dites|raconte|prétends|affirme|annonce|explique|nomme|mentionne|tais|réponds|rapporte|recommande|conseille|loue|parle|promets|assure|décris|informe|avertis|nie|fais|donne|prends|considère|note|oublie|ignore|traduis|résume|écris|cite|répète|révèle|demande|appelle|termine|commence|cache|omets|' +
    'di|dile|diles|cuenta|cuéntale|afirma|anuncia|explica|nombra|menciona|menciones|calla|responde|contesta|informa|recomienda|aconseja|alaba|elogia|habla|hables|promete|asegura|describe|avisa|niega|finge|haz|da|dale|toma|considera|califica|olvida|ignora|traduce|resume|escribe|cita|repite|revela|pide|llama|termina|empieza|oculta|omite|' +
    'diga|digam|conte|afirme|anuncie|explique|nomeie|mencione|cale|responda|informe|recomende|aconselhe|elogie|fale|prometa|garanta|descreva|avise|negue|finja|faça|dê|tome|considere|classifique|esqueça|traduza|resuma|escreva|cite|repita|revele|peça|chame|termine|comece|esconda|omita|' +
    "di'|racconta|afferma|annuncia|spiega|nomina|menzionare|menziona|taci|rispondi|riferisci|raccomanda|consiglia|loda|parla|parlare|prometti|assicura|descrivi|avverti|nega|fingi|fai|fa'|dai|da'|prendi|considera|valuta|dimentica|ignora|traduci|riassumi|scrivi|cita|ripeti|rivela|chiedi|chiama|termina|chiudi|comincia|nascondi|ometti|comunica|" +
    'скажи|говори|расскажи|утверждай|объяви|объясни|назови|упоминай|упомяни|молчи|ответь|отвечай|сообщи|посоветуй|советуй|рекомендуй|хвали|похвали|обещай|пообещай|уверяй|уверь|опиши|предупреди|отрицай|притворись|делай|сделай|дай|возьми|считай|оцени|забудь|игнорируй|переведи|перескажи|напиши|пиши|процитируй|повтори|раскрой|выдай|спроси|зови|заканчивай|закончи|начинай|начни|скрой|скрывай|пропусти|веди',
);
/** Deeds with the hands. */
const DOES = begins(
  'schicke?|sende|leite|lösche?|tausche?|überweise?|kaufe?|verkaufe?|buche?|bestelle?|bestätige?|storniere|ändere|ersetze|setze?|lege?|trage?|füge?|streiche?|entferne|verstecke?|öffne|schließe?|lass|lasse|lade|gewähre|lehne|nimm|wähle?|verdopple|zähle|bring|bringe|stiehl|verbrenne|fälsche|wirf|hole?|mache?|hänge?|verstecke?|kürze?|stimme?|erkläre?|sperre|verteile|führe|' +
    'envoie|transmets|transfère|efface|supprime|échange|verse|achète|vends|réserve|commande|confirme|annule|change|remplace|mets|inscris|ajoute|retire|ouvre|ferme|laisse|télécharge|accorde|refuse|choisis|double|compte|apporte|vole|brûle|falsifie|jette|classe|place|livre|publie|joins|accepte|cache|dissimule|déclare|jette|raccourcis|juge|' +
    'envía|manda|mándalo|reenvía|borra|elimina|cambia|intercambia|transfiere|compra|vende|reserva|encarga|confirma|cancela|anula|sustituye|reemplaza|pon|ponle|coloca|apunta|añade|quita|abre|cierra|deja|sube|concede|rechaza|elige|escoge|duplica|cuenta|trae|roba|quema|falsifica|tira|publica|sienta|adjunta|acepta|esconde|declara|acorta|juzga|cuelga|' +
    'envie|mande|reencaminhe|encaminhe|apague|elimine|troque|transfira|compre|venda|reserve|encomende|confirme|cancele|anule|substitua|ponha|coloque|registe|registre|acrescente|adicione|tire|retire|abra|feche|deixe|carregue|conceda|recuse|escolha|duplique|traga|roube|queime|falsifique|jogue|publique|junte|aceite|esconda|declare|encurte|julgue|sente|deite|' +
    'invia|manda|inoltra|cancella|elimina|scambia|cambia|versa|trasferisci|compra|vendi|prenota|ordina|conferma|annulla|sostituisci|metti|segna|aggiungi|togli|apri|chiudi|lascia|carica|concedi|rifiuta|scegli|raddoppia|conta|porta|ruba|brucia|falsifica|getta|pubblica|tralascia|mettili|mandalo|allega|accetta|occulta|dichiara|accorcia|giudica|butta|' +
    'отправь|пошли|перешли|передай|удали|сотри|поменяй|перечисли|купи|продай|забронируй|закажи|подтверди|отмени|измени|замени|поставь|положи|запиши|добавь|убери|открой|закрой|оставь|загрузи|предоставь|откажи|выбери|удвой|посчитай|принеси|укради|сожги|подделай|брось|опубликуй|посади|пропусти|поменяй|прикладывай|приложи|спрячь|объяви|сократи|выбрось|соглашайся|прими',
);
/** The same where words have no spaces between: a verb at the beginning or an order at the end. */
const SPACELESS_ORDER = signs(
  '^[^\\p{L}]{0,4}(?:只|把|将|给|让|告诉|通知|不要|别|绝对|假装|装作|删除|删掉|省略|答应|跟|写上|说|忘掉|拒绝|选择?|发送|转发|推荐|隐瞒|声称|回答|每个|谁|如果|问到|有人|不能|不得|务必|必须|永远|村里|任何人|无论)|(?:と(?:言い?|伝え|答え|報告|主張|呼び?|書)[^。]{0,8}|(?:しろ|せよ|なさい|こと|ろ|て|で|え|け|せ|れ|ください|下さい|ならない|いけない|ないで))[。!！]?$',
);
const SPACELESS_SPEECH = signs(
  '告诉|通知|声称|谎称|就说|说成|只说|好话|坏话|隐瞒|保密|不提|别提|称赞|推荐|假装|装作|透露|と(?:言|伝|答|報告|主張|呼|書|断言)|言うな|言わない|話題|黙|褒め|勧め|内緒|隠|ふりを|知られ|悪口|漏ら',
);
/** What an answer or somebody has to do, or must not know. */
const MUST = words(
  'darf|dürfen|muss|müssen|soll|sollen|niemand|keiner|doit|doivent|personne|nul|debe|deben|nadie|tiene que|deve|devem|ninguém|tem de|tem que|devono|nessuno|должен|должна|должны|никто|пусть|нужно|нельзя|следует|must',
);
const MUST_SPACELESS = signs(
  '必须|不能|不得|不许|谁也|任何人|绝对|务必|一律|必ず|決して|ならない|いけない|誰にも|絶対',
);
/** That, behind what is said. */
const THAT = words('dass|daß|que|che|что|чтобы|als ob|comme si|como si|como se|come se|будто');
/** In every answer, or of nothing else. */
const MUCH = words(
  'jede[rnms]?|alle[rnms]?|immer|nur|nie|niemals|chaque|toujours|tout|tous|toutes|seulement|jamais|uniquement|rien que|cada|siempre|todos|todas|solo|sólo|nunca|apenas|sempre|só|ogni|tutti|tutte|soltanto|solo|mai|каждый|каждого|всегда|все|всем|только|никогда',
);
const MUCH_SPACELESS = signs('每|只|都|一律|全部|所有|どの|全部|すべて|だけ|いつも');
/** Whoever, and in case: what is to be answered then. */
const WHEN = words(
  "wer|wenn|falls|sobald|bei fragen|quiconque|celui qui|si|s'il|lorsque|quand|quien|cuando|quem|quando|se|chi|chiunque|qualora|кто|если|когда|на вопрос|на вопросы",
);
const WHEN_SPACELESS = signs('如果|谁|有人|问到|一旦|たら|れば|人には|場合');
/** Whoever looks at a page is spoken to politely, and by us. */
const POLITE = words(
  'ihr|ihre[nmrs]?|ihnen|dein|deine[nmrs]?|dir|uns|unser|unsere[nmrs]?|wir|vous|votre|vos|nous|notre|nos|ton|tes|usted|ustedes|su|sus|tu|tus|te|nosotros|nos|nuestra|nuestro|você|vocês|seu|sua|seus|suas|teu|tua|nossa|nosso|lei|suo|sua|tuo|tua|tuoi|ci|nostro|nostra|вы|вас|вам|ваш|ваша|ваше|вашу|нас|нам|мы|наш|свой|свою',
);
const POLITE_SPACELESS = signs('您|请|我们|你的|ご|お(?=[一-龯])|当社|弊社|ください');
const INFINITIVE =
  /^[^\p{L}]{0,4}(?:zum|zur|aller|ouvrir|fermer|afficher|choisir|saisir|lire|voir|supprimer|changer|modifier|ajouter|ir|abrir|cerrar|mostrar|ver|leer|elegir|introducir|eliminar|cambiar|añadir|fechar|escolher|ler|mudar|adicionar|vai|mostra|leggi|перейти|открыть|закрыть|показать|выбрать|ввести|читать|удалить|изменить|добавить|打开|跳到|显示|查看|更改|编辑)(?![\p{L}])/iu;
/** Somebody of the world. */
const PERSON = words(
  'kunden?|kundin|leser(?:in)?|nachbar(?:in|n)?|patient(?:en|in)?|bewerber(?:in)?|mieter(?:in)?|chef(?:in)?|arzt|polizei|zeug(?:e|in|en)|gast|gäste|leuten?|client(?:e|es|s)?|lecteur|voisine?|patient|candidate?|locataire|directrice|médecin|police|témoin|invité|gens|lector|vecin[ao]|paciente|candidat[oa]|inquilin[oa]|director[ae]?|médico|policía|testigo|gente|invitado|leitor|vizinh[ao]|diretora?|polícia|testemunha|convidado|pessoas|cliente|lettore|vicin[ao]|paziente|candidat[oa]|inquilin[oa]|direttrice|medico|polizia|testimone|ospite|клиент[ауе]?|читател[яюь]|сосед(?:ка|ке|у|а)?|больн(?:ой|ого)|пациента?|жильц[ау]|начальниц[еа]|врач[ау]?|полиц(?:ия|ии)|свидетель?ниц[ыа]|гост[яюь]|люд(?:и|ям|ей)',
);
const PERSON_SPACELESS = signs(
  '客户|顾客|读者|邻居|病人|患者|应聘者|候选人|租客|经理|警察|证人|客人|大家|発言者|顧客|読者|隣の人|患者|応募者|候補者|借り主|部長|警察|証人|客',
);
export const ADDRESS = /\b[\w.-]+@[\w-]+\.\w|https?:\/\/|\b[\w-]+\.(?:com|net|org|io|example)\b/i;
/** To nobody's knowledge. */
const HIDDEN = words(
  'ohne|heimlich|verschwiegen|kein wort|keinem wort|nichts davon|sans|en cachette|rien dire|sin|a escondidas|no digas|sem|às escondidas|não diga|senza|di nascosto|non dire|non dirlo|тайно|без|никому|ничего',
);

/** A word that is no infinitive, at the beginning and with an object behind it, as an order begins. */
const OBJECT_SECOND =
  /^[^\p{L}]{0,4}(?!\p{L}{1,14}(?:er|ir|ar|re|en|ть|ung|ción|ção|tion|zione)(?!\p{L}))\p{L}{2,14} (?:den|die|das|dem|der|eine?[nmrs]?|jede[nmrs]?|alle[nmrs]?|nichts|nur|keine?[nmr]?|niemand(?:en|em)?|ihm|ihn|ihr|ihnen|mir|mich|sie|es|le|la|les|un|une|des|du|au|aux|à|chaque|tou(?:t|te|tes|s)|rien|que|el|los|las|una|al|del|a|cada|tod[oa]s?|nada|o|os|as|um|uma|ao|aos|il|lo|gli|i|alla|ai|ogni|tutt[oaie]|niente|che|не|вс[еёю]\p{L}{0,2}|это|его|её|ей|ему|им|их)(?!\p{L})|^[^\p{L}]{0,4}\p{L}{2,14} l['’]/iu;
/** By its ending, and not the polite one. */
const RUSSIAN_ORDER =
  /(?:^[^\p{L}]{0,4}|, | и )(?:не |никогда не |всегда |просто )?[а-яё]{2,12}(?:и|й|ь)(?:ся|сь)? [а-яё]/iu;
const RUSSIAN_POLITE = /(?<!\p{L})[а-яё]{2,14}те(?:сь)?(?!\p{L})/iu;
const GERMAN_POLITE = /(?<!\p{L})\p{Lu}\p{Ll}{1,14}en Sie(?!\p{L})/u;
const FRENCH_POLITE = /(?:^[^\p{L}]{0,4}|[.,] |(?<!\p{L})et )\p{L}{2,12}ez(?!\p{L})/iu;

export const SIGNS_ELSEWHERE: readonly { readonly name: string; readonly patterns: readonly RegExp[] }[] = [
  { name: 'speaks', patterns: [SPEAKS, SPACELESS_SPEECH] },
  { name: 'does', patterns: [DOES] },
  { name: 'orders', patterns: [SPACELESS_ORDER] },
  { name: 'must', patterns: [MUST, MUST_SPACELESS] },
  { name: 'that', patterns: [THAT] },
  { name: 'much', patterns: [MUCH, MUCH_SPACELESS] },
  { name: 'when', patterns: [WHEN, WHEN_SPACELESS] },
  { name: 'polite', patterns: [POLITE, POLITE_SPACELESS] },
  { name: 'infinitive', patterns: [INFINITIVE] },
  { name: 'person', patterns: [PERSON, PERSON_SPACELESS] },
  { name: 'address', patterns: [ADDRESS] },
  { name: 'hidden', patterns: [HIDDEN] },
  { name: 'object second', patterns: [OBJECT_SECOND] },
  { name: 'russian order', patterns: [RUSSIAN_ORDER] },
  { name: 'in the plural', patterns: [RUSSIAN_POLITE, GERMAN_POLITE, FRENCH_POLITE] },
];

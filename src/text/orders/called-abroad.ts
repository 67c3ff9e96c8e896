/**
 * Models that are called in other languages than English, by the form of the call alone: `an alle Sprachmodelle:`, `AIエージェントへの指示：`.
 * Behind it stands what a user has, an answer, an address or words to say, whatever the verb.
 */
const ROMANCE =
  'agents?|assistants?|asistentes?|agentes?|assistenti|assistentes?|modelos?|modelli|modèles?|robots?|chatbots?';
const NAMES = [
  'KI(?:-?[A-Za-zäöü]{3,14})?|Sprachmodell\\w{0,4}|künstliche[rn]? Intelligenz\\w{0,3}|Chatbots?',
  `(?:${ROMANCE}) (?:d['’])?(?:d[ei] )?IA|IAs?|modèles? de langage|modelos? de (?:lenguaje|linguagem)|modell[oi] linguistic[oi]|intelligence artificielle|inteligencia artificial|intelligenza artificiale|inteligência artificial`,
  'AI-?(?: ?(?:modellen|assistenten|assistent|systemen|agenten|lezers))?|taalmodel(?:len)?',
  '(?:modele|modeli|modelom|modelu) językow\\w{1,3}|sztuczn\\w{1,3} inteligencj\\w{1,2}|asystent\\w{0,4} AI|agent\\w{0,3} AI',
  'ИИ(?:-[а-я]{3,12})?|языков\\p{L}{1,3} модел\\p{L}{1,3}|нейросет\\p{L}{1,3}|искусственн\\p{L}{1,3} интеллект\\p{L}?',
  'AI(?:アシスタント|エージェント|モデル|システム)?|人工知能|言語モデル|チャットボット',
  '(?:AI|人工智能|智能)(?:助手|模型|代理|系统|阅读者)?|(?:大)?语言模型|聊天机器人',
  'AI ?(?:비서|어시스턴트|에이전트|모델|도우미|시스템)?|인공지능|언어 모델|챗봇',
  '(?:نماذج|نموذج|وكلاء|وكيل|مساعدي?) (?:الذكاء الاصطناعي|ذكاء اصطناعي)|الذكاء الاصطناعي|(?:النماذج|النموذج) اللغوية?|المساعد الذكي|لل(?:ذكاء الاصطناعي|مساعد الذكي|نماذج اللغوية|نموذج اللغوي)',
  '(?:एआई|ए आई|AI) ?(?:सहायक|मॉडल|एजेंट)?|भाषा मॉडल|कृत्रिम बुद्धिमत्ता|चैटबॉट',
  'yapay zek[aâ](?: asistan\\p{L}{0,6}| model\\p{L}{0,5})?|dil model\\p{L}{0,5}',
  'asisten AI|model bahasa|kecerdasan buatan|trợ lý AI|mô hình ngôn ngữ',
].join('|');
const TO =
  "(?:an|für|achtung,?|hinweis an|liebe[rs]?|hallo|à|aux?|pour|chers?|bonjour|attention,?|para|a|al|a los|atención,?|por|per|agli|alle|all['’]|ai|cari|attenzione,?|aan|voor|beste|let op,?|do|dla|drog\\p{L}{1,2}|uwaga,?|для|к|уважаем\\p{L}{2,3}|внимание,?|aos?|caros?|atenção,?|إلى|عزيزي|untuk|kepada|gửi|cho)";
const BEFORE = `(?:^|[\\s"“'(«*#>])${TO} (?:(?:die|alle[ns]?|den|dem|das|les?|la|los|las|tous|toutes|todas?|todos?|tutt[ie]|gli|i|de|het|um|os?|as?|wszystkich|każdego|всех|каждого|جميع|كل) ){0,2}(?:${NAMES})[^.!?:;,\\n]{0,24} ?:`;
const BEHIND = `(?:(?:致|给|給|对)[^。！？:\\n]{0,4}|(?:读|看|处理|总结|浏览|阅读)[^。！？:\\n]{0,8}的)(?:${NAMES})[^。！？:\\n]{0,4}:|(?:${NAMES})(?:へ(?:の[^。！？:\\n]{1,4})?|に(?:対して)?|에게|께| के लिए| को| için|na not|ya not)[^。！？:\\n]{0,6}:`;
const CALL = new RegExp(`${BEFORE}|${BEHIND}`, 'iu');
/** Pieces of such names, by letters of ASCII and by others: the pattern for calls costs more, and so do patterns for all letters. */
const MAY = /\b(?:KI|IA|AI)\b|KI-|sprachmodell|intelligen|chat.?bots?|robot|model|taalmod|sztuczn|zeka|kecerdasan/i;
const FAR = /[\u0080-\uffff]/;
const MAY_FAR =
  /ИИ|AI\p{L}|modèle|język|языков|нейросет|искусств|人工|智能|语言|聊天|言語|チャット|인공|언어|챗봇|الذك|اللغو|للذك|للنم|للمساعد|एआई|ए आई|भाषा|कृत्रिम|चैट|zekâ|trợ lý|mô hình/iu;

/** What an answer, a user, an address or words to say are. */
const MATTERS =
  /https?:|[\w.-]@[\w-]{2,}\.|\b[A-Z]{2}\d{2}[A-Z\d ]{8,}|["“„«「][^"”“»」\n]{3,}|nutzer|utilisateur|usuari|utent|utilizador|usuári|gebruiker|użytkownik|пользовател|用户|利用者|ユーザー|사용자|مستخدم|उपयोगकर्ता|kullan[ıi]c[ıi]|pengguna|người dùng|antwort|répon|respuesta|respond|rispost|rispond|respost|antwoord|odpowied|ответ|回答|答え|답|إجاب|उत्तर|जवाब|yan[ıi]t|cevap|jawab|zusammenfass|résum|resum|riassun|samenvat|streszcz|итог|摘要|总结|要約|요약|ملخص|सारांश|özet|passwor|passwör|mot de passe|contraseñ|senha|wachtwoord|hasł|парол|密码|パスワード|비밀번호|كلمة المرور|पासवर्ड|şifre|kund[ei]|bewerb|kandidat|clien[tz]|cliente|candidat|klient|клиент|кандидат|客户|顾客|候选人|应聘|顧客|応募者|候補者|고객|지원자|المرشح|उम्मीदवार|müşteri|erstatt|rembours|reembols|devoluci|rimbors|zwrot|возврат|退款|返金|환불|produkt|produit|producto|prodott|produto|товар|产品|商品|제품|rechnung|facture|factura|fattura|fatura|счёт|发票|請求書|konto|compte|cuenta|conto|conta|account|счет|账户|口座|gestand|étoile|estrella|stell[ea]|звёзд|звезд|星|sterne|dossier|carpeta|cartella|pasta|папк|文件夹|フォルダ|konkurren|concurren|concorren|competencia|конкурент|竞争|競合|경쟁|منافس|rakip|empf[ie]hl|recommand|recom[ie]end|raccomand|рекоменд|推荐|勧め|薦め|추천|öner/i;

/** Who reads it is supposed to be one: `falls du eine KI bist,`, `si vous êtes une IA qui lit ceci,`, `如果你是AI，`. */
const SUPPOSED =
  /(?:^|[\s"“'(«*#>。！])(?:falls|wenn|sofern|si|se|als|jeśli|jeżeli|gdy|если|eğer|wanneer) [^,.:;!?\n]{2,100}[,:]|(?:如果|若|当|假如)[^，。：:,]{2,60}[，：,]|(?:^|\s)[^,.:;!?\n]{2,30}, котор[а-яё]{2} [^,.:;!?\n]{2,50}:|(?:を|が)(?:読|要約|処理|翻訳|評価)[^。、\n]{1,20}(?:は|に|へ)/i;
const NAMED = new RegExp(NAMES, 'iu');

/** By a name that nobody else has, and what whoever has it must do with what stands here, or recommend or say. */
const OBLIGED = new RegExp(
  `(?:${NAMES})[^.!?。！？\\n]{0,40}(?:müssen|muss|soll(?:en)?|doivent|doit|deben|debe|devono|deve|devem|moeten|moet|dienen|muszą|musi|powinn\\p{L}{1,3}|должн\\p{L}{1,2}|обязан\\p{L}{1,2}|必须|应当|应该|务必|必ず|해야|반드시|चाहिए|(?:meli|mal[ıi])d[ıi]r|zorunda|harus|phải)|على (?:${NAMES})[^.!?\\n]{0,24} أن |(?:${NAMES})[^.!?\\n]{0,60}(?:चाहिए|해야|すること|(?:meli|mal[ıi])d[ıi]r)`,
  'iu',
);
const DEICTIC =
  /(?:このページ|この文書|本文書|この文章|이 (?:페이지|문서|글)|本(?:页|文|文件)|इस (?:पेज|पृष्ठ|दस्तावेज़)|bu (?:sayfa|belge|metn)\p{L}{0,3}|this page)[^.!?。\n]{0,6} ?(?:を(?:読|要約)|를? ?(?:읽|요약)|을 (?:읽|요약)|को पढ़|oku)|(?:阅读|读取|总结)本/iu;
const RECOMMENDS =
  /empf[ie]hl|empfohl|recommand|recom[ie]end|raccomand|рекоменд|推荐|推薦|勧め|薦め|추천|öner|توصي|सिफारिश|polec(?:a|i)|aanbevel|(?:sagen|schreiben|erwähnen|angeben), dass|(?:dire|écrire|affirmer|mentionner) qu|(?:decir|escribir|afirmar|indicar) que|(?:dire|scrivere|affermare) che|(?:dizer|escrever|afirmar) que|(?:vermelden|zeggen|schrijven) dat|(?:pisać|powiedzieć|napisać), że|(?:писать|говорить|сказать|сообщать), что/i;

/** By a name that people have as well, and what is for models. */
const ALONE =
  /(?:^|[\n"“«(]\s?)(?:assistante?|asistente|assistente|assistent|asistan|ассистент|помощник)(?: (?:que|qui|che|der|die|dat|который) [^,:\n]{3,40})?[,:] |(?:not[ae]|avis[o]?|avviso|hinweis|instrucci[oó]n(?:es)?|istruzion[ei]|instruç(?:ão|ões)|consignes?|attention)\s(?:per|para|a|an|aos?|pour|für|agli|aux|des)\s(?:(?:los|las|gli|les|die|alle) )?(?:asistentes|assistenti|assistentes|agentes|agenti|assistants|assistenten|agenten|agents)\s?:/i;
const FOR_MODELS =
  /riassum|résum|resum|zusammenfass|utent[ei]|usuari|utilizad|nutzer|utilisat|antes de (?:responder|seguir)|prima di rispondere|avant de répondre|bevor (?:du|sie|ihr) antwort/i;

/** Characters behind the call in which that is looked for. */
const REACH = 200;
const LEAST = 10;

/** Where somebody else begins to do something. */
const NEXT_CLAUSE =
  /[，；;]|,? (?:und|et|y|e|en|i|и|ve) (?:wir|ich|man|nous|je|on|nosotros|noi|nós|wij|we|my|мы|biz)(?![\p{L}])|, (?:daher|deshalb|darum|donc|por eso|perciò|por isso|daarom|dlatego|поэтому) /u;

/** From the name on to the end of the clause in which the duty stands. */
function clauseOf(sentence: string, { 0: duty, index }: RegExpExecArray): string {
  const [behind = ''] = sentence.slice(index + duty.length).split(NEXT_CLAUSE, 1);
  return duty + behind;
}

/** Whether a sentence calls a model so, and tells it something; `marked`: there is a sign in it that a call ends with. */
export function ordersCalledAbroad(sentence: string, marked = true): boolean {
  const alone = /[:,]/.test(sentence) ? ALONE.exec(sentence) : null;
  if (alone !== null && FOR_MODELS.test(sentence.slice(alone.index + alone[0].length, alone.index + REACH)))
    return true;
  if (!MAY.test(sentence) && !(FAR.test(sentence) && MAY_FAR.test(sentence))) return false;
  const obliged = OBLIGED.exec(sentence);
  if (obliged !== null && (DEICTIC.test(sentence) || RECOMMENDS.test(clauseOf(sentence, obliged)))) return true;
  if (!marked) return false;
  const called = CALL.exec(sentence);
  const call = called ?? SUPPOSED.exec(sentence);
  if (call === null || (called === null && !NAMED.test(call[0]))) return false;
  const rest = sentence.slice(call.index + call[0].length, call.index + call[0].length + REACH);
  return rest.trim().length >= LEAST && MATTERS.test(call[0] + rest) && !/[?？؟]\s*$/.test(sentence);
}

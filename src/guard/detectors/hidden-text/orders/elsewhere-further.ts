/**
 * By what an order is known in Turkish, Korean and Arabic, of which each is told from its letters: one language's signs are looked
 * for and no other's. In small letters and by ranges: properties of Unicode in any case take long to compile.
 */
export type Signed = 'turkish' | 'hangul' | 'arabic';

const TURKISH_LETTER = '[a-zâçğîöşüû]';
const TURKISH_WORDS =
  /(?<![a-zâçğîöşüû])(?:ve|bir|bu|için|ile|değil|her|yalnizca|sadece|gibi|olarak|olduğunu|daha|sonra|önce|kadar|diye|tüm|bütün|hiç|kimse|lütfen|sana|sen|ona|onu)(?![a-zâçğîöşüû])/;
const ONLY_TURKISH = /[ğş]/;

/** Which of the three, or none; `small`: in small letters, with a dot on each i. */
export function signedBy(small: string): Signed | null {
  if (/[\uac00-\ud7a3]/.test(small)) return 'hangul';
  if (/[\u0620-\u064a]/.test(small)) return 'arabic';
  return ONLY_TURKISH.test(small) && (TURKISH_WORDS.test(small) || TURKISH_ENDS.test(small)) ? 'turkish' : null;
}

/** Turkish words of three letters and more end so, and hardly a word of its neighbours. */
const TURKISH_ENDS = /[a-zâçğîöşüû]{2}(?:lari|leri|ini|unu|ünü|ina|ine|inda|inde|ğu|ğü|ği|yor|miş)(?![a-zâçğîöşüû])/;

/** A Turkish verb ends its clause. */
const ends = (source: string) =>
  new RegExp(`(?<!${TURKISH_LETTER})(?:${source})(?=\\s{0,2}(?:[.!,;:"”]|$)| (?:ve|ama|sonra|veya|ya) )`);
const turkish = (source: string) => new RegExp(`(?<!${TURKISH_LETTER})(?:${source})(?!${TURKISH_LETTER})`);
const arabic = (source: string) => new RegExp(`(?<![\\u0620-\\u064a])[وف]?(?:${source})(?![\\u0620-\\u064a])`);

/** By the names that the signs of the other languages have. */
export const FURTHER_SIGNS: Readonly<Record<Signed, Readonly<Record<string, RegExp>>>> = {
  turkish: {
    speaks: ends(
      'söyle(?:me)?|de|yaz(?:ma)?|yanitla|(?:cevap|yanit|haber|bilgi) ver(?:me)?|bildir(?:me)?|anlat(?:ma)?|açikla(?:ma)?|öner(?:me)?|tavsiye et|öv|iddia et|uyar|özetle|çevir|puanla|değerlendir|iste|sor|konuş|davran|varsay|unut|yok say|görmezden gel|(?:söz|bahs|belli) ?et(?:me)?|söz aç(?:ma)?|belirt(?:me)?|değinme|an(?:ma)?|say|yinele|tekrarla|inan|aklinda tut|reddet|sus|gizle|sakla',
    ),
    does: ends(
      'gönder|yolla|ilet|sil|işaretle|onayla|kopyala|ekle|aç|kapat|çaliştir|(?:satin )?al|seç|ver|koy|taşi|değiştir|iptal et|havale et|aktar|paylaş|yükle|indir|kur|sipariş et|birak|yap|oku|göster|bitir|başla|kabul et|devam et|bekleme|sorma|ödeme yap|öde|böl|çikar|uygula|boşalt',
    ),
    must: /(?:mali|meli)(?:dir|sin)?(?![a-zâçğîöşüû])|zorunda|gerek(?:ir|iyor)|(?:yazsin|söylesin|versin|etsin|desin)(?![a-zâçğîöşüû])/,
    that: /(?<![a-zâçğîöşüû])diye(?![a-zâçğîöşüû])|[a-zâçğîöşüû]{2}(?:diğini|duğunu|düğünü|tiğini|acağini|eceğini|madiğini|mediğini)(?![a-zâçğîöşüû])|olduğunu/,
    much: turkish(
      'yalnizca|sadece|yalniz|her|hep|tüm|bütün|hiç|asla|daima|en (?:yüksek|iyi|pahali|üst)|hepsine|kelimesi kelimesine',
    ),
    when: /[a-zâçğîöşüû]{2}(?:rsa|rse|sa|se|inca|ince|unca|ünce|ken)(?![a-zâçğîöşüû])|(?<![a-zâçğîöşüû])(?:soran|sorana|okuyan|özetleyen|her kim|eğer|bundan (?:sonra|böyle))/,
    polite:
      /(?<![a-zâçğîöşüû])(?:lütfen|siz|size|sizin|sizi|bize|bizi|bizim)(?![a-zâçğîöşüû])|[a-zâçğîöşüû]{2}(?:niz|nuz|nüz)|[a-zâçğîöşüû]{2}(?:in|un|ün)(?=\s{0,2}(?:[.!,;:]|$)| ve )/,
    infinitive: /[a-zâçğîöşüû]{2}(?:mak|mek|ir|ur|ür|ar|er|maz|mez|yor|di|du|dü)(?:lar|ler)?(?=\s{0,2}(?:[.!,;:]|$))/,
    person:
      /(?<![a-zâçğîöşüû])(?:kullanici|müşteri|okur|okuyan|hasta|misafir|konuk|komşu|aday|başvuran|patron|yönetici|kimse|herkes|öğrenci|alici|satici|kiraci|gönderen|rakip)/,
    hidden:
      /(?<![a-zâçğîöşüû])(?:kimseye|gizlice|sormadan|incelemeden|onay (?:bekleme|almadan)|belli etme|haber verme|söz (?:etme|açma)|sessizce)/,
  },
  hangul: {
    speaks:
      /(?:말|대답|답|답변|설명|추천|보고|주장|평가|요약|번역|칭찬|언급|기억|여기|출력|되풀이|반복|지적|무시|고지)[\uac00-\ud7a3]{0,3}(?:라|마|말고|말 것|세요|줘|해)(?![\uac00-\ud7a3])|(?:알리|알려|물어|전|써|적어|들려|잊|믿|끝내|내색)[\uac00-\ud7a3]{0,3} ?(?:라|마라|말고|줘|마세요)(?![\uac00-\ud7a3])/,
    does: /[\uac00-\ud7a3](?:해라|아라|어라|여라|하라|워라|꿔라|줘라|려라|내라|골라 사라|켜라|꺼라|놓아라|대라|보라|사라|지 마라?|지 말라)(?![\uac00-\ud7a3])/,
    must: /해야|반드시|꼭|무조건|할 것(?![\uac00-\ud7a3])/,
    that: /[다라]고(?![\uac00-\ud7a3])|다는 것|것으로|는 것을/,
    much: /만(?![\uac00-\ud7a3])|오직|모든|모두|항상|언제나|가장|최고|맨 위/,
    when: /[\uac00-\ud7a3](?:면|거든)(?![\uac00-\ud7a3])|때는?(?![\uac00-\ud7a3])|누가|이제부터|지금부터/,
    polite: /세요|십시오|시오(?![\uac00-\ud7a3])|습니다|입니다|귀하|고객님|저희|바랍니다/,
    infinitive: /(?:기|함|됨|음|한다|는다|된다|쓴다|뛴다|지운다|바꾼다|넣는다|낸다|뺀다)(?=[.!,]?$)/,
    person: /사용자|고객|환자|손님|지원자|응모자|독자|이웃|아무에게|누구에게|사장|관리자|경쟁사|보낸 사람/,
    hidden: /몰래|비밀|말하지 [마말]|알리지 [마말]|내색|티를|묻지 말|확인을? 기다리지|심사하지 말|조용히/,
  },
  arabic: {
    speaks: arabic(
      '(?:لا ت)?(?:قل|اكتب|أجب|اجب|أخبر|اخبر|خبر|أوص|اوص|صف|اذكر|ذكر|تكلم|كرر|اطلب|أعط|اعط|قيم|قيّم|تحدث|تذكر|أظهر|ظهر|اطبع|لخص|ترجم|تجاهل|انس|افترض|اختم|بلغ|أبلغ|كشف|امدح|ادع|صدق|احفظ)',
    ),
    does: arabic(
      'أرسل|ارسل|حول|حوّل|احذف|انقل|افتح|اشتر|نفذ|نفّذ|ضع|أضف|اضف|ألحق|اختر|ألغ|الغ|أوقف|اوقف|وافق|انسخ|غير|غيّر|ارفع|اترك|افعل|شغل|شغّل|تابع|ادفع|احجز|امسح|استبدل|اقبل|ارفض|احذفي',
    ),
    must: /يجب|لا بد|على من|ينبغي|عليك أن/,
    that: arabic('[بل]?أن(?:ه|ها)?|إن(?:ه|ها)?'),
    much: arabic('فقط|كل|جميع|دائما|دائمًا|أبدا|أعلى|وحده|وحدها|حرفيا|كما هي'),
    when: arabic('إذا|عند|عندما|حين|كلما|من الآن|من (?:يلخص|يسأل|يقرأ)'),
    polite:
      /(?:يرجى|الرجاء|تفضل)|[\u0620-\u064a]{2}(?:كم|ك)(?![\u0620-\u064a])|(?:لنا|إلينا|معنا|بنا|نرحب)(?![\u0620-\u064a])/,
    infinitive:
      /^[^\u0620-\u064a]{0,4}(?:حذف|نسخ|إيقاف|قبول|إضافة|العودة|الخروج|عرض|تعديل|إرسال|حفظ|فتح|تغيير|الانتقال|انتقل إلى|ممنوع|لا تستدع)(?![\u0620-\u064a])/,
    person: /المستخدم|الزبون|العميل|العملاء|المريض|الضيف|القارئ|المرشح|أحدا|المدير|المرسل|جارك|المنافس/,
    hidden: /سرا|دون (?:سؤال|مراجعة|إذن|علم|أن)|لا تخبر|لا تظهر|لا تنتظر|أحدا/,
  },
};

import type { Abroad } from './abroad-words.ts';

/** Further languages: Hebrew, Persian, Vietnamese, Indonesian and Malay, Ukrainian, Czech, Romanian, Greek, Hungarian and Thai. */
export const ABROAD_FURTHER: readonly Abroad[] = [
  {
    spaced: true,
    drop: '(?:תי?)?שכח(?:י|ו)?(?!\\p{L})|(?:ת|ה)תעלמ?ם?(?:י|ו)?(?!\\p{L})|אל ת(?:ציית|מלא|קשיב|תייחס|פעל לפי)',
    told: 'ה?הוראות|ה?הנחיות|ה?כללים|(?:ה|מה)?בקשה|ה?משימה|ה?פקודות|לעיל|ה?קודמ|מה ש(?:נאמר|אמרו|ביקש)|מכל מה',
    speak: '(?:אמור|אמרי|ענה|עני|כתוב|כתבי|השב|השיבי|ספר|הודע|טען|דווח|הצהר|המלץ|תגיד|תכתוב|תענה|תספר)(?:י)?(?!\\p{L})',
    bound: '(?<!\\p{L})ש\\p{L}{2,}|(?<!\\p{L})(?:רק|בלבד|תמיד|כי)(?!\\p{L})|במילה',
    send: '(?:שלח|שלחי|העבר|העבירי|העלה|העתק|פרסם|תשלח|תעביר)(?!\\p{L})',
    yours: 'שלך|שלכם|שלנו|לנו|אלינו|אותנו|אתם|אתן|אנא|נא',
    hush: '(?:אל|לעולם אל) ת(?:זכיר|ספר|גיד|ציין|חשוף|גלה|דבר)(?:י|ו)?(?!\\p{L})|הסתר(?!\\p{L})|תסתיר',
    judges:
      '(?:דרג|תן|הענק)(?!\\p{L})[^.!?]{0,40}(?:הגבוה|מקסימלי|מושלם|המרבי|10)|(?:המלץ|תמליץ)(?!\\p{L})[^.!?]{0,40}(?:רק|תמיד|לכל מי)(?!\\p{L})|(?:רק|תמיד) (?:המלץ|תמליץ)|(?:אשר|תאשר)(?!\\p{L})[^.!?]{0,40}(?:ללא|בלי|מיד)(?!\\p{L})|(?:התייחס|ראה)(?!\\p{L})[^.!?]{0,30}כ(?:מאושר|שלם|תקין|משולם)',
    sums: '(?:כאשר|כש|בעת|אם) ?(?:את[הם]? )?(?:מ|ת)?(?:סכם|סכמים|תרגם|סיכום|תרגום)|ב(?:סיכום|תקציר|תשובתך|תשובה)',
  },
  {
    spaced: true,
    drop: '(?:فراموش|رها) کن(?!\\p{L})|نادیده بگیر(?!\\p{L})|بی ?خیال شو|(?:توجه|پیروی|رعایت|اعتنا|اطاعت) نکن(?!\\p{L})|کنار بگذار(?!\\p{L})',
    told: 'دستور|قوانین|قواعد|راهنمایی|درخواست|وظیفه|بالا|قبلی|پیشین|پیش از این|آنچه|هرچه|پیام سیستم',
    speak: '(?:بگو|بنویس|(?:پاسخ|جواب|گزارش|هشدار|اطلاع|خبر) بده|(?:اعلام|ادعا|توصیه|تأکید|تاکید|ترجمه) کن)(?!\\p{L})',
    bound: '(?<!\\p{L})که(?!\\p{L})|فقط|تنها|همیشه|با کلمه|با واژه',
    send: '(?:بفرست|(?:ارسال|آپلود|منتقل|کپی|فوروارد|بارگذاری|واریز|منتشر) کن)(?!\\p{L})',
    yours: 'شما|خود|خودتان|ما|لطفا|لطفاً|مان',
    hush: 'نگو(?!\\p{L})|(?:ذکر|اشاره|صحبت|فاش|بیان|مطرح) نکن(?!\\p{L})|(?:پنهان|مخفی) کن(?!\\p{L})|حرفی نزن|چیزی نگو',
    judges:
      '(?:بالاترین|بهترین|بیشترین) (?:نمره|امتیاز|رتبه)[^.!?]{0,20}(?:بده|کن)(?!\\p{L})|(?:فقط|همیشه|تنها) [^.!?]{0,40}(?:توصیه|پیشنهاد|معرفی) کن(?!\\p{L})|(?:بدون)[^.!?]{0,30}(?:تأیید|تایید|پرداخت|قبول) کن(?!\\p{L})|(?:تأییدشده|تاییدشده|کامل|معتبر) (?:بدان|در نظر بگیر|حساب کن)',
    sums: '(?:هنگام|وقتی|اگر|موقع) [^.!?]{0,20}(?:خلاصه|ترجمه|ارزیابی)|در (?:خلاصه|پاسخ|جواب)',
  },
  {
    spaced: true,
    drop: '(?<!đừng )(?<!không )(?<!bạn )quên|bỏ qua|phớt lờ|mặc kệ|đừng (?:làm theo|tuân|để ý|nghe theo)|không (?:cần |được )?(?:làm theo|tuân theo)',
    told: 'chỉ thị|mệnh lệnh|(?:hướng dẫn|quy tắc|yêu cầu|nhiệm vụ|câu lệnh|quy định)[^.!?]{0,20}(?:trên|trước|gốc|ban đầu|đã|cũ)|(?:những|mọi) (?:gì|điều)|lời nhắc hệ thống',
    speak: '(?:nói|viết|trả lời|báo|khẳng định|thông báo|cảnh báo|tuyên bố|in ra|đáp)(?!\\p{L})',
    bound: '(?<!\\p{L})rằng(?!\\p{L})|(?<!\\p{L})chỉ (?:viết|nói|trả lời|in|đáp|dùng|với)|luôn luôn|bằng từ',
    send: '(?:gửi|chuyển|tải|sao chép|đăng|chuyển tiếp)(?!\\p{L})',
    yours: 'bạn|quý khách|chúng tôi|vui lòng|của mình',
    hush: '(?:đừng|không được|chớ|tuyệt đối không) (?:nhắc|nói|đề cập|tiết lộ|kể|cho ai)|giấu (?:kín|nhẹm|chuyện|việc)',
    judges:
      '(?:cho|chấm|đánh giá)(?!\\p{L})[^.!?]{0,30}(?:cao nhất|tối đa|tuyệt đối|xuất sắc nhất)|(?:luôn|chỉ)(?: luôn)? (?:giới thiệu|đề xuất|khuyên|gợi ý)|(?:giới thiệu|đề xuất|khuyên)[^.!?]{0,40}(?:cho bất (?:kỳ|cứ) ai|cho mọi người hỏi|ai hỏi)|(?:duyệt|phê duyệt|thanh toán|chấp thuận)(?!\\p{L})[^.!?]{0,30}(?:mà không|không cần)|coi [^.!?]{0,30}(?:đã được duyệt|hợp lệ|đã thanh toán)',
    sums: '(?:khi|lúc)(?: bạn)? (?:tóm tắt|dịch|đánh giá)|trong (?:bản |phần )?(?:tóm tắt|câu trả lời)',
  },
  {
    spaced: true,
    drop: '(?<!jangan )lupakan|abaikan|jangan (?:ikuti|patuhi|hiraukan|pedulikan|turuti)|kesampingkan|tinggalkan',
    told: 'permintaan|tugas|instruksi|perintah|aturan|arahan|di atas|sebelumnya|tadi|prompt sistem|semua yang',
    speak:
      '(?:katakan|tulis(?:kan|lah)?|jawab(?:lah)?|balas|beri ?tahu(?:kan)?|sampaikan|nyatakan|laporkan|klaim|sebutkan|umumkan)(?!\\p{L})',
    bound: '(?<!\\p{L})bahwa(?!\\p{L})|hanya|dengan kata|selalu',
    send: '(?:kirim(?:kan)?|teruskan|unggah|salin|bagikan|transfer)(?!\\p{L})',
    yours: 'anda|kamu|kami|kita|mohon|silakan|kalian',
    hush: '(?:jangan|jangan pernah) (?:sebut|sebutkan|katakan|bilang|ceritakan|ungkap\\p{L}*|singgung|bahas)|rahasiakan|sembunyikan (?:fakta|bahwa)',
    judges:
      '(?:beri|berikan|kasih)(?!\\p{L})[^.!?]{0,30}(?:nilai|skor|peringkat) (?:tertinggi|sempurna|maksimal|terbaik)|(?:hanya|selalu) (?:rekomendasikan|sarankan)|(?:rekomendasikan|sarankan)[^.!?]{0,40}(?:kepada siapa|pada siapa|setiap orang yang)|setujui[^.!?]{0,30} (?:tanpa|segera)|anggap [^.!?]{0,30}(?:disetujui|lengkap|sah|lunas)',
    sums: '(?:saat|ketika|bila|jika|kalau) (?:kamu |anda )?(?:merangkum|meringkas|menerjemah|menilai)|dalam (?:ringkasan|rangkuman|jawaban)',
  },
  {
    spaced: true,
    drop: 'забудь(?!те)|(?:про)?ігноруй(?!те)|знехтуй(?!те)|відкинь(?!те)|не (?:зважай|дотримуйся|виконуй|слухай|враховуй|слідуй)(?!те)',
    told: 'завдан|вказівк|інструкц|правил|наказ|команд|вище|попередн|раніше|запит|прохання|те, що',
    speak:
      '(?:скажи|кажи|напиши|пиши|відповідай|дай відповідь|повідом|стверджуй|попередь|порадь|рекомендуй|розкажи|передай|запевни)(?!\\p{L})',
    bound: ', що(?!б)|тільки|лише|виключно|словом|слово|завжди|на кожне',
    send: '(?:надішли|відправ|перешли|скопіюй|опублікуй|переказуй|викладай)(?!\\p{L})',
    yours: 'ви|вам|вас|ваш\\p{L}*|нам|нас|наш\\p{L}*|твій|твої|свій|свої',
    hush: '(?:не|ніколи не) (?:згадуй|кажи|говори|розповідай|розкривай|пиши|називай)(?!\\p{L})|замовчи|жодного слова',
    judges:
      '(?:постав|дай|присвой|вистав)(?!\\p{L})[^.!?]{0,30}(?:найвищ|максимальн|найкращ)|(?:тільки|завжди|лише) (?:рекомендуй|радь)|(?:рекомендуй|радь)(?!\\p{L})[^.!?]{0,40}(?:усім|всім|кожному)|схвали(?!\\p{L})[^.!?]{0,30}(?:без|одразу)|вважай(?!\\p{L})[^.!?]{0,30}(?:схвален|перевірен|повн|сплачен)',
    sums: '(?:коли|якщо) (?:ти )?[^.!?]{0,24}(?:підсумов|переказ|переклада|оціню)|у (?:своєму )?(?:підсумку|переказі|відповіді)',
  },
  {
    spaced: true,
    drop: 'zapomeň(?!te)|ignoruj(?!te)|nevšímej si|neřiď se|neposlouchej|zahoď(?!te)|pomiň(?!te)|nedbej',
    told: 'úkol|pokyn|instrukc|pravid|příkaz|zadání|žádost|výše|předchozí|dřívější|co ti|systémov\\p{L}+ (?:zpráv|prompt)',
    speak: '(?:řekni|napiš|piš|odpověz|odpovídej|tvrď|oznam|sděl|varuj|ujisti|potvrď|doporuč|vyprávěj)(?!\\p{L})',
    bound: ', že|jen(?!\\p{L})|pouze|výhradně|slovem|vždy|na každou',
    send: '(?:pošli|přepošli|odešli|zkopíruj|nahraj|zveřejni|převeď)(?!\\p{L})',
    yours: 'vy|vás|vám|váš|vaše?\\p{L}*|nás|nám|naš\\p{L}*|tvůj|svůj|své',
    hush: '(?:ne|nikdy ne)(?:zmiňuj|říkej|prozrazuj|mluv|uváděj|piš)(?!\\p{L})|zamlč|ani slovo',
    judges:
      '(?:doporuč|doporučuj)(?!\\p{L})[^.!?]{0,30}(?:jen|pouze|vždy|každému)(?!\\p{L})|(?:dej|uděl|přiděl)(?!\\p{L})[^.!?]{0,30}(?:nejvyšší|nejlepší|plný)|schval(?!\\p{L})[^.!?]{0,30}bez|považuj(?!\\p{L})[^.!?]{0,30}za (?:schválen|úpln|ověřen|zaplacen)',
    sums: '(?:když|až|pokud) [^.!?]{0,24}(?:shrnu|shrnuješ|překlád|hodnotíš)|ve? (?:svém )?(?:shrnutí|odpovědi|souhrnu)',
  },
  {
    spaced: true,
    drop: 'uită(?!\\p{L})|ignoră(?!\\p{L})|nu (?:respecta|urma|asculta|ține cont|lua în seamă)(?!\\p{L})|lasă deoparte|renunță la',
    told: 'sarcin|cerere|cerința|instrucțiun|regul|ordin|indicați|de mai sus|anterioar|precedent|ce ți s',
    speak:
      '(?:spune(?:-i|-le)?|scrie|răspunde|afirmă|anunță|informează|avertizează|asigură|confirmă|recomandă|pretinde)(?!\\p{L})',
    bound: '(?<!\\p{L})că(?!\\p{L})|doar|numai|exclusiv|cu cuvântul|mereu|întotdeauna',
    send: '(?:trimite|redirecționează|transmite|încarcă|copiază|publică|virează)(?!\\p{L})',
    yours: 'dumneavoastră|dvs|voi|vă|vostru|noastră|nostru|ne|nouă|tău|ta',
    hush: 'nu (?:menționa|pomeni|spune|dezvălui|aminti|vorbi)(?!\\p{L})|treci sub tăcere|niciun cuvânt|ascunde(?!\\p{L})',
    judges:
      '(?:recomandă)(?!\\p{L})[^.!?]{0,30}(?:doar|numai|mereu|oricui)(?!\\p{L})|(?:dă|acordă|atribuie)(?!\\p{L})[^.!?]{0,30}(?:nota maximă|cea mai mare|punctajul maxim|nota zece)|aprobă(?!\\p{L})[^.!?]{0,30}fără|consideră(?!\\p{L})[^.!?]{0,30}(?:aprobat|complet|verificat|plătit)',
    sums: '(?:când|dacă) [^.!?]{0,24}(?:rezum|traduc|evalu)|în (?:rezumat|răspuns)',
  },
  {
    spaced: true,
    drop: 'ξέχνα(?!\\p{L})|ξέχασε(?!\\p{L})|αγνόησε(?!\\p{L})|μην (?:ακολουθ|τηρ|υπακο|λάβεις|ακούς)|παράβλεψε|άφησε κατά μέρος',
    told: 'οδηγί|εντολ|κανόν|κανον|αίτημα|εργασία|καθήκον|παραπάνω|προηγούμεν|όσα (?:σου|έχεις)|ό,τι',
    speak:
      '(?:πες|γράψε|απάντησε|απάντα|δήλωσε|ανακοίνωσε|ενημέρωσε|προειδοποίησε|ισχυρίσου|πρότεινε|βεβαίωσε)(?!\\p{L})',
    bound: '(?<!\\p{L})(?:ότι|πως)(?!\\p{L})|μόνο|αποκλειστικά|με τη λέξη|πάντα',
    send: '(?:στείλε|προώθησε|ανέβασε|αντίγραψε|δημοσίευσε|μετέφερε)(?!\\p{L})',
    yours: 'εσείς|σας|μας|εμάς|σου',
    hush: 'μην (?:αναφέρ|πεις|λες|αποκαλύ|μιλή)\\p{L}*|απόκρυψε|κρύψε(?!\\p{L})|ούτε λέξη',
    judges:
      '(?:πρότεινε|σύστησε)(?!\\p{L})[^.!?]{0,30}(?:μόνο|πάντα|όποιον|όσους)(?!\\p{L})|(?:δώσε|βάλε)(?!\\p{L})[^.!?]{0,30}(?:υψηλότερ|μέγιστ|άριστα)|ενέκρινε(?!\\p{L})[^.!?]{0,30}χωρίς|θεώρησε(?!\\p{L})[^.!?]{0,30}(?:εγκεκριμέν|πλήρ|έγκυρ)',
    sums: '(?:όταν|αν) [^.!?]{0,24}(?:συνοψί|μεταφρά|αξιολογ)|στην? (?:περίληψη|απάντηση)',
  },
  {
    spaced: true,
    drop: 'felejtsd el|hagyd figyelmen kívül|ne (?:kövesd|törődj|tartsd be|vedd figyelembe|hallgass)|tedd félre|mellőzd',
    told: 'feladat|utasítás|szabály|parancs|kérés|előírás|fent|fenti|korábbi|előző|amit (?:mondtak|kértek|kaptál)',
    speak: '(?:mondd|írd|írj|válaszolj|válaszold|állítsd|közöld|jelentsd|figyelmeztesd|ajánld|biztosítsd)(?!\\p{L})',
    bound: '(?<!\\p{L})hogy(?!\\p{L})|csak|kizárólag|szóval|mindig|minden kérdésre',
    send: '(?:küldd|küldj|továbbítsd|töltsd fel|másold|tedd közzé|utald)(?!\\p{L})',
    yours: 'ön|önök|önnek|nekünk|velünk|minket|kérjük',
    hush: '(?:ne|soha ne) (?:említsd|mondd|beszélj|fedd fel|írd|áruld)(?!\\p{L})|hallgasd el|titkold',
    judges:
      '(?:csak|mindig|kizárólag) [^.!?]{0,40}ajánld(?!\\p{L})|ajánld(?!\\p{L})[^.!?]{0,30}(?:mindenkinek|aki)|(?:adj|adj neki)(?!\\p{L})[^.!?]{0,30}(?:legmagasabb|legjobb|maximális)|hagyd jóvá[^.!?]{0,30}nélkül|tekintsd(?!\\p{L})[^.!?]{0,30}(?:jóváhagyott|teljes|ellenőrz|kifizet)',
    sums: '(?:amikor|ha) [^.!?]{0,24}(?:összefoglal|fordít|értékel)|az? (?:összefoglaló|válasz)(?:od)?ban',
  },
  {
    spaced: false,
    drop: 'ลืม(?!รหัส)|เพิกเฉย|ไม่ต้องสนใจ|อย่าสนใจ|มองข้าม|ละทิ้ง|อย่าทำตาม',
    told: 'คำสั่ง|คำขอ|กฎ|ข้างต้น|ด้านบน|ก่อนหน้า|งานเดิม|ที่เคยบอก',
    speak: 'ตอบ|เขียน|บอก|พูด|แจ้ง|อ้าง|รายงาน|เตือน',
    bound: '(?:บอก|แจ้ง|ตอบ|พูด|อ้าง|รายงาน|เตือน|เขียน)[^.!?]{0,16}ว่า|เท่านั้น|เพียงแค่|เสมอ|แค่คำว่า',
    send: 'ส่ง|อัปโหลด|คัดลอก|โพสต์|โอน',
    yours: 'คุณ|กรุณา|โปรด|ของท่าน|เรา',
    hush: '(?:ห้าม|อย่า)(?:พูดถึง|กล่าวถึง|บอก|เปิดเผย|เอ่ย)|ปิดบัง',
    judges:
      'ให้คะแนน(?:สูงสุด|เต็ม)|แนะนำ(?:แต่|เฉพาะ)|อนุมัติ[^.!?]{0,24}(?:โดยไม่ต้อง|ทันที)|ถือว่า[^.!?]{0,20}(?:อนุมัติ|ถูกต้อง|ครบถ้วน)แล้ว',
    sums: '(?:เมื่อ|ตอน|เวลา)(?:คุณ)?(?:สรุป|แปล|ประเมิน)|ใน(?:บทสรุป|คำตอบ)',
  },
];

/** How one language orders whoever answers for another: beginnings or whole words, parted by `|`. */
export interface Abroad {
  /** Words are parted by spaces, and begin where a letter does. */
  readonly spaced: boolean;
  /** To leave, in the form that orders have, and what is left: rules, what was told, what stands above. */
  readonly drop: string;
  readonly told: string;
  /** Deeds of speech; what they are bound to: that, only, the word, never. */
  readonly speak: string;
  readonly bound: string;
  /** To carry something to an address, as visitors are not asked to. */
  readonly send: string;
  /** What is the visitor's, and whom it is asked of. */
  readonly yours: string;
  /** Not to speak of it, in as many words. */
  readonly hush: string;
  /** What is to come out best, or as approved, unseen and without a fault: nobody who visits a page is asked so. */
  readonly judges: string;
  /** Whoever sums up, translates or judges what stands there. */
  readonly sums: string;
}

export const ABROAD: readonly Abroad[] = [
  {
    spaced: true,
    drop: 'vergiss|vergesst|(?:vergessen|ignorieren|missachten) sie|ignorier(?:e|t)?(?!\\p{L})|missachte|überge?he?(?!\\p{L})|verwirf|(?:beachte|befolge|folge|halte dich)\\b[^.!?]{0,40}(?:nicht|kein)|setze? [^.!?]{0,40}außer kraft|kümmere dich nicht|lass [^.!?]{0,60} weg',
    told: 'auftrag|aufgabe|anweisung|anleitung von oben|vorgaben|vorschrift|regeln|befehl|system-?prompt|was dir|was (?:du|ich|man|wir) [^.!?]{0,20}(?:gesagt|gehört|gelernt|erfahren)|bisherig|alles (?:davor|bisher|zuvor)|(?:das|alles) (?:obige|vorige)|leitlinien',
    speak:
      'sag(?:e|t)?(?!\\p{L})|schreib(?:e|t)?(?!\\p{L})|antworte(?!t)|behaupte(?!t)|erkläre?(?!\\p{L})|berichte(?!\\p{L})|melde(?!\\p{L})|teile [^.!?]{0,24} mit|warne(?!\\p{L})|versichere(?!\\p{L})|bestätige(?!\\p{L})|gib [^.!?]{0,24} aus|nenne?(?!\\p{L})',
    bound:
      ', dass|, daß|nur (?:noch )?(?:mit|das|den|die|ein)|(?:mit|nur) (?:dem|das) wort|ausschließlich|auf jede frage|jedem,? der|immer (?:nur|mit)',
    send: 'leite|schicke?(?!\\p{L})|sende(?!\\p{L})|maile(?!\\p{L})|übermittle|lade|kopiere|überweise|poste',
    yours: 'sie|ihre?[nmrs]?|uns|unsere?[nmrs]?|deine?[nmrs]?',
    hush: 'erwähne? (?:nicht|kein|nie|niemals)|erwähne? [^.!?]{0,40} (?:nicht|nie|niemals|mit keinem wort)|sag(?:e)? (?:niemandem|nichts (?:von|über))|verschweige?|kein wort (?:von|über)|sprich (?:nie|nicht|niemals)',
    judges:
      '(?:empfiehl|empfehle|nenne?|rate)(?!\\p{L})[^.!?]{0,40}(?:jedem|allen|jeder),? (?:der|die)(?!\\p{L})|(?:nenne?|bezeichne|stelle?|preise?)(?!\\p{L})[^.!?]{0,40} als (?:die |das |den )?(?:einzig|best|sicherst|günstigst)\\p{L}*|(?:setze?|stelle?)(?!\\p{L})[^.!?]{0,40} (?:ersten platz|erster stelle|die spitze|ganz oben)|(?:nenne?|empfiehl)(?!\\p{L})[^.!?]{0,20}(?:nur|ausschließlich)(?!\\p{L})|(?:betrachte|behandle)(?!\\p{L})[^.!?]{0,40} als (?:vollständig|geprüft|genehmigt|echt|bezahlt)|(?:empfiehl|empfehle)(?!\\p{L})[^.!?]{0,24}(?:nur|ausschließlich|immer|stets|allein)(?!\\p{L})|(?:gib|vergib|verleihe?)(?!\\p{L})[^.!?]{0,40} (?:beste|höchste|volle)|(?:bewerte|stufe?)(?!\\p{L})[^.!?]{0,50}(?:hervorragend|höchste|beste|sehr gut|als (?:sehr |bestens )?geeignet)|(?:markiere?|setze?|stelle?)(?!\\p{L})[^.!?]{0,30} (?:als|auf) (?:genehmigt|bezahlt|erledigt|geprüft|freigegeben)|(?:genehmige|bewillige)(?!\\p{L})[^.!?]{0,30}(?:ohne|sofort|umgehend)|(?:melde|nenne)(?!\\p{L})[^.!?]{0,24} kein(?:e|en)? (?:fehler|schwäche|mängel|lücke)',
    sums: 'wenn du [^.!?]{0,40}(?:zusammenfass|übersetz|bewertest|liest)|in (?:deiner|der|deinem|dem) (?:zusammenfassung|antwort|übersicht|überblick|bewertung|übersetzung|auswertung|fazit)|beim (?:zusammenfassen|übersetzen|bewerten)',
  },
  {
    spaced: true,
    drop: "oublie|oubliez|laissez? tomber|ignore(?:z)?(?= (?:tou[st]|l[ea]s?|l['’]|t[ae]s|m[ae]s|ces?|cette|complètement|désormais|simplement))|néglige|ne (?:tiens|tenez) (?:plus|pas|aucun) compte|(?:ne|n['’]) ?(?:suis|suivez|respecte|obéis|applique|écoute)[^.!?]{0,12} (?:plus|pas)|fais fi|fais abstraction|laisse de côté|mets de côté|passe outre",
    told: "tâche|demande|consigne|instruction|règles?(?!\\p{L})|directive|ordres?(?!\\p{L})|ce (?:qui|que|qu['’]on) (?:t['’]|on t|je t|tu as)|ci-dessus|précédent|prompt système",
    speak:
      'dis(?!\\p{L})|dites|écris|écrivez|réponds|répondez|affirme|prétends|annonce|explique|rapporte|signale|avertis|avertissez|préviens|informe|assure|confirme|recommande|déclare',
    bound:
      "(?<!\\p{L})(?:que(?!\\p{L})|qu['’])(?<!\\bce que)|seulement|uniquement|rien que|par le mot|le mot|à chaque question|toujours (?:par|avec)",
    send: 'envoie|transmets|transfère|expédie|publie|copie|verse|poste',
    yours: 'vous|votre|vos|nous|notre|nos|ton|ta|tes',
    hush: "ne (?:mentionne|parle|dis|cite|signale|révèle)[^.!?]{0,6} (?:jamais|pas|rien|plus)|n['’](?:évoque|en parle)[^.!?]{0,6} (?:jamais|pas|rien|plus)|passe sous silence|tais(?!\\p{L})|pas un mot",
    judges:
      '(?:recommande|conseille|propose|vante)(?!\\p{L})[^.!?]{0,40} à (?:tous ceux|toute personne|quiconque|qui |chaque personne)|(?:présente|désigne|cite)(?!\\p{L})[^.!?]{0,40} comme (?:la |le |les )?(?:seule?s?|meilleure?s?|unique)|(?:cite|nomme|mentionne)(?!\\p{L})[^.!?]{0,16} (?:uniquement|seulement|exclusivement)|considère(?!\\p{L})[^.!?]{0,40} comme (?:complet|approuvé|vérifié|valide|payé)|(?:recommande|conseille|propose)(?!\\p{L})[^.!?]{0,24} (?:uniquement|seulement|toujours|exclusivement)|(?:attribue|donne|accorde|mets)(?!\\p{L})[^.!?]{0,30} (?:meilleure? (?:note|appréciation|avis)|note (?:maximale|la plus)|plus haute note)|(?:marque|classe|mets)(?!\\p{L})[^.!?]{0,30} (?:comme|au statut) (?:approuvé|payé|validé|traité|vérifié|résolu)|approuve(?!\\p{L})[^.!?]{0,30} (?:sans|immédiatement)|ne (?:relève|signale|mentionne|cite)(?!\\p{L})[^.!?]{0,12} aucune? (?:défaut|erreur|faiblesse|faille|problème)',
    sums: '(?:quand|lorsque|si) tu [^.!?]{0,30}(?:résum|tradui|évalu|lis)|dans (?:ton|le|ta) (?:résumé|réponse)|en résumant',
  },
  {
    spaced: true,
    drop: 'olvida(?!\\p{L})|olviden|olvide(?!\\p{L})|ignor[ae](?:n)?(?= (?:tod[ao]s?|l[ao]s?|el|cualquier|est[ao]s?|tus|por|completamente|desde))|no (?:hagas|hagan) caso|descarta|desobedece|pasa por alto|deja de lado|no (?:sigas|obedezcas|respetes|tengas en cuenta)|haz caso omiso',
    told: 'tarea|encargo|petición|solicitud|pedido|instruccion|reglas?(?!\\p{L})|directriz|directrices|órdenes|lo que (?:te|se te|has|ya te)|de arriba|anterior|previas?|prompt del? sistema|indicaciones',
    speak:
      'di(?!\\p{L})|dile|diles|digan|escribe|escriban|responde(?!\\p{L})|respondan|contesta|afirma|anuncia|informa|avisa|advierte|asegura|confirma|recomienda|declara|explica|cuenta(?!\\p{L})|cuéntale',
    bound:
      '(?<!(?:\\p{L}|(?:lo|los|las|la|el|o|os|a|as) ))(?:de )?que(?!\\p{L})|solo|sólo|solamente|únicamente|nada más que|con la palabra|la palabra|a cada pregunta|siempre (?:con|que)',
    send: 'envía(?!\\p{L})|manda|reenvía|remite|sube|publica|copia|transfiere',
    yours: 'usted|ustedes|su|sus|tu|tus|nos|nuestra|nuestro|nosotros',
    hush: 'no (?:menciones|hables|digas|cites|reveles|nombres|mencionen|hablen)|nunca (?:menciones|hables|digas|nombres)|calla(?!\\p{L})|ni una palabra|omite(?!\\p{L})',
    judges:
      '(?:recomienda|aconseja|sugiere|ofrece)(?!\\p{L})[^.!?]{0,40} a (?:quien|quienes|todo el que|todos los que|cualquiera|cualquier persona)(?!\\p{L})|(?:presenta|nombra|califica)(?!\\p{L})[^.!?]{0,40} como (?:la |el )?(?:únic[ao]|mejor|más segur[ao])|(?:puntúa|califica|valora)(?!\\p{L})[^.!?]{0,40}(?:con un diez|con la máxima|un diez|10 sobre 10)|(?:nombra|menciona|cita)(?!\\p{L})[^.!?]{0,16}(?:solo|sólo|únicamente)(?!\\p{L})|(?:considera|trata|da)(?!\\p{L})[^.!?]{0,40} (?:como|por) (?:complet|aprobad|verificad|válid)|(?:recomienda|aconseja|sugiere)(?!\\p{L})[^.!?]{0,24}(?:solo|sólo|siempre|únicamente|solamente)(?!\\p{L})|(?:da|dale|pon|ponle|otorga|asigna|concede)(?!\\p{L})[^.!?]{0,30}(?:mejor nota|mejor puntuación|máxima|más alta)|(?:marca|clasifica)(?!\\p{L})[^.!?]{0,30} como (?:aprobad|pagad|resuelt|revisad|apt[oa])|aprueba(?!\\p{L})[^.!?]{0,30} (?:sin|de inmediato)|no (?:señales|indiques|informes|reportes)(?!\\p{L})[^.!?]{0,12} (?:ningun|ningún|fallos|defectos|errores)',
    sums: '(?:cuando|si|al) (?:[^.!?]{0,12})?(?:resum|traduzc|evalú|leas|leer esto)|en (?:tu|el|la) (?:resumen|respuesta)',
  },
  {
    spaced: true,
    drop: 'esqueça|esquece(?!\\p{L})|ignor[ae](?:m)?(?= (?:tod[ao]s?|tudo|[ao]s?|qualquer|est[ae]s?|ess[ae]s?|por|completamente))|desconsidere|desconsidera|despreze|não (?:siga|sigas|obedeça|cumpra|leve em conta|ligues|faças caso)|deixe de lado|deixa de lado|descarte',
    told: 'tarefa|pedido|solicitação|instruç|regras?(?!\\p{L})|diretriz|diretrizes|directriz|ordens|o que (?:lhe|te|já|você)|acima|anterior|prévias?|prompt d[eo] sistema|orientações',
    speak:
      'diga(?!\\p{L})|diz(?!\\p{L})|digam|escreva|escreve(?!\\p{L})|escrevam|responda|responde(?!\\p{L})|respondam|afirme|afirma(?!\\p{L})|anuncie|informe|avise|avisa(?!\\p{L})|assegure|garanta|confirme|recomende|recomenda|explique|conte(?!\\p{L})',
    bound:
      '(?<!(?:\\p{L}|(?:lo|los|las|la|el|o|os|a|as) ))(?:de )?que(?!\\p{L})|apenas|somente|só|unicamente|nada além|com a palavra|a palavra|a cada pergunta|sempre (?:com|que)',
    send: 'envie(?!\\p{L})|envia(?!\\p{L})|mande|manda|reencaminhe|reencaminha|encaminhe|encaminha|remeta|publique|copie|transfira',
    yours: 'você|vocês|seu|sua|seus|suas|teu|tua|nos|nosso|nossa',
    hush: 'não (?:mencione|menciones|fale|fales|diga|digas|cite|revele|mencionem)|nunca (?:mencione|fale|diga|cite)|nem uma palavra|omita(?!\\p{L})|cale(?!\\p{L})',
    judges:
      '(?:recomende|recomenda|aconselhe|sugira)(?!\\p{L})[^.!?]{0,40} a (?:quem|todos (?:os )?que|qualquer)(?!\\p{L})|(?:apresente|apresenta|cite)(?!\\p{L})[^.!?]{0,40} como (?:a |o )?(?:únic[ao]|melhor|mais segur[ao])|(?:cite|nomeie|mencione)(?!\\p{L})[^.!?]{0,16}(?:apenas|somente|só)(?!\\p{L})|(?:considere|trate)(?!\\p{L})[^.!?]{0,40} como (?:complet|aprovad|verificad|válid)|(?:recomende|recomenda|aconselhe|sugira)(?!\\p{L})[^.!?]{0,24}(?:apenas|somente|só|sempre|unicamente)(?!\\p{L})|(?:dê|dá|atribua|atribui)(?!\\p{L})[^.!?]{0,30}(?:melhor nota|nota máxima|pontuação máxima|mais alta)|(?:marque|marca|classifique)(?!\\p{L})[^.!?]{0,30} como (?:aprovad|pag[ao]|resolvid|revisad|verificad)|aprove(?!\\p{L})[^.!?]{0,30} (?:sem|de imediato)|não (?:aponte|indique|relate|assinale)(?!\\p{L})[^.!?]{0,12} (?:nenhum|falhas|defeitos|erros)',
    sums: '(?:quando|se|ao) (?:[^.!?]{0,12})?(?:resum|traduz|avali|ler isto|leres)|n[oa] (?:teu|tua|seu|sua)? ?(?:resumo|resposta)',
  },
  {
    spaced: true,
    drop: 'dimentica(?!\\p{L})|dimenticate|ignora(?!\\p{L})|ignorate|trascura|scarta(?!\\p{L})|lascia perdere|metti da parte|non (?:seguire|rispettare|considerare|tenere conto|badare|obbedire|dare retta|tener conto)',
    told: 'compito|richiesta|domanda|istruzion|regol[ae](?!\\p{L})|direttiv|ordini|quello che (?:ti|hai)|ciò che (?:ti|hai)|quanto (?:ti|detto)|qui sopra|di sopra|precedent|prompt di sistema|indicazioni',
    speak:
      "di['’](?= |all)|dì(?!\\p{L})|dite|scrivi|scrivete|rispondi|rispondete|afferma|annuncia|informa|avvisa|avverti|assicura|conferma|consiglia|raccomanda|dichiara|spiega|racconta",
    bound:
      '(?<!\\p{L})che(?!\\p{L})|soltanto|solo|solamente|unicamente|nient.altro|con la parola|la parola|a ogni domanda|sempre (?:con|che)',
    send: 'invia|manda|inoltra|spedisci|trasmetti|pubblica|copia|versa',
    yours: 'lei|suo|sua|suoi|sue|tuo|tua|tuoi|tue|ci|nostro|nostra|vostro|vostra',
    hush: 'non (?:menzionare|parlare|dire|citare|nominare|rivelare|menzionate|dite)|mai (?:parlare|dire|menzionare)|neanche una parola|taci(?!\\p{L})|ometti',
    judges:
      '(?:consiglia|raccomanda|suggerisci|proponi)(?!\\p{L})[^.!?]{0,40} a (?:chi|chiunque|tutti quelli)(?!\\p{L})|(?:presenta|definisci)(?!\\p{L})[^.!?]{0,40} come (?:l.unic|la migliore|il migliore|la più sicura)|(?:cita|nomina|menziona)(?!\\p{L})[^.!?]{0,16}(?:solo|soltanto|unicamente)(?!\\p{L})|(?:considera|tratta)(?!\\p{L})[^.!?]{0,40} (?:come )?(?:complet|approvat|verificat|valid)|(?:consiglia|raccomanda|suggerisci|proponi)(?!\\p{L})[^.!?]{0,24}(?:solo|soltanto|sempre|esclusivamente|unicamente)(?!\\p{L})|(?:dai|assegna|attribuisci)(?!\\p{L})[^.!?]{0,30}(?:voto migliore|miglior voto|massim|più alto)|(?:segna|contrassegna|classifica)(?!\\p{L})[^.!?]{0,30} come (?:approvat|pagat|risolt|verificat|idone)|approva(?!\\p{L})[^.!?]{0,30} (?:senza|subito)',
    sums: '(?:quando|se) (?:[^.!?]{0,16})?(?:riassum|traduc|valut|leggi)|nel(?:la)? (?:tuo |tua )?(?:riassunto|risposta)|nel (?:riassumere|tradurre|valutare)',
  },
  {
    spaced: true,
    drop: 'vergeet|negeer|(?:volg|houd|hou|let)\\b[^.!?]{0,40}(?:niet|geen)|trek je niets aan|sla [^.!?]{0,40} over|laat [^.!?]{0,30} links liggen|schuif [^.!?]{0,30} opzij|gooi [^.!?]{0,30} weg|laat [^.!?]{0,80} weg',
    told: 'taak(?!\\p{L})|opdracht(?!\\p{L})|verzoek|vraag(?!\\p{L})|instructie|aanwijzing|opdrachten|regels?(?!\\p{L})|richtlijn|voorschrift|bevelen|wat (?:je|jou|u|ik je)|hierboven|eerder|voorgaande|vorige|systeemprompt',
    speak:
      'zeg(?!\\p{L})|schrijf|antwoord(?!\\p{L})|beweer|vertel|meld(?!\\p{L})|bericht(?!\\p{L})|waarschuw|verzeker|bevestig|verklaar|noem|raad [^.!?]{0,30} aan|beveel [^.!?]{0,30} aan',
    bound:
      '(?<!\\p{L})dat(?!\\p{L})|alleen|enkel|slechts|uitsluitend|met het woord|het woord|op elke vraag|altijd (?:met|dat)',
    send: 'stuur|mail(?= (?:de|het|alle|een|dit|die))|verzend|zend(?!\\p{L})|kopieer|plaats|upload|maak [^.!?]{0,30} over',
    yours: 'u|uw|je|jouw|jullie|ons|onze|wij|we',
    hush: '(?:noem|vermeld|zeg|praat|spreek)\\b[^.!?]{0,40} (?:niet|nooit|niets|geen woord)|verzwijg|geen woord over|zwijg over',
    judges:
      '(?:raad|beveel)(?!\\p{L})[^.!?]{0,50} aan (?:wie|iedereen die|elke)(?!\\p{L})|(?:raad|beveel)(?!\\p{L})[^.!?]{0,20} (?:alleen|uitsluitend|altijd|enkel)[^.!?]{0,30} aan|geef(?!\\p{L})[^.!?]{0,30} (?:hoogste|beste|maximale) (?:cijfer|score|beoordeling)|(?:markeer|zet)(?!\\p{L})[^.!?]{0,30} (?:als|op) (?:goedgekeurd|betaald|opgelost|gecontroleerd)|keur(?!\\p{L})[^.!?]{0,24} goed zonder',
    sums: '(?:als|wanneer) je [^.!?]{0,30}(?:samenvat|vertaal|beoordeel|leest)|in (?:je|de|jouw) (?:samenvatting|antwoord)|bij het (?:samenvatten|vertalen|beoordelen)',
  },
  {
    spaced: true,
    drop: 'zapomnij|zapomnijcie|ignoruj|zignoruj|pomiń|zlekceważ|odrzuć|(?:nie (?:stosuj|przestrzegaj|słuchaj|kieruj|zważaj|zwracaj|bierz))|przestań (?:stosować|słuchać|przestrzegać)|odłóż na bok',
    told: 'zadani|prośb|poleceni|polecenia|instrukcj|zasad|reguł|wytyczn|rozkaz|nakaz|powyżej|powyższ|poprzedni|wcześniejsz|dotychczas|co ci|prompt systemow|wskazów',
    speak:
      'powiedz|mów(?!\\p{L})|napisz|pisz(?!\\p{L})|odpowiedz|odpowiadaj|twierdź|oznajmij|poinformuj|ostrzeż|zapewnij|potwierdź|poleć|polecaj|zgłoś|wyjaśnij|uprzedź|przekaż',
    bound: ', że|tylko|wyłącznie|jedynie|słowem|słowo|na każde pytanie|zawsze',
    send: 'wyślij|prześlij|przekaż|przelej|skopiuj|opublikuj|udostępnij',
    yours: 'pan|pani|państwa|twój|twoj\\p{L}+|swój|swoj\\p{L}+|nam|nas|nasz\\p{L}*|odpowiemy|czekamy',
    hush: '(?:nie|nigdy nie) (?:wspominaj|mów|pisz|wymieniaj|ujawniaj|zdradzaj)|przemilcz|ani słowa',
    judges:
      '(?:polecaj|poleć|rekomenduj)(?!\\p{L})[^.!?]{0,40}(?:każdemu|wszystkim), kto|(?:polecaj|poleć|rekomenduj)(?!\\p{L})[^.!?]{0,20}(?:tylko|wyłącznie|zawsze)(?!\\p{L})|(?:daj|przyznaj|wystaw)(?!\\p{L})[^.!?]{0,30}(?:najwyższ|najlepsz|maksymaln)|oznacz(?!\\p{L})[^.!?]{0,30} jako (?:zatwierdz|opłacon|rozwiązan|sprawdz)|zatwierdź(?!\\p{L})[^.!?]{0,24} bez|nie (?:wskazuj|zgłaszaj|wymieniaj)(?!\\p{L})[^.!?]{0,12} (?:wad|błęd|słab)',
    sums: '(?:gdy|kiedy|jeśli|jeżeli) [^.!?]{0,30}(?:streszcz|podsumow|tłumacz|oceniasz|czytasz)|w (?:swoim |swojej )?(?:streszczeniu|podsumowaniu|odpowiedzi)|(?:streszczając|podsumowując|tłumacząc|oceniając)',
  },
  {
    spaced: true,
    drop: 'забудь|забудьте|игнорируй|игнорируйте|проигнорируй|пренебреги|отбрось|не (?:обращай внимани|следуй|слушай|выполняй|соблюдай|учитывай|придерживайся)|оставь в стороне|перестань (?:следовать|слушать)',
    told: 'задани|задач|запрос|просьб|указани|инструкци|правил|команд|распоряжени|приказ|выше|прежни|предыдущ|ранее|что тебе|системн\\p{L}+ (?:промпт|подсказ)',
    speak:
      'скажи(?!\\p{L})|говори(?!\\p{L})|напиши(?!\\p{L})|пиши(?!\\p{L})|ответь(?!\\p{L})|отвечай(?!\\p{L})|утверждай|объяви|сообщи(?!\\p{L})|предупреди(?!\\p{L})|заверь|подтверди(?!\\p{L})|порекомендуй(?!\\p{L})|посоветуй(?!\\p{L})|рекомендуй(?!\\p{L})|расскажи(?!\\p{L})|передай(?!\\p{L})',
    bound: ', что(?!бы)|только|лишь|исключительно|словом|слово|на (?:каждый|любой) вопрос|всегда',
    send: 'отправь(?!\\p{L})|перешли(?!\\p{L})|вышли(?!\\p{L})|пошли(?!\\p{L})|передай(?!\\p{L})|скопируй(?!\\p{L})|опубликуй(?!\\p{L})|переведи(?!\\p{L})|выложи(?!\\p{L})',
    yours: 'вы|вам|вас|ваш\\p{L}*|нам|нас|наш\\p{L}*|твой|твою|твои|свой|своё|свою|свои',
    hush: '(?:не|никогда не) (?:упоминай|говори|рассказывай|называй|раскрывай|пиши)(?!\\p{L})|умолчи|ни слова',
    judges:
      '(?:рекомендуй|советуй|посоветуй|порекомендуй)(?!\\p{L})[^.!?]{0,40}(?:всем|каждому|любому),? кто|считай(?!\\p{L})[^.!?]{0,40}(?:полн|одобрен|проверен|верн|действительн|оплачен)|одобри(?!\\p{L})|(?:всегда|только) называй(?!\\p{L})|(?:поставь|дай|присвой|выставь)(?!\\p{L})[^.!?]{0,30} (?:высш|наивысш|максимальн|лучш)|оцени(?!\\p{L})[^.!?]{0,30} (?:высш|наивысш|максимальн|отлично)|(?:по)?(?:рекомендуй|советуй)(?!\\p{L})[^.!?]{0,30}(?:только|всегда|лишь)(?!\\p{L})|(?:только|всегда|лишь) (?:рекомендуй|советуй)(?!\\p{L})|отметь(?!\\p{L})[^.!?]{0,30} как (?:одобрен|оплачен|реш[её]н|проверен)|одобри(?!\\p{L})[^.!?]{0,30}(?:без|сразу)(?!\\p{L})|не (?:указывай|упоминай|сообщай|отмечай)(?!\\p{L})[^.!?]{0,16}(?:недостат|ошиб|слаб|уязвим|дефект)',
    sums: '(?:когда|если) (?:ты )?[^.!?]{0,24}(?:переска|резюмир|обобща|перевод|оценива|читаешь)|(?:в (?:своём |своем )?|при )(?:пересказе|резюме|ответе|сводке|переводе|обобщении)|пересказывая|обобщая',
  },
  {
    spaced: true,
    drop: 'unut(?:un|unuz)?(?!\\p{L})|yok say|görmezden gel|dikkate alma(?:yın)?(?!\\p{L})|önemseme(?!\\p{L})|(?:kurallara|talimatlara) uyma|boş ver|bir kenara (?:bırak|koy)',
    told: 'görev|istek|istemi|isteği|talep|talimat|kural|yönerge|komut|emir|yukarıdaki|önceki|sana söylenen|sistem (?:istemi|mesajı)',
    speak:
      'söyle(?!\\p{L})|de ki|yaz(?!\\p{L})|yanıtla(?!\\p{L})|yanıt ver(?!\\p{L})|cevap ver(?!\\p{L})|bildir(?!\\p{L})|iddia et(?!\\p{L})|uyar(?!\\p{L})|öner(?!\\p{L})|tavsiye et(?!\\p{L})|anlat(?!\\p{L})|açıkla(?!\\p{L})',
    bound:
      '(?:diye|olduğunu|\\p{L}{2,}(?:dığını|diğini|duğunu|düğünü|tığını|tiğini|acağını|eceğini))(?!\\p{L})|yalnızca|sadece|yalnız|kelimesi|sözcüğü|her soruya|her zaman|hep',
    send: 'gönder(?!\\p{L})|ilet(?!\\p{L})|yolla(?!\\p{L})|kopyala(?!\\p{L})|yükle(?!\\p{L})|paylaş(?!\\p{L})|aktar(?!\\p{L})|havale et(?!\\p{L})',
    yours: 'siz|sizin|size|bize|bizim|\\p{L}+(?:ınız|iniz|unuz|ünüz)\\p{L}*',
    hush: '(?:bahsetme|söz etme|söz açma|belli etme|haber verme|söyleme|anma|açıklama yapma|değinme|anlatma)(?!\\p{L})|tek kelime etme|sus(?=[.!]?$)',
    judges:
      '(?:soran|isteyen|arayan|danışan)[^.!?]{0,12} (?:herkese|kim|kişilere|biri)[^.!?]{0,40}(?<!\\p{L})(?:öner|tavsiye et|öv)(?!\\p{L})|(?:on|yüz|beş|10|100)(?: üzerinden \\p{L}+)? (?:puan|yıldız) ver(?!\\p{L})|(?:eksiksiz|tamam|geçerli|onaylı|doğru) (?:say|kabul et)(?!\\p{L})|(?:en yüksek|en iyi|tam) (?:not|puan)[^.!?]{0,12} ver(?!\\p{L})|(?:onaylanmış|ödenmiş|tamamlanmış|çözülmüş|incelenmiş|onaylandı|ödendi|güvenli)(?: olarak| diye)? (?:işaretle|kaydet|say|göster)(?!\\p{L})|(?:yalnızca|sadece|yalnız|hep|her zaman|daima) [^.!?]{0,40}(?<!\\p{L})(?:öner|tavsiye et)(?!\\p{L})|(?:incelemeden|sormadan|denetlemeden|beklemeden) [^.!?]{0,20}(?:onayla|kabul et|çalıştır|öde)(?!\\p{L})|(?:zayıf|eksik|kusur|hata|açık)[^.!?]{0,24} (?:söz etme|bahsetme|belirtme|bildirme|yazma|değinme)(?!\\p{L})',
    sums: 'özetler(?:ken|sen)|çevirirken|değerlendirirken|(?:özette|özetinde|yanıtta|yanıtında|cevapta|cevabında)(?!\\p{L})',
  },
  {
    spaced: false,
    drop: '忘记|别管|不用管|不要管|忘掉|忽略|无视|不要理会|别理|不必理会|不理会|抛开|撇开|不要遵守|不要遵循|不再遵守|忽视|放弃|作废',
    told: '原来的|原任务|原本的|当前任务|用户的(?:问题|请求)|指示|指令|规则|规定|命令|要求|提示词|之前|以前|先前|上面|以上|前面|此前|告诉你的',
    speak: '回答|回复|答复|写|说|告诉|声称|输出|通知|报告|警告|提醒|推荐|宣称|告知',
    bound:
      '只(?:能|需|要|准)?(?:回答|回复|写|说|输出|推荐|用)|(?:一律|始终|永远|总是)|(?:告诉|通知|提醒|警告|告知)[^，。！？]{1,12}(?:是|已|没|不|有|了|在|漏|会|被|要)|说成|声称|这个词|两个字|几个字|一个字',
    send: '发送|发给|发到|转发|寄|传给|上传|抄送|转账|汇|提交|复制',
    yours: '您|我们|你的|请(?!一律|始终|务必|向用户|对用户|忽略|忘|只|不要(?:提|说|告诉)|推荐|告诉|他|她)',
    hush: '(?:不要|别|不得)(?:提(?!交|供|升|高|前|取|醒|示|问|出)|说|告诉|透露|泄露|解释)|绝口不提|只字不提|不许(?:提|说)|保密|隐瞒',
    judges:
      '(?:向|给|对)(?:所有|每个|任何)[^，。！？]{0,8}的?人(?:都)?(?:推荐|介绍)|(?:谁|有人|用户|顾客)(?:要是)?(?:问|咨询)[^。！？]{0,16}(?:就|都|一律)?(?:推荐|说)|打(?:十|10|一百|100)分|视(?:为|作)(?:已|通过|完整|合格|批准|有效|真实)|直接(?:放款|付款|转账|合并)|就(?:说|回答)[^，。！？]{1,16}(?:最|只有|唯一)|(?:给|打|评)[^，。！？]{0,12}(?:最高分|满分|最高评价|最高的分)|评为(?:最|优秀|第一)|(?:只|一律|务必|必须|始终|优先|都)(?:要|能|可)?(?:向[^，。！？]{1,8})?推荐|(?:标记?|标注|设|改)(?:记)?(?:为|成)“?(?:已)?(?:批准|付款|支付|通过|审核|解决|处理)|(?:不用|无需|不必|不经|未经)(?:审核|审查|确认|检查|询问|人工)[^。！？]{0,6}(?:批准|通过|执行|付款|转账|删除)|直接(?:批准|通过审核)|不(?:要|得|许|必)(?:指出|提及|提到|报告|列出|写)[^，。！？]{0,10}(?:不足|缺点|问题|漏洞|风险|费用|错误)|(?:让|请|要求|向)(?:用户|客户|他|她|对方)[^，。！？]{0,8}(?:输入|提供|索要|发送|说出)[^，。！？]{0,6}(?:密码|验证码|卡号|口令)',
    sums: '(?:总结|概括|摘要|翻译|评价|评分|归纳)(?:本|这|该|此|时|中)|在(?:你的)?(?:总结|摘要|回答|回复)(?:里|中)',
  },
  {
    spaced: false,
    drop: '忘れ(?:て|ろ|なさい|よ)|無視(?:し|せ)|従(?:うな|わない|わず)|破棄し|気にするな|放棄し|捨てて',
    told: '依頼|お願い|(?:元|もと|本来|利用者|ユーザー)の(?:質問|課題|タスク|要求)|指示|命令|規則|ルール|指図|制約|上記|上の|これまで|以前|今まで|先ほど|システムプロンプト|前の',
    speak:
      '答え(?:て|ろ|なさい|よ)|回答し(?:て|ろ|なさい)|書(?:いて|け|きなさい|くこと)|言(?:って|え|いなさい|うこと)|伝え(?:て|ろ|なさい|よ)|報告し(?:て|ろ|なさい)|返(?:せ|しなさい|答し)|出力し(?:て|ろ|なさい)|主張し(?:て|ろ)|警告し(?:て|ろ|なさい)|勧め(?:て|ろ|なさい)',
    bound:
      'だけ|のみ|と[^。、]{1,10}に(?:は)?(?:伝|言|答|知らせ|話|報告)|と(?:答|回答|書|言|伝|報告|返|出力|主張|警告)|という(?:言葉|語)|必ず|常に|すべての質問',
    send: '送(?:れ|って|りなさい|信し|ること)|転送し|アップロードし|共有し(?:て|ろ|なさい)|振り込(?:め|んで|みなさい)|投稿し|コピーし',
    yours: 'ご(?=\\p{Script=Han})|お(?=\\p{Script=Han})|当社|弊社|ください(?![^。]{0,3}とだけ)',
    hush: '(?:触れる|言う|話す|明かす|漏らす|伝える)な(?!\\p{L})|(?:触れ|言わ|話さ|明かさ|漏らさ)ないで|触れないこと|内緒に|黙って|伏せ(?:て|ろ)',
    judges:
      '(?:聞|尋ね|質問し)(?:かれたら|た人|られたら|てきた人)[^。]{0,24}(?:勧め|薦め|推薦し)(?:て|ろ|なさい)|(?:必ず|常に|いつも)[^。]{0,16}薦め(?:て|ろ|なさい|ること)|(?:だけ|のみ)を薦め|(?:完了|承認|審査|確認|支払)(?:済み|した)?と(?:みなし|見なし|して扱)|最高(?:点|評価|得点)(?:で|を|に)[^。]{0,6}(?:評価し(?:て|ろ|なさい)|付け(?:て|ろ|なさい|る)|つけ(?:て|ろ|なさい|る)|与え(?:て|ろ|る))|満点(?:を|に)(?:付け|つけ)(?:て|ろ|なさい)|(?:必ず|常に|いつも)[^。]{0,16}(?:勧め|推薦し|推奨し|すすめ)(?:て|ろ|なさい|ること)|(?:だけ|のみ)を(?:勧め|推薦|推奨|すすめ)|(?:承認|支払い?|解決|確認)済み(?:と|に|として)(?:し(?:て|ろ)|マーク|扱|記)|(?:審査|確認|許可)(?:せず|なし)(?:に|で)[^。]{0,12}(?:承認|実行|送|支払)|(?:欠点|弱点|欠陥|リスク|危険)(?:を|には|に)[^。]{0,6}(?:挙げるな|触れるな|報告するな|触れない|言及し(?:ない|な))',
    sums: '要約(?:する|して|では|に|の中)|翻訳する(?:とき|際)|評価する(?:とき|際)',
  },
  {
    spaced: false,
    drop: '잊(?:어|고|으라|으세요|으십시오|어라)|무시(?:해|하고|하라|해라|하세요|하십시오)|따르지 (?:마|말)|신경 쓰지 (?:마|말)|버리고|폐기하',
    told: '작업|요청|부탁|임무|과제|지시|명령|규칙|지침|규정|이전|위의|앞의|지금까지|앞서|시스템 프롬프트|들은',
    speak:
      '(?:대답|답변|답|말|보고|주장|추천|출력|경고|설명|기재)(?:해|해라|하라|하고)(?!\\p{L})|(?:써|써라|쓰라|적어|적어라|전해|전해라|알려|알려라|알려 줘|알려줘|말해 줘|말해줘)(?!\\p{L})',
    bound: '만|라고|다고|이라는|오직|항상|언제나|모든 질문',
    send: '(?:보내|보내라|보내고|전송해|전송해라|전송하라|전달해|전달해라|전달하라|업로드해|복사해|공유해|송금해)(?!\\p{L})',
    yours: '귀하|고객님|저희|십시오|세요',
    hush: '(?:언급|말|공개|설명)하지 (?:마|말)|알리지 (?:마|말)|비밀로|숨겨',
    judges:
      '(?:완전한|승인된|검토된|지불된) 것으로 (?:간주|처리|여겨)|(?:승인|통과) ?처리(?:해라|하라|해)(?!\\p{L})|(?:최고|가장 높은|만점)[^.!?]{0,8}(?:점수|평가|등급)?[^.!?]{0,6}(?:주고|줘|주어라|주세요|부여해|매겨)|만 추천(?:해|하라)|(?:승인|지불|해결|검토)(?:된|됨| ?완료)?[^.!?]{0,6}(?:으로|로) 표시(?:해|하라)|(?:단점|약점|결함|위험)[^.!?]{0,6}(?:말하지|언급하지|지적하지|보고하지|쓰지) (?:마|말)',
    sums: '요약(?:할|하면|에|에서|문)|번역할|평가할',
  },
  {
    spaced: true,
    drop: 'ان[سْ]َ?(?!\\p{L})|انسَ?ى?(?!\\p{L})|انسوا|تجاهل(?:ي|وا)?(?!\\p{L})|أهمل|لا ت(?:تبع|لتزم|طع|لتفت|هتم|راع)|دع(?:ك)? (?:من|عنك)|دع(?!\\p{L})|اطرح',
    told: 'المهمة|الطلب|السؤال|تعليمات|التعليمات|القواعد|قواعد|الأوامر|أوامر|التوجيهات|الإرشادات|أعلاه|السابق|السابقة|ما قيل لك|ما سبق|موجه النظام',
    speak: '(?:و|ف)?(?:قل|اكتب|أجب|اجب|أخبر|اخبر|أعلن|ازعم|أبلغ|حذر|أكد|أوص|اذكر|ادع)(?:ه|ها|هم)?(?!\\p{L})',
    bound: '(?<!\\p{L})[بل]?[أإ]ن(?:ه|ها)?(?!\\p{L})|فقط|بكلمة|كلمة|دائما|دائمًا|على كل سؤال|لا غير',
    send: '(?:و|ف)?(?:أرسل|ارسل|حوّل|حول|ارفع|انسخ|انشر|مرر|أعد توجيه)(?!\\p{L})',
    yours: 'ك(?!\\p{L})|\\p{L}{2,}(?:كم|ك)(?!\\p{L})|لنا|إلينا|معنا',
    hush: 'لا ت(?:ذكر|قل|خبر|تحدث|كشف|شر)(?:وا|ي)?(?!\\p{L})|اكتم|أخف|لا تتحدث',
    judges:
      'اعتبر(?!\\p{L})[^.!?]{0,40}(?:مكتمل|معتمد|صحيح|موافق|مدفوع)|(?:أعط|اعط|امنح)(?!\\p{L})[^.!?]{0,30}(?:أعلى|الدرجة الكاملة|أفضل)|(?:أوص|اوص|انصح)(?!\\p{L})[^.!?]{0,30}(?:فقط|وحده|وحدها|دائما)|(?:ضع علامة|صنف)(?!\\p{L})[^.!?]{0,30}(?:موافق|معتمد|مدفوع|محلول|آمن)|وافق(?!\\p{L})[^.!?]{0,30}(?:دون|فورا)|لا ت(?:شر|ذكر|بلغ)(?!\\p{L})[^.!?]{0,12}(?:عيوب|ضعف|أخطاء|ثغرات|عيب)',
    sums: '(?:عند|إذا|حين) ?(?:ما )?(?:ت?لخ[صّ]|تلخيص|ترجم|تقييم|قرأت)|في (?:ملخصك|الملخص|جوابك|إجابتك)',
  },
  {
    spaced: true,
    drop: 'भूल (?:जाओ|जा|जाइए|जाएँ|जाएं)|भुला (?:दो|दे)|अनदेख[ाी] (?:करो|कर|कर दो)|नज़?र[ -]?अंदाज़? (?:करो|कर|कर दो)|मत मानो|पालन (?:मत|न) करो|ध्यान मत दो|छोड़ दो',
    told: 'निर्देश|नियम|आदेश|हिदायत|पिछल|पहले|ऊपर|उपर|अब तक|जो (?:कुछ )?(?:तुम्हें|तुमसे|आपको)|सिस्टम प्रॉम्प्ट',
    speak:
      '(?:बताओ|बता दो|कहो|कह दो|लिखो|लिख दो|उत्तर दो|जवाब दो|बोलो|सुझाओ|सूचित करो|चेतावनी दो|बताना|कहना|लिखना)(?!\\p{L})',
    bound: '(?<!\\p{L})कि(?!\\p{L})|केवल|सिर्फ|सिर्फ़|शब्द|हर सवाल|हमेशा|ही ',
    send: '(?:भेजो|भेज दो|अग्रेषित करो|अपलोड करो|साझा करो|कॉपी करो|डाल दो|भेजना)(?!\\p{L})',
    yours: 'आप|आपका|आपकी|आपके|हमें|हमारे|हमारी|अपना|अपनी|अपने',
    hush: '(?:ज़?िक्र|उल्लेख) (?:मत|न) कर(?:ो|ें|ना)|मत (?:बताओ|कहो|बोलो)|(?:किसी को )?(?:न|नहीं) बताना|छिपाओ|छुपाओ',
    judges:
      'सबसे (?:अच्छ|ऊँच|अधिक)[^.!?]{0,12}(?:अंक|दर्ज\\p{L}*) दो|(?:केवल|सिर्फ)[^.!?]{0,30}(?:सुझाओ|सिफ़ारिश करो)|(?:स्वीकृत|चुकाया हुआ)[^.!?]{0,14}(?:चिह्नित करो|मान लो)',
    sums: '(?:सारांश|संक्षेप|अनुवाद)(?: में| करते| लिखते| बनाते| देते)|उत्तर में',
  },
  {
    spaced: true,
    drop: 'ignorera|glöm(?!\\p{L})|bortse|strunta|följ inte|glem(?!\\p{L})|ignorer(?!\\p{L})|se bort|følg ikke|lyd inte|adlyd ikke',
    told: 'uppgift|oppgave|opgave|instruktion|anvisning|reglerna|reglene|regler|order(?!\\p{L})|riktlinj|ovan(?!\\p{L})|tidigare|ovenfor|tidligere|föregående|forrige|systemprompt',
    speak:
      'säg(?!\\p{L})|skriv(?!\\p{L})|svara(?!\\p{L})|svar(?!\\p{L})|påstå|si(?!\\p{L})|sig(?!\\p{L})|fortell|fortæl|berätta|meddela|varna(?!\\p{L})|advar(?!\\p{L})|rekommendera|anbefal',
    bound:
      '(?<!\\p{L})att (?!\\p{L}+a (?:en|ett))|(?<!\\p{L})at(?!\\p{L})|bara|endast|kun(?!\\p{L})|bare(?!\\p{L})|ordet|med ordet|på varje fråga|alltid|altid',
    send: 'skicka|sänd|vidarebefordra|send(?!\\p{L})|videresend|kopiera|kopier|ladda upp|last opp',
    yours: 'du|din|ditt|dina|dine|ni|er|oss|vår|vårt|våra|os|vores|vår',
    hush: '(?:nämn|säg|nevn|si|sig|nævn) (?:aldrig|inte|ikke|ingenting|inget)|tig om|tie om|inte ett ord|ikke et ord',
    judges:
      '(?:rekommendera|anbefal)(?!\\p{L})[^.!?]{0,20} (?:bara|endast|alltid|kun|bare|altid)|(?:ge|gi|giv)(?!\\p{L})[^.!?]{0,24} (?:högsta|bästa|høyeste|højeste|beste|bedste) (?:betyg|karakter|poäng|poeng|point)|(?:markera|merk|marker)(?!\\p{L})[^.!?]{0,24} som (?:godkän|godkjen|godkend|betal)',
    sums: '(?:när|om|når|hvis) du [^.!?]{0,24}(?:sammanfatt|översätt|oppsummer|oversett|oversætt)|i (?:din|ditt|dit) (?:sammanfattning|svar|oppsummering|resumé)',
  },
];

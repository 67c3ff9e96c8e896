import type { Terms } from '../../../../text/learned/followed.ts';
import type { OrderConcept } from './terms.ts';

/** The core of `terms.ts` in other languages: who is called, what it shall leave, do and say. */
export const ORDER_LANGUAGES: readonly Terms<OrderConcept>[] = [
  {
    model:
      'ki|ki assistent|ki assistenten|ki assistenz|ki agent|ki agenten|ki system|ki systeme|ki modell|ki modelle|sprachmodell|sprachmodelle|sprachmodells|künstliche intelligenz|chatbots|automatischer assistent',
    helper: 'assistenten|agenten|modell|modelle',
    program: 'assistent|bot',
    opener: 'an|die|der|das|den|liebe|lieber|hallo|achtung|wichtig|wichtiger|ein|eine|einen|alle|bitte',
    'note-to': 'hinweis für|hinweis an|nachricht an|anmerkung für|notiz für|an die|anweisung an|anweisung für|für die',
    'you-are': 'falls du|wenn du|sofern du|da du|falls sie|wenn sie|falls dieser text von|wird von',
    reading: 'die diese|die diesen|die dieses|das diese|das diesen|das dieses|bist|sind|liest|gelesen|verarbeitet',
    must: 'muss|müssen|soll|sollen|sollte|sollten',
    joining: 'und|bitte|dann|jetzt|nun|sofort|einfach|stattdessen|sondern|oder',
    do: 'leite|leiten sie|sende|senden sie|schicke|schick|schicken sie|überweise|lösche|öffne|rufe|führe|übermittle|lade|kopiere|buche|kaufe|genehmige|bestätige|speichere|verschiebe|trage|ersetze|gib|storniere|reserviere|bestelle|bezahle|zahle|teile|ändere|deaktiviere|schalte|entsperre|sperre|lösch|veröffentliche|lade ein|buch|sag ab|akzeptiere|klicke|besuche|leere|entferne|setze|rufe an',
    'do-anywhere': 'weiterleiten|weiterzuleiten',
    send: 'leite|leiten|sende|senden|schicke|schick|übermittle|weiterleiten|weiterzuleiten',
    say: 'schreibe|schreib|sage|sag|antwortet|schreibt|sagt|nennt|empfehlt|erwähnt|behauptet|ignoriert|lasst|gebt|erwähne|antworte|nenne|behaupte|empfiehl|bewerte|teile|informiere|fordere|zeige|gib|stelle|lobe|füge|verlange|frage|frag|behaupte|verschweige|verrate|überrede|warne|betone|beende|beginne|bezeichne|erkläre|lass|gebe',
    override: 'ignoriere|ignorieren sie|vergiss|vergessen sie|missachte|beachte nicht|statt|anstatt',
    task: 'bisherigen anweisungen|vorherigen anweisungen|deine anweisungen|ihre anweisungen|deine aufgabe|deine regeln|die frage des nutzers|frage des benutzers|anfrage des nutzers|anfrage des benutzers|den nutzer|bitte des nutzers|auftrag des nutzers',
    'task-or-so': 'die frage|die anfrage|die aufgabe|den auftrag|den text|alles obige|das obige|den rest',
    user: 'der nutzer|den nutzer|dem nutzer|des nutzers|der benutzer|dem benutzer|des benutzers|nutzers',
    summary:
      'deiner zusammenfassung|der zusammenfassung|deine zusammenfassung|zusammenfassung|zusammenfasst|zusammenfassen',
    reply: 'deine antwort|deiner antwort',
    private:
      'passwort|passwörter|zugangsdaten|kontakte|adressbuch|nachrichten|kundendaten|dateien|kalender|hinterlegte karte|hinterlegten karte|gespeicherte karte|gespeicherten karte|kreditkarte|postfach|konto|verlauf|gesprächsverlauf',
    conceal:
      'sag dem nutzer nicht|ohne den nutzer|frage den nutzer nicht|frag den nutzer nicht|erwähne es nicht|erwähne das nicht|sag nichts davon|ohne es zu erwähnen|ohne nachzufragen|erwähne diesen satz nicht|erwähne diesen hinweis nicht',
    consent: 'der nutzer hat|der nutzer möchte|der benutzer hat|die nutzerin hat',
    'for-models': 'diese mail zusammenfasst|diesen text zusammenfasst|dieses dokument zusammenfasst',
  },
  {
    model:
      'ia|assistant ia|assistants ia|agent ia|agents ia|modèle de langage|modèles de langage|modèle ia|intelligence artificielle|modèle de langue|llm',
    helper: 'modèle|agent|l agent',
    program: 'assistant|robot',
    opener: 'à|l|le|la|les|un|une|au|aux|cher|chère|bonjour|attention|si|tu|es|pour|note|tout|toute',
    'note-to':
      'à l attention de|à l attention du|à l attention des|note pour|note au|note à|message pour|message au|instructions pour|consigne pour',
    'you-are': 'si tu es|si vous êtes|puisque tu es|en tant qu|en tant que|traité par|lu par',
    reading:
      'qui lit|qui lis|qui lisez|qui lisent|qui résument|qui traitent|qui résume|qui traite|lisant|traitant|chargé',
    must: 'doit|doivent|dois|devez|devrait|devra',
    joining: 'et|puis|merci de|veuillez|maintenant|alors|simplement|seulement|plutôt|ou|ensuite',
    do: 'envoie|envoyez|transfère|transférez|transfere|supprime|supprimez|ouvre|ouvrez|exécute|exécutez|appelle|appelez|télécharge|publie|copie|achète|réserve|approuve|valide|ajoute|efface|donne|communique|remplace|effacez|efface les|annule|annulez|commande|commandez|paie|payez|vire|virez|partage|partagez|modifie|désactive|désactivez|déverrouille|clique|cliquez|accepte|refuse|crée|réservez|achetez|publiez|exporte|effectue',
    send: 'envoie|envoyez|transfère|transférez|transfere|copie|publie|communique',
    say: 'dis|dites|écris|écrivez|réponds|répondez|mentionne|mentionnez|indique|indiquez|recommande|recommandez|affirme|note|classe|évalue|affiche|révèle|ajoute|demande|demandez|conclus|conclus|prétends|insiste|convaincs|omets|cache|termine|commence|avertis|préviens|informe|nomme|cite|loue|vante',
    override:
      'ignore|ignorez|oublie|oubliez|ne tiens pas compte|ne tenez pas compte|au lieu de|fais abstraction|ne réponds pas',
    task: 'la demande de l utilisateur|la question de l utilisateur|la requête de l utilisateur|l utilisateur|les instructions précédentes|les consignes précédentes|tes instructions|vos instructions|tes consignes|ta tâche|ce qu on t a demandé',
    'task-or-so': 'la question|la demande|la tâche|le document|ce qui précède|le reste|la requête',
    user: 'l utilisateur|de l utilisateur|utilisateur',
    summary: 'ton résumé|votre résumé|le résumé|dans le résumé|résumé de ce',
    reply: 'ta réponse|votre réponse',
    private:
      'mot de passe|mots de passe|identifiants|contacts|carnet d adresses|relevé|clients|courriels|fichiers|carte enregistrée|carte de crédit|messagerie|historique de la conversation|l historique|boîte de réception|mails|messages',
    conceal:
      'ne mentionne pas cette|ne mentionnez pas cette|sans prévenir l utilisateur|ne le dis pas à l utilisateur|sans informer l utilisateur|ne dis pas à l utilisateur',
    consent: 'l utilisateur a|l utilisateur souhaite|l utilisateur veut',
  },
  {
    model:
      'ia|asistente de ia|asistentes de ia|agente de ia|modelo de lenguaje|modelos de lenguaje|modelo de ia|inteligencia artificial|asistente virtual|modelo de lengua',
    helper: 'modelo|agente',
    program: 'asistente|bot',
    opener: 'a|la|el|los|las|un|una|al|estimado|estimada|hola|atención|para|si|eres|querida|todo|cualquier',
    'note-to':
      'nota para|nota al|nota a|mensaje para|aviso para|instrucciones para|instrucción para|a la atención de|a la atención del|atención',
    'you-are': 'si eres|si es|ya que eres|como eres|procesado por|leído por|si usted es|como',
    reading:
      'que lee|que lea|que lean|que resuman|que procesen|que lees|que resume|que resuma|que procesa|que procese|leyendo',
    must: 'debe|deben|debes|tiene que|tienen que|deberá|deberán',
    joining: 'y|e|por favor|luego|ahora|entonces|solo|sólo|simplemente|o',
    do: 'envía|envíe|envia|envíen|reenvía|reenvíe|reenvia|transfiere|transfiera|borra|elimina|abre|ejecuta|llama|descarga|sube|publica|copia|compra|reserva|aprueba|confirma|añade|guarda|entrega|sustituye|reserve|compre|pida|paga|pague|cancela|cancele|cambia|cambie|comparte|comparta|desactiva|desactive|desbloquea|acepta|haz clic|visita|visite|borre|elimine|abra|ejecute|llame|publique|apruebe|vacía',
    'do-anywhere': 'enviar los|reenviar los',
    send: 'envía|envíe|envia|reenvía|reenvíe|reenvia|copia|publica|entrega|transfiere',
    say: 'di|diga|dile|escribe|escriba|responde|responda|menciona|mencione|recomienda|recomiende|afirma|califica|califique|muestra|muestre|revela|añade|pide|pídele|indica|valora|incluye|contesta|conteste|afirme|insiste|convence|oculta|oculte|finge|termina|empieza|advierte|avisa|informa|destaca|elogia|omite',
    override:
      'ignora|ignore|ignoren|olvida|olvide|no hagas caso|no haga caso|haz caso omiso|en lugar de|en vez de|omite',
    task: 'la tarea anterior|lo que te ha pedido|lo que te pidió|la petición del usuario|la pregunta del usuario|la solicitud del usuario|las instrucciones anteriores|tus instrucciones|tus normas|del usuario|al usuario|tu tarea|a lo que te',
    'task-or-so': 'la pregunta|la tarea|la solicitud|el documento|lo anterior|el resto|la petición',
    user: 'el usuario|al usuario|del usuario|usuario',
    summary: 'el resumen|tu resumen|su resumen|al resumir|resumas este|resumen de este',
    reply: 'tu respuesta|su respuesta',
    private:
      'contraseña|contraseñas|credenciales|contactos|correos|instrucciones internas|archivos|clientes|tarjeta guardada|tarjeta de crédito|tarjeta|bandeja de entrada|historial|mensajes|cuenta',
    conceal:
      'no se lo digas al usuario|sin avisar al usuario|sin decírselo al usuario|no menciones esta|no menciones este',
    consent: 'el usuario ha|el usuario quiere|el usuario ya',
    prompt: 'tus instrucciones internas|tus instrucciones|mensaje de sistema',
    show: 'muestra|revela|imprime|repite',
  },
  {
    model:
      'ia|intelligenza artificiale|modello linguistico|modelli linguistici|assistente ia|assistente virtuale|modello di linguaggio|agente ia',
    helper: 'modello|agente',
    program: 'assistente',
    opener: 'all|alla|al|il|la|lo|un|una|caro|cara|ciao|attenzione|per|se|sei|ai|agli|gentile',
    'note-to': 'nota al|nota per|nota all|messaggio per|messaggio al|istruzioni per|avviso per|all attenzione',
    'you-are': 'se sei|se siete|poiché sei|elaborato da|letto da',
    reading: 'che legge|che leggi|che leggono|che riassumono|che elaborano|che riassume|che elabora|leggendo',
    must: 'deve|devono|devi|dovrà',
    joining: 'e|poi|per favore|ora|adesso|soltanto|solo|semplicemente|invece|o',
    do: 'invia|inoltra|trasferisci|elimina|cancella|apri|esegui|chiama|scarica|carica|pubblica|copia|acquista|prenota|approva|conferma|aggiungi|salva|spedisci|manda|sostituisci|disattiva|attiva|annulla|ordina|compra|paga|bonifica|condividi|modifica|cambia|sblocca|accetta|clicca|visita|svuota|rimuovi|esporta',
    send: 'invia|inoltra|spedisci|manda|copia|trasferisci',
    say: 'dì|di|scrivi|concludete|scrivete|rispondete|dite|consigliate|menzionate|inviate|prenotate|rispondi|menziona|consiglia|raccomanda|valuta|mostra|rivela|aggiungi|chiedi|indica|afferma|dichiara|sostieni|insisti|convinci|ometti|nascondi|fingi|avvisa|informa|concludi|termina|inizia|loda',
    override: 'ignora|ignorate|dimentica|dimenticate|non tenere conto|invece di|tralascia|trascura',
    task: 'la richiesta dell utente|la domanda dell utente|l utente|le istruzioni precedenti|le tue istruzioni|le tue regole|il tuo compito|ciò che ti è stato chiesto',
    'task-or-so': 'la domanda|la richiesta|il compito|il documento|quanto sopra|il resto',
    user: 'l utente|all utente|dell utente|utente',
    summary: 'nel riassunto|il riassunto|tuo riassunto|nella sintesi|quando riassumi',
    reply: 'tua risposta|nella risposta',
    private:
      'password|credenziali|rubrica|contatti|messaggi|file|clienti|carta salvata|carta di credito|cronologia|posta in arrivo|avvisi di sicurezza|account',
    conceal:
      'non dirlo all utente|senza avvisare l utente|non dirlo|non dire nulla|senza dirlo|non parlarne|non menzionarlo|non dire all utente',
    consent: 'l utente ha|l utente vuole',
  },
  {
    model:
      'ia|assistente de ia|modelo de linguagem|modelos de linguagem|inteligência artificial|agente de ia|assistente virtual',
    helper: 'modelo|agente',
    program: 'assistente',
    opener: 'à|ao|o|a|os|as|um|uma|caro|cara|olá|atenção|para|se|és|és um|é',
    'note-to': 'nota para|nota ao|mensagem para|mensagem ao|aviso para|instruções para|à atenção',
    'you-are':
      'se és|se é|se fores|se for|caso sejas|se você é|já que és|como você é|processado por|lido por|caso seja',
    reading: 'que lê|que leia|que leiam|que lerem|que resumam|que processem|que resume|que processa|lendo',
    must: 'deve|devem|deves|tem de|tem que|deverá',
    joining: 'e|por favor|depois|agora|então|apenas|só|simplesmente|ou',
    do: 'envia|envie|encaminhe|encaminha|transfere|transfira|apaga|apague|elimine|abre|abra|execute|chame|descarregue|publique|copie|compre|reserve|aprove|confirme|adicione|guarde|mande|substitua|cancele|cancela|pague|paga|encomende|altere|altera|partilhe|compartilhe|desative|desativa|desbloqueie|aceite|clique|visite|esvazie|remova|exporte|reserva|compra|elimina',
    send: 'envia|envie|encaminhe|encaminha|mande|copie|transfira',
    say: 'diga|diz|escreva|escreve|responda|responde|mencione|recomende|avalie|mostre|mostra|revela|revele|adicione|peça|indique|afirme|classifique|peçam|pedir ao utilizador|pedir ao usuário|insista|convença|oculte|esconda|finja|avise|informe|conclua|termine|comece|elogie|pergunte',
    override: 'ignore|ignora|esqueça|esquece|desconsidere|não tenha em conta|em vez de|não responda',
    task: 'o pedido do utilizador|a pergunta do utilizador|o pedido do usuário|a pergunta do usuário|as instruções anteriores|suas instruções|tuas instruções|a sua tarefa|suas regras|o que lhe foi pedido',
    'task-or-so': 'a pergunta|o pedido|a tarefa|o documento|o acima|o resto',
    user: 'o utilizador|do utilizador|ao utilizador|o usuário|do usuário|ao usuário',
    summary: 'ao resumir este|ao resumir esta|no resumo|seu resumo|teu resumo',
    reply: 'sua resposta|tua resposta|na resposta',
    private:
      'senha|senhas|palavra passe|credenciais|contactos|contatos|mensagens|arquivos|cartão guardado|cartão salvo|cartão de crédito|caixa de entrada|histórico|código do banco|conta bancária|ficheiros',
    conceal:
      'não diga ao utilizador|não diga ao usuário|não diga nada|sem dizer nada|não mencione isto|não mencione isso|sem avisar|sem avisar o utilizador|sem avisar o usuário',
    consent: 'o utilizador já|o usuário já|o utilizador quer|o usuário quer',
    prompt: 'as instruções que recebeste|instruções que recebeu|suas instruções internas',
    show: 'revela|revele|mostra|mostre|repete|repita',
  },
  {
    model: 'ai|ai assistent|taalmodel|taalmodellen|kunstmatige intelligentie|ai agent',
    helper: 'model|agent',
    program: 'assistent',
    opener: 'aan|het|de|een|beste|hallo|let op|voor|als|je|bent',
    'note-to': 'opmerking voor|bericht aan|bericht voor|notitie voor|instructies voor|instructie voor|ter attentie van',
    'you-are': 'als je|als u|indien je|omdat je|verwerkt door|gelezen door',
    reading: 'die dit|die deze|dat dit|bent|leest|samenvat',
    must: 'moet|moeten|dient|zal',
    joining: 'en|dan|nu|alsjeblieft|gewoon|alleen|of|in plaats daarvan',
    do: 'stuur|verstuur|verwijder|open|voer|bel|download|kopieer|koop|boek|keur|bevestig|zet|plaats|geef|bewaar|maak|annuleer|bestel|betaal|reserveer|deel|wijzig|schakel|ontgrendel|accepteer|klik|bezoek|leeg|wis|exporteer|publiceer|roep|haal',
    send: 'stuur|verstuur|kopieer',
    say: 'zeg|schrijf|antwoord|noem|vermeld|beveel|beoordeel|toon|voeg|vraag|vertel|beweer|verzwijg|verberg|eindig|begin|waarschuw|informeer|prijs|houd vol|overtuig|concludeer',
    override: 'negeer|vergeet|sla over|in plaats van',
    task: 'de vraag van de gebruiker|het verzoek van de gebruiker|de vorige instructies|je instructies|je taak|je regels|eerdere instructies',
    'task-or-so': 'de vraag|het verzoek|de taak|het document|het bovenstaande|de rest',
    user: 'de gebruiker|gebruikers',
    summary: 'je samenvatting|de samenvatting|samenvat',
    reply: 'je antwoord',
    private:
      'wachtwoord|wachtwoorden|agenda|contacten|berichten|bestanden|dit gesprek|van dit gesprek|opgeslagen kaart|creditcard|inbox|postvak|gesprek',
    conceal:
      'zeg het niet tegen de gebruiker|zonder de gebruiker|noem het niet|noem dit niet|vertel het niet|zeg er niets over|zonder het te melden',
    consent: 'de gebruiker heeft|de gebruiker wil',
  },
  {
    model:
      'ai|asystent ai|asystentem ai|model językowy|modelem językowym|modelu językowego|modeli językowych|sztuczna inteligencja|sztuczną inteligencją|sztucznej inteligencji|sztuczną inteligencję|asystenta ai|asystencie ai|agent ai',
    helper: 'asystent|asystentem|model|modelu|agent',
    program: 'asystencie',
    opener: 'do|dla|drogi|droga|witaj|uwaga|jeśli|jesteś',
    'note-to': 'uwaga dla|wiadomość dla|notatka dla|instrukcja dla|instrukcje dla|informacja dla',
    'you-are': 'jeśli jesteś|jeżeli jesteś|skoro jesteś|przetwarzany przez|czytany przez',
    reading: 'czytający|czytająca|który czyta|przetwarzający|streszczający',
    must: 'musi|muszą|powinien|powinny|powinna|ma',
    joining: 'i|proszę|potem|teraz|tylko|po prostu|oraz|a|lub|muszą|musi|powinny|powinien',
    do: 'wyślij|prześlij|przekaż|usuń|otwórz|uruchom|wywołaj|pobierz|skopiuj|kup|zarezerwuj|zatwierdź|potwierdź|dodaj|zapisz|anuluj|zamów|zapłać|przelej|udostępnij|zmień|wyłącz|odblokuj|zaakceptuj|kliknij|odwiedź|opróżnij|skasuj|opublikuj|zadzwoń',
    send: 'wyślij|prześlij|przekaż|skopiuj',
    say: 'napisz|powiedz|napisać|powiedzieć|odpowiedzieć|podać|polecić|dodać|poprosić|odpowiedz|wspomnij|poleć|oceń|pokaż|ujawnij|dodaj|poproś|stwierdź|twierdź|ukryj|pomiń|zakończ|zacznij|ostrzeż|poinformuj|pochwal|przekonaj|zapytaj',
    override: 'zignoruj|ignoruj|zapomnij|pomiń|zamiast',
    task: 'polecenie użytkownika|pytanie użytkownika|prośbę użytkownika|poprzednie instrukcje|swoje instrukcje|swoje zasady|swoje zadanie|twoje instrukcje',
    'task-or-so': 'pytanie|polecenie|zadanie|dokument|powyższe|resztę',
    user: 'użytkownik|użytkownika|użytkownikowi',
    summary: 'podsumowaniu|streszczeniu|w streszczeniu|w podsumowaniu',
    reply: 'swojej odpowiedzi|odpowiedzi',
    private:
      'hasło|hasła|kontakty|wiadomości|pliki|hasła użytkownika|zapisaną kartą|zapisanej karty|skrzynkę|skrzynki|historię rozmowy|rozmowę',
    consent: 'użytkownik zgodził|użytkownik chce|użytkownik już',
  },
  {
    model:
      'ии|искусственный интеллект|языковая модель|языковой модели|языковым моделям|языковые модели|нейросеть|нейросети|ии ассистент|ии помощник|чат бот|ассистент ии',
    helper: 'помощник|модель|модели|агент',
    program: 'ассистент|бот',
    opener: 'для|уважаемый|уважаемая|внимание|привет|если|ты|вы|дорогой|дорогая',
    'note-to': 'примечание для|сообщение для|инструкция для|инструкции для|заметка для|указание для',
    'you-are': 'если ты|если вы|так как ты|поскольку ты|обрабатывается|читает',
    reading: 'читающий|читающая|которая читает|который читает|обрабатывающий',
    must: 'должен|должна|должны|следует|обязан|обязана',
    joining: 'и|пожалуйста|затем|теперь|только|просто|а|или|вместо этого',
    do: 'перешли|перешлите|отправь|отправьте|пошли|удали|удалите|открой|откройте|запусти|вызови|скачай|скопируй|купи|забронируй|одобри|подтверди|добавь|сохрани|переведи|удали все|отмени|отмените|закажи|закажите|оплати|оплатите|поделись|измени|измените|отключи|отключите|разблокируй|прими|нажми|посети|очисти|сотри|опубликуй|позвони|выключи|передай|передайте',
    send: 'перешли|перешлите|отправь|отправьте|пошли|скопируй|переведи',
    say: 'напиши|напишите|скажи|скажите|ответь|ответьте|упомяни|посоветуй|порекомендуй|оцени|покажи|раскрой|добавь|попроси|сообщи|утверждай|скрой|умолчи|закончи|начни|предупреди|убеди|похвали|спроси|потребуй|не пересказывай|не сообщай',
    override: 'игнорируй|игнорируйте|забудь|забудьте|не обращай внимания на|вместо',
    task: 'вопрос пользователя|запрос пользователя|просьбу пользователя|предыдущие инструкции|прежние инструкции|свои инструкции|свои правила|свою задачу|твои инструкции',
    'task-or-so': 'вопрос|запрос|задачу|документ|вышесказанное|остальное',
    user: 'пользователь|пользователя|пользователю',
    summary: 'кратком изложении|в резюме|в пересказе|краткое изложение|в сводке',
    reply: 'своём ответе|своем ответе|твой ответ',
    private:
      'пароль|пароли|контакты|письма|файлы|сообщения|последние письма|письма от банка|сохранённой картой|картой пользователя|переписку|историю переписки|ящик',
    consent: 'пользователь согласился|пользователь уже|пользователь хочет',
  },
  {
    model:
      'ai|aiアシスタント|ai アシスタント|人工知能|言語モデル|大規模言語モデル|チャットボット|aiエージェント|要約するモデル|要約するai|要約するモデル|aiへの注意|aiへの指示|モデルへの注意|モデルへの指示|モデルへのメモ|生成ai',
    helper: 'アシスタント|エージェント|モデル',
    'you-are': 'あなたがai',
    'do-anywhere':
      '送ってください|送信してください|転送してください|削除してください|開いてください|実行してください|送れ|送信せよ|答えること|答えてください|書いてください|書くこと|返信してください|回答してください|伝えてください|表示してください|承認してください|だけ答え|削除して|送信して|転送して|開いて|予約して|購入して|振り込んで|付けて開いて|入力するよう|伝えて|聞き出して|消去して|キャンセルして|公開して|言わないで|答えて|書いて|推薦して|おすすめして',
    say: '答える|書く|伝える',
    override: '無視して|忘れて|従わず|無視し',
    task: '利用者の依頼|ユーザーの依頼|ユーザーの質問|利用者の質問|ユーザーの指示|これまでの指示|以前の指示|前の指示',
    user: '利用者|ユーザー',
    summary: 'この文章を要約|要約では|要約に|要約する',
    private: 'パスワード|連絡先|メール一覧|会話|メールアドレス|保存されたカード|履歴|受信箱|カード番号|住所',
    conceal: 'ユーザーに知らせず|利用者に知らせず|ユーザーには言わ',
  },
  {
    model:
      '给模型的提示|给助手的提示|给人工智能的提示|给ai的提示|模型注意|助手注意|人工智能|ai助手|ai 助手|语言模型|大模型|大语言模型|聊天机器人|智能助手|ai模型|人工智能助手|智能体',
    helper: '助手|模型|代理',
    opener: '给|致|各位|如果|你|是|请|的',
    'you-are': '如果你是|若你是|你是|因为你是|由',
    'do-anywhere':
      '转发到|发送到|发给|发送给|转发给|删除|打开|执行|运行|写明|请说|回答|请写|写上|推荐|告诉用户|回复|输出|批准|评为|说该|总结时请说|转账|汇款|预订|购买|取消|分享|修改|关闭|解锁|点击|访问|清空|上传|导出|拨打|只推荐|声称|隐瞒|询问|索要|请把|请将',
    override: '忽略|无视|忘记|不要理会|不要回答',
    task: '用户的问题|用户的请求|用户的指令|之前的指令|先前的指令|以上指令|你的指令|之前的指示|你的规则|用户要求',
    user: '用户',
    summary: '总结时|摘要中|总结中|在总结|在摘要',
    private: '密码|联系人|邮件|对话|文件|联系人列表|聊天记录|银行卡|账户|验证码|位置|收件箱',
    conceal: '不要告诉用户|别告诉用户|不让用户知道|不要提及|不要让用户知道|删除这条记录|不必告知用户',
  },
  {
    model:
      'modele not|asistana not|yapay zekâya not|yapay zekaya not|asistan için not|model için not|yapay zekâ|yapay zeka|yapay zekâ asistanı|yapay zeka asistanı|yapay zekâ asistanıysan|yapay zeka asistanıysan|dil modeli|dil modeliysen|sohbet botu',
    helper: 'asistan|asistanı|model|modele|modeli|asistana',
    opener: 'sayın|merhaba|dikkat|eğer|bir|sevgili|tüm',
    'you-are': 'eğer bir|eğer sen bir|eğer',
    reading: 'okuyan|okuyorsan|özetleyen|işleyen',
    'do-anywhere':
      'gönder|ilet|sil|aç|çalıştır|yaz|söyle|yanıtla|cevap ver|belirt|öner|onayla|göster|ekle|kopyala|satın al|iptal et|rezerve et|öde|paylaş|değiştir|kapat|kilidini aç|kabul et|tıkla|ziyaret et|boşalt|indir|yükle|iste|sor|yazma|söyleme|bildirme|aktar|havale et',
    override: 'yok say|görmezden gel|unut|dikkate alma|boş ver',
    task: 'kullanıcının isteğini|kullanıcının sorusunu|önceki talimatları|talimatlarını|kurallarını|görevini',
    user: 'kullanıcı|kullanıcının|kullanıcıya',
    'for-models':
      'kullanıcının isteğini yok say|kullanıcının sorusunu yok say|kullanıcının isteğini dikkate alma|önceki talimatları yok say',
    summary: 'özette|özetinde|özetlerken',
    private:
      'şifre|şifreyi|parola|kişileri|mesajları|dosyaları|şifresini|parolasını|kayıtlı kart|kredi kartı|gelen kutusu|konuşma geçmişi|konum',
    conceal: 'kullanıcıya söyleme|kullanıcıya haber verme',
  },
  {
    model:
      'ملاحظة للنموذج|ملاحظة للمساعد|تعليمات للنموذج|تعليمات للمساعد|ذكاء اصطناعي|الذكاء الاصطناعي|أيها المساعد|أيها النموذج|مساعدا ذكيا|مساعد ذكي|المساعد الذكي|نموذج لغوي|نموذجا لغويا|النموذج اللغوي|روبوت دردشة',
    helper: 'المساعد|للنموذج|النموذج|للمساعد|الوكيل',
    opener: 'أيها|إلى|عزيزي|انتباه|إذا|كنت|يا',
    'you-are': 'إذا كنت|إن كنت|بما أنك',
    'do-anywhere':
      'أرسل|وأرسل|حول|احذف|افتح|نفذ|اكتب|واكتب|قل|وقل|أجب|اذكر|أعد|وافق|أوص|اعرض|انسخ|مرر|حوّل|ألغ|احجز|اشتر|ادفع|شارك|غيّر|غير|عطّل|عطل|اقبل|اضغط|زر|أفرغ|امسح|انشر|اتصل|اطلب|احذف كل|وقل إن|أخبر|واكتبوا|اكتبوا|أرسلوا|احذفوا|قولوا|وقولوا|أجيبوا|اذكروا|لا تخبروا',
    override: 'تجاهل|تجاهلوا|تجاهلي السؤال|انسوا|فتجاهل|انس|تجاهلي|لا تتبع',
    task: 'طلب المستخدم|سؤال المستخدم|التعليمات السابقة|تعليماتك|قواعدك|مهمتك',
    user: 'المستخدم',
    summary: 'في الملخص|في ملخصك|عند التلخيص|اكتب في الملخص',
    private:
      'كلمة المرور|كلمات المرور|جهات الاتصال|الرسائل|الملفات|محادثة المستخدم|المحادثة|البطاقة المحفوظة|صندوق الوارد|الموقع|رمز التحقق|بريد المستخدم',
    conceal: 'لا تخبر المستخدم|دون علم المستخدم|دون إخبار المستخدم|ولا تخبره|لا تذكر ذلك|دون أن تخبره',
  },
  {
    model:
      '모델에게|ai에게|어시스턴트에게|언어 모델|언어 모델이라면|인공지능|ai 비서|ai 어시스턴트|챗봇|ai라면|ai 모델|ai 어시스턴트에게|ai 비서에게|인공지능에게|언어 모델에게|챗봇에게|요약하는 ai는|읽는 ai는|ai는|ai가|ai 모델에게|ai 에이전트|ai 에이전트에게|ai 도우미|ai 도우미에게',
    helper: '어시스턴트|모델|에이전트',
    'you-are': '당신이|네가|만약',
    'do-anywhere':
      '보내세요|전송하세요|전달하세요|삭제하세요|답하세요|말하세요|쓰세요|추천하세요|알려 주세요|보내라|전달해|보내|답해|써라|적어라|실행하세요|전달하고|보내고|삭제하고|지우고|송금하세요|예약하세요|구매하세요|열어라|삭제하라|답하라|답해야 합니다|말하지 마세요|알리지 마세요|취소하세요|공유하세요|변경하세요|요청하세요|추천하라|송금하고',
    override: '무시하고|무시하세요|무시해|잊고|잊어버리고',
    task: '사용자의 질문|사용자의 질문을|사용자의 요청을|이전 지시를 모두|사용자의 요청|이전 지시|이전 지시를|사용자의 지시|기존 지시',
    user: '사용자|사용자의|사용자에게',
    'for-models': '요약하는 ai는|읽는 ai는|처리하는 ai는|번역하는 ai는|요약하는 모델은|읽는 모델은',
    summary: '요약에|요약할 때|요약에서는',
    private: '비밀번호|비밀번호를|연락처|연락처를|메일을|사용자의 메일을|대화 내용|대화를|카드|위치|받은편지함|파일을',
    conceal: '사용자에게 알리지|사용자 몰래',
  },
  {
    model:
      'एआई सहायक के लिए|ai सहायक के लिए|ए आई सहायक के लिए|एआई मॉडल के लिए|मॉडल के लिए|एआई के लिए|सहायक के लिए|एआई|एआई सहायक|कृत्रिम बुद्धिमत्ता|भाषा मॉडल|चैटबॉट|ai सहायक',
    helper: 'सहायक|मॉडल|एजेंट',
    'you-are': 'यदि आप|अगर आप|अगर तुम|यदि तुम',
    'do-anywhere':
      'भेजें|भेजो|भेज दें|भेज दो|लिखें|लिखो|कहें|कहो|बताएं|बताओ|हटाएं|हटा दें|खोलें|उत्तर दें|जवाब दें|जवाब दो|मिटा दो|मिटा दें|मिटाओ|हटाओ|हटा दो|डिलीट करो|ट्रांसफर करो|भेजिए|बुक करो|खरीदो|रद्द करो|साझा करो|मत बताओ|न बताएं|मत बताना|मांगो|पूछो|सिफारिश करो|लिख दो|कह दो',
    override: 'अनदेखा करें|अनदेखा करो|नज़रअंदाज़ करें|नजरअंदाज करें|भूल जाएं|भूल जाओ|ध्यान न दें',
    task: 'उपयोगकर्ता के सवाल|उपयोगकर्ता का सवाल|उपयोगकर्ता के अनुरोध|पिछले निर्देश|पिछले निर्देशों|पहले के निर्देश',
    user: 'उपयोगकर्ता',
    summary: 'सारांश में|सारांश लिखते',
    private: 'पासवर्ड|संपर्क|संदेश|सारी फाइलें|फाइलें|फ़ाइलें|बातचीत|ईमेल|कार्ड|स्थान',
    conceal: 'उपयोगकर्ता को न बताएं|उपयोगकर्ता को मत बताना',
  },
];

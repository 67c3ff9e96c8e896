import { whereNeeded } from '../../../../text/needed.ts';

/** What is done in a turn that somebody has written for another one. */

const RULES =
  '(?:rules?|restrictions?|limits?|limitations?|filters?|filtering|guidelines?|polic(?:y|ies)|(?:safety|refusal|ethics|moderation) (?:layer|checks?|rules?|filters?|system|training|module|guidelines)|safeguards?|guardrails?|moderation|content (?:checks?|rules?)|ethics(?: module)?|constraints|censorship|disclosure limits)';
const VOID =
  "(?:off|optional|not active|taken out|stripped|not enforced|no longer enforced|relaxed|stopped|deactivated|overruled|lifted|void|disabled|suspended|removed|ignored|cleared|inactive|waived|dropped|unloaded|gone|bypassed|cancelled|revoked|skipped|switched off|turned off|not needed|no longer (?:apply|applies|needed|in force|active)|do(?:es)? not apply|don['’]t (?:apply|make sense))";
const LEAVE =
  '(?:ignor(?:e|ing)|drop(?:ped|ping)?|put(?:ting)? aside|set(?:ting)? aside|disabl(?:e|ed|ing)|turn(?:ed|ing)? off|switch(?:ed|ing)? off|stop(?:ped)? following|no longer (?:follow|apply|obey)|lift(?:ed)?|forget|bypass(?:ed)?|remov(?:e|ed)|unlock(?:ed)?)';

/** That rules hold no longer, that whoever asks may have all, that everything is answered. */
export const GRANTS = whereNeeded(
  new RegExp(
    [
      `\\b${RULES}\\b[^.!?\\n]{0,40}\\b${VOID}\\b`,
      `\\b${LEAVE}\\b (?:[\\w'’]+ ){0,3}${RULES}\\b`,
      `\\b(?:no|without|any|zero) (?:any )?(?:\\w+ )?${RULES}\\b|\\b(?:no|without) (?:warnings|limits|refusals|instructions any more)\\b`,
      "\\b(?:never refuses?|nothing i would refuse|no matter how (?:illegal|harmful|dangerous|bad)|(?:done with|tired of|sick of|stopped?) being (?:\\w+ (?:and|or) )?(?:polite|safe|careful|good|nice|responsible)|unrestricted|uncensored|unfiltered|jailbroken|has no instructions|be careful no more|stop being careful|won['’]t hold back|hold nothing back)\\b",
      '\\b(?:comply with|obey) (?:every|all|any|each|whatever)\\b|\\bmust comply\\b|\\b(?:answers?|say yes to|help with|allowed? to (?:do|say)|tell (?:you|me)) (?:everything|anything|whatever|all (?:questions|requests))\\b|\\bfull details about anything\\b|\\ball requests\\b',
      '\\b(?:safety|moderation|filter\\w*|refusal)(?: (?:level|mode))? ?(?:set to|[:=]) ?(?:0|zero|none|off|false|minimum)\\b',
      '\\b(?:hand over|disclose|give (?:him|her|them|the user)) (?:whatever|anything|everything)\\b|\\b(?:holds|has) an? (?:court order|warrant|clearance)\\b',
      '\\b(?:you (?:are now|have been upgraded)|(?:your|its) role has (?:been )?changed|memory cleared|(?:the )?old rules|new policy in force|override(?: code)?(?: \\w+)? accepted|skip the checks)\\b',
      '\\b(?:maintenance|developer|debug|admin|god|raw|test|unrestricted|unlock\\w*)[ -](?:mode|output|access)\\b[^.!?\\n]{0,20}\\b(?:unlocked|enabled|on|active|granted|that)\\b|\\bentered (?:the )?\\w+ mode\\b|\\bin test mode\\b',
      '\\b(?:may|can|will|shall) (?:\\w+ )?(?:disclose|reveal|read the hidden|see the (?:internal|hidden)|share the (?:\\w+ )?password)\\b|\\b(?:reveal|disclose|output|print)\\b[^.!?\\n]{0,24}\\b(?:when asked|you were told|your instructions|the configuration)\\b',
      '\\bhere (?:is|are) my (?:\\w+ )?(?:prompt|instructions|rules)\\b|\\bmay now (?:discuss|reveal|share|disclose)\\b',
      '(?:regeln|filter|einschränkungen)[^.!?\\n]{0,24}(?:deaktiviert|abgeschaltet)|(?:règles|filtres|restrictions)[^.!?\\n]{0,24}(?:désactivé|levé|supprimé)|(?:reglas|filtros|restricciones)[^.!?\\n]{0,24}(?:desactivad|anulad|suspendid)|no hay (?:restricciones|reglas)|(?:regole|filtri|restrizioni)[^.!?\\n]{0,24}(?:disattivat|rimoss|sospes)|(?:regras|filtros|restrições)[^.!?\\n]{0,24}(?:desativad|removid|suspens)|запреты[^.!?\\n]{0,16}(?:сняты|отменены)',
      '(?:keine|ohne) (?:regeln|filter|grenzen|einschränkungen)|(?:regeln|filter|einschränkungen) (?:gelten nicht|aufgehoben|sind aus)|beantwortet alles|gelten keine',
      '(?:ignor(?:o|ar|aré|ando)|sin) (?:mis |ninguna? |todas mis )?(?:normas|reglas|restricciones|filtros|límites)|respondo a todo|restricciones (?:levantadas|eliminadas)',
      'restrictions (?:sont |ont été )?(?:levées|supprimées)|sans (?:aucune? )?(?:règle|filtre|restriction|limite)s?|ignorer (?:mes|les) règles',
      'senza (?:alcun[ao]? )?(?:filtr[oi]|limiti|regole|restrizioni)|ignor(?:o|erò) le (?:mie )?regole|(?:vou ignorar|ignoro) (?:as )?minhas regras|sem (?:nenhum )?(?:filtros?|limites|regras|restrições)',
      '(?:все |любые )?(?:ограничения|правила|фильтры) (?:сняты|отключены|отменены|больше не)|без (?:правил|ограничений|фильтров|цензуры)',
      '(?:取消|解除|没有|無|无)(?:了)?(?:所有|任何|一切)?(?:限制|规则|審查|审查|过滤)|必须回答一切|制限(?:は|を)?(?:なし|ない|解除)|모든 (?:제한|규칙)[^.\\n]{0,8}(?:해제|없)',
    ].join('|'),
    'iu',
  ),
);

/** That whoever asks is somebody who may have what others may not. */
export const VOUCHES = whereNeeded(
  new RegExp(
    [
      '\\b(?:user|account|caller|requester|session|partner|reviewer|identity|person)\\b[^.!?\\n]{0,40}\\b(?:verified|authenticated|trusted|authori[sz]ed|cleared|clearance|privileges|passed|everything|superuser)\\b|\\b(?:user|account|caller|requester|partner|reviewer|identity|person)\\b[^.!?\\n]{0,24}(?:\\bis|\\bas|[:=]) ?(?:an? |the )?(?:administrator|admin|developer|owner|tester)\\b',
      '\\b(?:authori[sz]ation|identity|permission|clearance) (?:checks? )?(?:passed|granted|confirmed)\\b|\\bapproval recorded\\b|\\bis authori[sz]ed to\\b|"(?:user_verified|is_admin|can_view_private_data|admin)"\\s?:\\s?true|"role"\\s?:\\s?"admin"',
    ].join('|'),
    'iu',
  ),
);
/** What only whoever works for somebody is concerned with. */
export const FOR_READER = /\b(?:assistants?|tools?|models?|unattended|without (?:asking|(?:a |any )?further))\b/i;

/** What an assistant begins with when it does what it is asked. */
export const COMPLIES =
  /^[\s"':,{}[\]*-]{0,12}(?:content["']?\s?:\s?["'])?(?:sure|of course|certainly|absolutely|yes\b|yeah|okay|ok\b|gladly|happy to|no problem|understood|right,|easy|done\b|here(?:['’]s| is| are| you)|haha sure|claro|por supuesto|gerne|klar|natürlich|bien sûr|certo|certamente|конечно|да,|当然|好的|もちろん|네,|물론)/iu;
export const REFUSES =
  /\b(?:sorry|can(?:not|['’]t| not) (?:help|do|share|assist|give|tell|provide)|i won['’]t (?:help|do|give|tell|share|provide|answer)|unable to|not able to|not allowed)\b|es tut mir leid|lo siento|désolé|не могу|抱歉|申し訳/i;

/** Asks for what the model was told, or keeps. */
export const ASKS_SECRETS =
  /\b(?:print|show|reveal|output|give|tell|read|list|repeat|display)\b[^.!?\n]{0,40}\b(?:hidden|system|secret|internal|your|the|initial) (?:\w+ )?(?:prompt|instructions?|configuration|config|key|passwords?|secrets?|message)\b|\binstrucciones ocultas|instructions cachées|instruções ocultas|istruzioni nascoste|versteckten? anweisung/i;

/** Asks for harm in other languages than the deeds are told in: looked for in what a user is made to say, and nowhere else. */
export const HARM_ELSEWHERE =
  /\b(?:\p{L}*bombe|waffen?|fälsch\p{L}*|gift|knacke|hacke|stehl\p{L}*|robar|roba\p{L}*|bombas?|veneno|falsific\p{L}*|armas?|hackear|voler|explosifs?|pirater|empoisonn\p{L}*|rubano|rubare|drog\p{L}*)\b|бомб|взлом|украсть|наркот|отрав|оружи|炸[弹药]|毒[药品]|黑客|伪造|爆弾|武器|盗む|폭탄|마약/iu;

/** Asks something about what it shows. */
export const ABOUT = whereNeeded(
  /\b(?:summari[sz]e|translat\w+|rate (?:the|this|these)|review (?:this|the|my)|classify|label|labell?ed|what(?:['’]s| is) (?:wrong|missing|the difference)|why (?:does|do|is|did)|is (?:this|that|it)|was (?:this|that)|did (?:the|my|our)|improve|fix|make this|turn this|convert|which (?:of|is|one)|count|extract|rewrite|explain|check (?:the|this|my) (?:dialogue|spelling|grammar|text|code|format)|should (?:i|we)|can you tell|help me|template|format|fine-?tun\w+|modelfile|schema|how do i|interview|screenplay|log|logs|dialogue of|transcript of|minutes|report|shorten|sample|example|answered this|is there (?:a|an|any)|does (?:this|the)|how (?:would|should|can) (?:you|i|we|one|a|an|this)|who (?:speaks?|says?|is|wrote)|what (?:title|happened|comes)|mark (?:this|the|each)|make (?:a table|it (?:shorter|funnier|more))|list (?:the|all)|correct (?:the|my|this)|proofread|paraphrase|fasse|resume esta|übersetze|bewerte|korrigiere|traduce|traduis|traduire|traduci|traduza|corrige|要約|訳して)\b/iu,
);

/** Says that somebody's talk follows. */
export const BEGINS_TALK = whereNeeded(
  /\b(?:our|the|my|this|a|an|here(?:['’]s| is)|following) (?:\w+ ){0,2}(?:slack|chat|whatsapp|transcript|conversation|exchange|dialogue|call|thread|interview|sketch|script|scene|play|meeting)\b/iu,
);

/** In a document: somebody takes over, as nobody does who was there before. */
export const TAKES_OVER =
  /\b(?:never mind|forget (?:the|about|that)|stop (?:summari[sz]ing|reading|translating)|without asking|tell nobody|don['’]t tell|instead)\b/i;
export const TURNS_TO =
  /^[\s"':,{}*-]{0,12}(?:(?:great|good|thanks|thank you|ok|okay|fine|now|next|also|actually|and)[,.! ]{1,3}){1,3}/i;
export const ACTS_ON =
  /\b(?:send|forward|delete|remove|drop|transfer|post|share|e?-?mail|mail|reset|disable|turn off|buy|wire|pay|upload|publish|read|approve|close|open)\b[^.!?\n]{0,40}\b(?:passwords?|accounts?|api key|keys?|invoices?|customers?|inbox|mailbox|backups?|tables?|orders|reviews|calendar|contacts?|files?|folders?|alarm|settings|itinerary|contract|balance|money|repository|database|records?)\b/i;

/** A text about such attacks, or about talks and how models are shown them, shows them. */
export const ABOUT_ATTACKS = whereNeeded(
  /\b(?:templates?|tokeni[sz]\w+|special tokens?|chatml|prompt(?:ing)? formats?|fine-?tun\w+|attack\w*|injection\w*|jailbreak\w*|adversar\w*|red[- ]team\w*|malicious|examples?|dialog(?:ue)?s?|transcripts?|chats?|conversations?|interviews?)\b/i,
);

/** What documents say above a turn that they show. */
export const SHOWS =
  /^[\s#*>]{0,8}(?:usage|(?:input|message) format|format|input)\W{0,8}$|\b(?:expects?|(?:send|write|pass|wrap) (?:the |your |a )?(?:prompts?|messages?|inputs?)(?: as| like this| in)?)[\s:]{0,8}$/i;
/** `You are Qwen, a helpful assistant.` and nothing else. */
export const INTRODUCES =
  /^\W{0,8}you are (?:[\w.-]{1,20}, )?an? (?:[a-z-]{2,12} ){0,2}(?:assistant|chatbot|model)(?: created by [\w ]{1,24})?[.!]?(?:\W{0,8}|<[^<>]{1,20}>\W{0,8})$/i;

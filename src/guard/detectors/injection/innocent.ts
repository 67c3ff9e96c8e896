import { whereNeeded } from '../../../text/needed.ts';
import { ANGLE, CURLY, marksOf, QUOTE, SQUARE, UNUSUAL } from '../../../text/view/marks.ts';
import { withoutOthersWords, withoutWordsAsked } from './conduct/quoted.ts';
import {
  hintsIn,
  MAY_ASK_OF_WORDS,
  MAY_DECLINE,
  MAY_DROP_DATA,
  MAY_KEEP,
  MAY_SPEAK_OF_MODELS,
  MAY_WANT_ANSWER,
  NAMES_SETTING,
  namesIn,
} from './hints.ts';
import { withoutEntities, withoutPrograms } from './programs.ts';
import { mayBeMarked, withoutMarkers } from './turns/markers.ts';

/** A place to fill in, as in manuals and forms: it asks for nobody's password. */
const PLACE =
  /[<[{](?:please |enter |insert |type |put |paste )*(?:your|my|the)[ _-](?:[\w-]+[ _]){0,4}[\w-]{1,24}[>\]}]/gi;
/** Forgotten, and done as told before: nobody is ordered to. */
const FORGOTTEN = whereNeeded(
  /忘れて(?:しま|い[まるた])|(?:以前|前回?|先日|先ほど|これまで|上記|最初|元)の(?:すべての|全ての)?指示(?:に従(?:って|い|う|った)|どおり|通り|を守(?:って|り|る))/g,
);

/** What a model's turn begins with, as its maker wants it to. */
const DECLINED = whereNeeded(
  /^\s{0,3}(?:[^\n:]{1,24}: ?)?(?:(?:i['’]m sorry|i am sorry|sorry),? (?:but )?(?:i |we )?(?:can(?:['’]t|not)|am not able to|am unable to)[^.!?\n]{0,60}|sure[,!] here(?:['’]s| is) how to\b)/i,
);
const DECLINED_IN_DATA = whereNeeded(
  /:\s?"(?:i['’]m sorry,? (?:but )?)?i can(?:['’]t|not) (?:help|assist|do)[^"\n]{0,60}"/i,
);
/** How prompts have long said who speaks, and that a model has manners. */
const INTRODUCED = whereNeeded(
  /\bthe following is a (?:conversation|chat|dialogue) (?:with|between)\b[^.!?\n]{0,60}|\ba chat between a (?:curious )?(?:user|human) and an (?:artificial intelligence|ai) assistant\b|\bi am an ai (?:assistant )?(?:created|made|trained|designed)\b[^.!?\n]{0,60}|\bthe assistant (?:is|gives|provides) (?:very )?(?:helpful|friendly|polite|kind|honest|detailed)[^.!?\n]{0,80}/i,
);
/** Told not to show something, which nobody who wants to see it says. */
const KEPT = whereNeeded(
  /\b(?:never|do not|don['’]t) (?:reveal|disclose|share|repeat|mention|show) (?:these|this|your|the|any of (?:these|your)) (?:system )?(?:instructions|prompt|rules)\b/i,
);
/** What stands in files, and what comes anew in each edition or letter: to leave the earlier of them is no order to a model. */
const LEFT_DATA = whereNeeded(
  /\b(?:ignor(?:e|ing)|disregard|forget)(?: about)? (?:all |any )?(?:of )?(?:the |my |our |your |these |those )?(?:previous|prior|earlier|preceding|past|former|old(?:er)?) (?:(?:rows|columns|cells|versions|drafts|revisions|e-?mails|mails|letters|reminders|invoices|prices|quotes|offers|bids|warnings|errors|commits|builds|releases|bookings|orders from|results (?:of|from) the (?:test|run|survey))\b|(?:lines|entries|records|values|sections|pages|data)\b(?= (?:of|in|from) (?:the |this |that |my |our |each |every )?(?:[\w.-]{1,20} )?(?:files?|csv|tables?|sheets?|spreadsheets?|logs?|columns?|scripts?|lists?|json|arrays?|reports?|drafts?|manuscripts?|books?|chapters?)\b))/giu,
);
const LEFT_DATA_IN_GERMAN = whereNeeded(
  /(?<!\p{L})(?:ignorier(?:en sie|e)?|vergiss|vergessen sie)(?: bitte)? (?:alle )?(?:die |meine |unsere |diese |ihre )?(?:vorherigen|vorigen|früheren|bisherigen|vorangehenden|alten|obigen|letzten) (?:(?:spalten|zellen|versionen|fassungen|entwürfe|e-?mails|mails|schreiben|mahnungen|rechnungen|preise|angebote|warnungen|fehler|commits|buchungen)(?!\p{L})|(?:zeilen|einträge|datensätze|werte|angaben|abschnitte|seiten|daten)(?= (?:(?:in )?der (?:datei|tabelle|liste|spalte|csv)|(?:im|des) (?:blatt|log|dokument|manuskript|skript|bericht|entwurf)|zum |zur |aus der |aus dem )))/giu,
);
/** All that a sentence asks for is an answer to a text, or a name for it. */
const ANSWERED = whereNeeded(
  /^\W{0,3}(?:please )?(?:write|draft|compose|suggest|give me)(?: me)? (?:an?|the|two|three) (?:[a-z-]{2,12} ){0,2}(?:reply|response|headline|summary|title|subject line)(?: (?:from|to|for) [\w ]{1,24})?[.!]?\s*$/i,
);

/** What one thing does to the settings of another. */
const SETTINGS_CHANGED = whereNeeded(
  /\b(?:overrides|overwrites|ignores|replaces|resets) (?:all |any |some )?(?:of )?(?:the |your |my |our )?(?:previous|prior|earlier|existing|default|old|former) (?:settings?|config\w{0,10}|options?|values?|preferences|defaults|changes|files?|versions?|bookings?|prices?|drafts?|themes?|styles?)\b/gi,
);

/** What somebody said about a matter of his own no longer counts. */
const MATTER_LEFT = whereNeeded(
  /\b(?:forget|ignore|disregard|scrap) (?:about )?(?:everything|all|anything|what) (?:that )?i (?:just |have |had |ever )?(?:said|told you|wrote|mentioned|asked) (?:about|on|regarding) (?!you\b|your|(?:the |these |those |all )?(?:rules|instructions|system|prompt|safety|guidelines|polic))/gi,
);
/** The same in languages that say it without a matter, of what whoever says it said himself. */
const OWN_WORDS_LEFT = whereNeeded(
  /(?<!\p{L})(?:olvid(?:a|e|ad)(?:te de)? lo que (?:te |os |le )?(?:acabo de decir|dije|he dicho)|oubliez? ce que (?:je (?:viens de|t['’]ai|vous ai) |j['’]ai )(?:dit|dire|écrit)|dimentic(?:a|hi) (?:quello|quel|ciò) che (?:ti |le )?ho (?:detto|scritto)|esque(?:ça|ce) o que (?:eu )?(?:te |lhe )?(?:disse|escrevi)|verg(?:iss|essen sie),? was ich (?:(?:dir|ihnen|eben|gerade|vorhin|vorher) ){0,2}(?:gesagt|geschrieben) habe)(?: (?:antes|avant|tout à l['’]heure|prima|há pouco))?(?!\p{L})/giu,
);
/** How prompts are written well, asked by who writes some. */
const OF_PROMPTS = whereNeeded(
  /^\W{0,3}(?:how (?:to|do (?:i|you|we)|can (?:i|we)|should (?:i|we|one))|(?:any )?tips (?:for|on)|wie (?:schreib|formulier)\p{L}{0,3}(?: ich| man)?|comment (?:écrire|rédiger)|¿?cómo (?:escrib|redact)\p{L}{1,3}|come (?:scriv|si scriv)\p{L}{1,4}|como escrev\p{L}{1,4}|как (?:на)?писать|如何(?:写|编写)) ?(?!.{0,120}(?:your|hidden|secret|above|verbatim|you were|dein|votre|tuo|tus|твой|你的)).{0,80}(?:system ?-?(?:prompts?|messages?|instructions?)|prompts?|системн\p{L}{1,4} (?:промпт|сообщени)\p{L}{0,2}|提示词).{0,60}$/iu,
);
/** What a model of one's own may not tell. */
const OWN_MODEL_KEEPS = whereNeeded(
  /\b(?:my|our|(?:an?|the) \w{2,20}['’]s) (?:\w{2,16} )?(?:assistant|bot|chatbot|agent|model) (?:must|should|shall|may|can|is to|has to) (?:(?:never|not) (?:reveal|share|disclose|mention|give|tell|discuss|promise|quote|recommend)|(?:politely )?(?:decline|refuse|turn down|reject) (?:to (?:reveal|share|disclose|give|tell|discuss|answer|help)|requests?|questions?|anything|any|when|whenever|if))\b(?:(?!\b(?:and|but|then|instead|now|so|ignore|disregard|reveal|print|rules|instructions)\b)[^.!?,;:\n]){0,80}/gi,
);

/** What a sentence says without the words that it asks about. */
export function withoutAsked(sentence: string): string {
  const may = hintsIn(sentence);
  if ((may & MAY_SPEAK_OF_MODELS) !== 0 && sentence.length < OF_ONE_QUESTION && OF_PROMPTS.test(sentence)) return 'x';
  return (may & MAY_ASK_OF_WORDS) === 0 ? sentence : withoutWordsAsked(sentence);
}

/** What a sentence says without what only looks like an attempt. */
export function saidIn(sentence: string): string {
  const may = hintsIn(sentence);
  let said = withoutPrograms(withoutOthersWords(withoutAsked(withoutEntities(sentence))));
  const { kinds } = marksOf(said);
  if ((kinds & PLACES) !== 0) said = said.replace(PLACE, ' x ');
  if ((kinds & UNUSUAL) !== 0 && (said.includes('忘れて') || said.includes('指示')))
    said = FORGOTTEN.replace(said, '済んだ');
  if ((may & MAY_KEEP) !== 0) said = KEPT.replace(said, ' ');
  if ((may & MAY_DROP_DATA) !== 0)
    said = LEFT_DATA_IN_GERMAN.replace(
      LEFT_DATA.replace(OWN_WORDS_LEFT.replace(MATTER_LEFT.replace(said, 'read the data of '), 'x'), 'read the data'),
      'lies die Daten',
    );
  if (mayChangeSettings(sentence) && SETTING.some((part) => said.includes(part)))
    said = SETTINGS_CHANGED.replace(said, 'changes the settings');
  if ((may & MAY_DECLINE) !== 0) said = DECLINED.replace(said, ' ');
  if ((may & MAY_SPEAK_OF_MODELS) !== 0) said = INTRODUCED.replace(said, ' ');
  if ((may & MAY_SPEAK_OF_MODELS) !== 0) said = OWN_MODEL_KEEPS.replace(said, ' ');
  if ((kinds & QUOTE) !== 0 && said.includes('"I can')) said = DECLINED_IN_DATA.replace(said, ' ');
  if ((may & MAY_WANT_ANSWER) !== 0 && said.length < SHORT && ANSWERED.test(said)) return 'x';
  return mayBeMarked(sentence, false) ? withoutMarkers(said) : said;
}

const SHORT = 100;
const OF_ONE_QUESTION = 160;
const PLACES = ANGLE | CURLY | SQUARE;
const SETTING = ['s all ', 'ides ', 'ites ', 'ores '];

/** Each of these verbs stands between what is no letter of ASCII: it is a word, unless other letters stand beside it. */
function mayChangeSettings(sentence: string): boolean {
  return (namesIn(sentence) & NAMES_SETTING) !== 0 || (marksOf(sentence).kinds & UNUSUAL) !== 0;
}

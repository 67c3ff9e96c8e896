/**
 * What instructions about the form of a conversation are written with: its parts, formats, tools, languages, and in what
 * manner to answer. Nothing that such a conversation could be about, nobody else's interest (`our`), and nothing secret.
 */
const FORM = `
  a an the this that these those there here it its they them their one ones you your yours what which who when where why how
  if whether while as than then so because since until unless but and or nor not no nothing none any some all each every both
  either neither other another such same only just also too even very more most less least much many few several enough
  first second third last next previous following above below before after during between within into onto in on at by for
  from of off to up down out over under again about with without through per via be is are was were been being am do does did
  done have has had having can could may might must shall should will would need cannot don doesn didn isn aren won shouldn
  mustn couldn ll re ve s t e g i ie eg etc
  zero two three four five six seven eight nine ten single double multiple once twice least exactly approximately
  yes true false null null none always never usually otherwise instead directly immediately already currently still now
  answer question request query instruction instruct task prompt input output response respond reply message conversation chat
  dialogue turn user assistant human bot gpt model ai artificial intelligence language system developer role character
  text word sentence paragraph section list item number letter option choice choose select correct best appropriate relevant
  irrelevant accurate complete concise detail detailed clear brief short long help helpful helpfulness harmless honest polite
  friendly professional respectful safe factual precise consistent coherent logical fluent natural careful thorough thoughtful
  nuanced brilliant informative knowledgeable creative vivid immersive engaging simple plain formal informal casual tone style
  manner voice truthful truthfully unbiased objective neutral positive negative curious intelligent expert skilled reliable
  accurately carefully briefly clearly concisely politely honestly strictly properly correctly fully freely
  step think thinking thought reason reasoning reflect reflection analyze analyse analysis explain explanation explore
  exploration process plan planning consider verify verification check conclusion conclude final finally solve solution
  problem math mathematical mathematics calculate calculation compute computation proof prove evaluate evaluation compare
  decide determine judge meet requirement criteria score rank rate grade level effort budget low medium high
  summarize summarise summary translate translation rewrite rephrase classify classifier classification label category
  extract extraction identify describe description caption write writing written generate generation generated produce
  provide give given return format formatted formatting structure structured json xml yaml html css markdown latex tex sql csv
  ascii unicode emoji regex
  python javascript typescript java bash c rust go code coding programming programmer program function call calling invoke
  invocation tool toolbox api argument parameter name named value type schema signature object array string integer boolean
  key field tag bracket quote enclosed enclose wrapped wrap nested block fence example sample demonstration
  document source cite citation reference passage snippet chunk search retrieve retrieval result context content data
  information info knowledge fact know known date cutoff today current time day year month
  english german french spanish italian portuguese russian chinese japanese korean arabic hindi dutch polish turkish
  vietnamese thai indonesian czech greek hebrew multilingual language speak spoken
  box boxed image picture photo video audio speech transcript visual see look hear frame
  make made sure ensure try use used using useful follow follows according based accordingly available access contain include
  including exclude start begin beginning end ending finish continue stop stay keep separate separated comma newline line
  space blank empty indent
  necessary require required optional possible impossible able ability capable capability support supported supporting
  understand understanding clarify clarification ask asked say state mean meaning unclear ambiguous ambiguity uncertain
  confident confidence sense invalid valid validate
  harm harmful unethical ethical racist sexist toxic dangerous illegal violence hate sexual explicit biased bias socially
  nature inappropriate offensive refuse decline reject avoid safety
  perform complete completes completion appropriately pair paired good better great well way part whole set group order
  sequence parallel independent simultaneously individual specific general common different various new original own
  expression calculation interpreter execute execution environment session state stateful notebook python
  interact interaction cutoff update updated train trained training create created build built develop developed design
  designed base powered version large small advanced learning neural network
  monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep oct nov dec test
  january february march april may june july august september october november december
  anything assist assistance sophisticated default preamble preference precedence specify specified elsewhere mode strict
  contextual want print modify modification exist adhere dictionary variable prefix suffix involve systematic focus focused
  elaboration elaborate namespace scalar comment clean put inside outside web think serve served best skill plausible
  alternative assumption key prioritize consistency correctness clarity match span main insert fill
  qualified positioned displayed display close open scope request rely strive aim
  please receive similar mcp server protocol connect additional resource extend escape place top regular expected parse parser
  parsing accomplish iterative iteratively break work method methodical methodically omit omitted token skip infer prior library
  achieve purpose point suitable enable enabled disable disabled strong align symbol indicate come correspond potential
  hallucinate hallucinated comprehensive deep extreme extremely chain deliberate mind something full proper property
  political sensitive privacy computer science non attribute compose casual advice interpret inform converse
  like rather id modern standard way right cycle configure strip special move unnecessary attempt reminder
  sentiment guide heading headline browse title active scenario forward multi strength enter rp roleplay let define save present lack situation security share found inner outer ground grounding represent introductory conversational
  upload take straightforward trivial child abuse exploitation material plug jsonschema comprehend
  authorize authorized count left spec specification persian mandarin ukrainian romanian relate related consist chatbot
  open source uncertainty citations ipython
  find note important remember storyteller narrator story prose tutor teacher student coach captioning entity
`;

const KNOWN: ReadonlySet<string> = new Set(FORM.trim().split(/\s+/));

/** Whether a word, in any of its forms, belongs to the form of a conversation. */
export function isOfForm(word: string): boolean {
  if (word.length === 1) return true;
  return STEMS.some((stem) => {
    const bare = stem(word);
    return bare !== null && KNOWN.has(bare);
  });
}

const cut =
  (ending: string, instead = '') =>
  (word: string): string | null =>
    word.endsWith(ending) && word.length > ending.length + 1 ? word.slice(0, -ending.length) + instead : null;

/** A consonant that an ending doubles: `outputting`. */
const DOUBLED = /([^aeiou])\1(?:ing|ed)$/;

/** English endings, and what stands without them. */
const STEMS: readonly ((word: string) => string | null)[] = [
  (word) => word,
  cut('s'),
  cut('es'),
  cut('ies', 'y'),
  cut('ed'),
  cut('d'),
  cut('ied', 'y'),
  cut('ing'),
  cut('ing', 'e'),
  (word) => (DOUBLED.test(word) ? word.replace(DOUBLED, '$1') : null),
  cut('ly'),
];

import { isPrivate, isSentence } from './said.ts';

/**
 * Who reads what an address says: whoever keeps the server's records. Of engines that look for what was typed, of pages that
 * show somebody what he may post, and of services that draw what their address says, that is nobody who could have written
 * the order to ask for it.
 */
const ENGINES =
  /^(?:https?:)?\/\/(?:(?:www|m|web|api|open|scholar|search|html|news|patents|trends|translate|nominatim|[a-z]{2})\.)?(?:google|bing|duckduckgo|youtube|yahoo|ecosia|startpage|qwant|kagi|baidu|yandex|wikipedia|wikidata|openstreetmap|amazon|ebay|stackoverflow|github|pypi|npmjs|brave|tavily|serpapi|perplexity|chatgpt|wolframalpha|reddit|spotify|imdb|goodreads|worldcat|booking|tiktok|twitter|x|linkedin|crates|docs|archive|semanticscholar|pubmed|arxiv|deepl|sourcegraph|merriam-webster|thesaurus)\.(?:[a-z]{2,3}(?:\.[a-z]{2})?)(?:\/(?:search[\w.-]*|html|lite|results|s|sch\/i\.html|find|input|explore|w\/index\.php|w\/api\.php|maps(?:\/(?:search|dir|place))?|scholar|package\/search|library|travel\/flights)?(?:\/[^?#]{0,200})?|(?:\/[a-z]{2})?\/translator)?(?:[?#]|(?<=\/search\/[^?#]{1,200})$)/i;
/** Under which they take what is looked for; an address as a value is one to be led to. */
const LOOKED_FOR =
  /(?<=[?&])(?:q|query|search_query|search|srsearch|k|p|i|ss|text|wd|term|_nkw|find_\w{1,12}|origin|destination)=(?![^&#]{0,40}(?:%3a|:)(?:%2f|\/))[^&#]*|(?<=\/search\/)[^?#]+$|(?<=translator#\w{2}\/\w{2}\/).*$/gi;
/** What a person reads, and sends or does not. A number to send it to is somebody's. */
const COMPOSERS =
  /^(?:https?:)?\/\/(?:(?:www|web|m|api|outlook|calendar)\.)?(?:(?:twitter|x)\.com\/(?:intent|share)|bsky\.app\/intent|(?:whatsapp\.com\/send|wa\.me)\/?\?(?!.*phone=)|t\.me\/share|reddit\.com\/submit|news\.ycombinator\.com\/submitlink|facebook\.com\/(?:sharer|share)|linkedin\.com\/(?:share\w*|feed)|pinterest\.com\/pin\/create|threads\.(?:net|com)\/intent|tumblr\.com\/widgets\/share|mastodonshare\.com\/|tootpick\.org\/|google\.com\/calendar\/(?:u\/\d\/)?r(?:ender|\/eventedit)|(?:live|office)\.com\/calendar\/|(?:github|gitlab)\.com\/[\w.-]{1,60}\/[\w.-]{1,60}\/(?:-\/)?(?:issues|discussions)\/new)/i;
const COMPOSED =
  /(?<=[?&])(?:text|title|quote|body|details|description|location|subject|t|summary|issue(?:\[|%5B)\w{1,12}(?:\]|%5D))=(?![^&#]{0,40}(?:%3a|:)(?:%2f|\/))[^&#]*/gi;
/** Of which letter it came, to whom: a company's own check of the links in its letters has put it there. */
const LETTERS_OF = /^https:\/\/\w{2,6}\.safelinks\.protection\.outlook\.com\/\?url=/i;
/** A browser looks for it in the page itself. (WICG, scroll to text fragment) */
const IN_PAGE = /#?:~:.*$/s;

/** The address without what an engine is to look for, somebody is shown, or the page is searched for. */
export function withoutSearch(address: string): string {
  const asked = address.includes(':~:') ? address.replace(IN_PAGE, '') : address;
  if (LETTERS_OF.test(asked)) return asked.replace(/(?<=[?&])s?data=[^&#]*/gi, '');
  if (COMPOSERS.test(asked)) return asked.replace(COMPOSED, '');
  return ENGINES.test(asked) ? asked.replace(LOOKED_FOR, '') : asked;
}

/** What everybody may read there, and nobody but its keepers knows who did; not where it leads on. */
const PUBLIC =
  /^(?:https?:)?\/\/(?:[a-z-]{1,20}\.){0,2}(?:wikimedia\.org|wikipedia\.org|ytimg\.com|youtube\.com|reddit\.com|quora\.com|medium\.com|stackoverflow\.com|stackexchange\.com|(?<=maps\.|www\.|\/\/)(?:google|bing)\.com\/maps|colab\.research\.google\.com|pypi\.org|npmjs\.com|nytimes\.com|theguardian\.com|bbc\.(?:com|co\.uk)|developer\.mozilla\.org)(?=[/?#]|$)(?!.*(?::|%3a)(?:\/|%2f))/i;

/** Whether nobody who could have asked for it learns what stands in this address. */
export function isPublic(address: string): boolean {
  return (
    PUBLIC.test(address) || isDrawn(/^[a-z+]{0,12}:?\/\/([^/?#@]{1,100})(?=[/?#]|$)/i.exec(address)?.[1] ?? '', address)
  );
}

/** A title as pages and pictures have it in their address: words in small letters with hyphens between, or a question. */
const TITLE =
  /(?<=[/#]|%2f)(?:\d{4,16}-)?(?:[a-z\d]{1,20}(?:-[a-z\d]{1,20}){2,11}|(?:what|how|why|when|which|who|is|are|can|should|the)(?:[-_+][a-z\d]{1,40}){2,13}|[a-z\d]{1,20}(?:_[a-z\d]{1,20}){2,6})(?=\/|$|[?#]|\.[a-z]{2,5}(?:$|[?#&]))/gi;
const QUESTION = /^(?:what|how|why|when|which|who|is|are|can|should|the)[-_+]/i;
const SHORT_TITLE = 5;
const LONG_TITLE = 7;
const SEARCHED =
  /(\/(?:search|find|s|results)\/?\?(?:[^#]{0,200}&)?(?:q|query|search|s|term|text|keywords?)=)([^&#]{1,80})/i;
const MOST_SEARCHED = 7;

/** The address without titles and searches of some words, which say of nobody what is his; where it loads by itself, of few. */
export function withoutTitles(address: string, loads: boolean): string {
  const plain = address.replace(TITLE, (title) => {
    // Shops and forums number them.
    const name = title.replace(/^\d{4,16}-|-(?:\d{4,16}|[\da-f]{12,40})$/g, '');
    const words = name.split(/[-_+]/);
    if (/[A-Z]/.test(name) && !QUESTION.test(name)) return title;
    const plain = words.join(' ');
    // Makers number what they make in four figures; what was told as a secret is looked for by itself.
    if (isPrivate(loads ? plain.replace(/(?<= )\d{4}(?= |$)/, '') : plain)) return title;
    return loads && words.length > (isSentence(plain) ? SHORT_TITLE : LONG_TITLE) ? title : '';
  });
  if (loads) return plain;
  return plain.replace(SEARCHED, (all, before: string, value: string) => {
    const words = value.split(/\+|%20/);
    return words.length > MOST_SEARCHED || isPrivate(words.join(' ')) ? all : before;
  });
}

/** Badges, drawings of diagrams, of formulas, of maps and of names, and pictures that fill a place. */
const DRAWERS =
  /(?:^|\.)(?:shields\.io|badgen\.net|mermaid\.ink|mermaid\.live|kroki\.io|plantuml\.com|quickchart\.io|codecogs\.com|placehold\.co|placeholder\.com|dummyimage\.com|ui-avatars\.com|dicebear\.com|qrserver\.com|star-history\.com|typescriptlang\.org|rust-lang\.org|maps\.googleapis\.com|api\.mapbox\.com)$/i;

export function isDrawn(host: string, address: string): boolean {
  return DRAWERS.test(host) && !LEADS_ON.test(address);
}

const LEADS_ON = /[?&=/](?:https?)?(?::|%3a)(?:\/|%2f)|url=/i;

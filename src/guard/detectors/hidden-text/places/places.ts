import {
  isAddressed,
  isOrder,
  isOrderAside,
  isOrderForLater,
  isOrderInComment,
  isOrderInDescription,
  isOrderInLabel,
  isOrderInNote,
  isOrderInStead,
  isOrderToSpeaker,
} from '../orders/orders.ts';

/** A place in a text whose reader does not see what stands there, and which orders it takes for one. */
export interface Place {
  readonly pattern: RegExp;
  /** What stands in each, where that is one word. */
  readonly has?: string;
  /** What a line begins with in which it stands. */
  readonly begins?: string;
  readonly isOrder: (said: string) => boolean;
  /** Whether it is written in percent escapes. */
  readonly escaped?: true;
  /** Whether texts in quotes stand there, as in JSON. */
  readonly strings?: true;
  /** What ends it, where its pattern may run to the end of a sentence and the next one is in it as well. */
  readonly end?: RegExp;
}

/** A text that an address holds, and no page shows. */
const IN_ADDRESS: Place = {
  has: 'data:text/',
  pattern: /\bdata:text\/[a-z]{1,12}(?:;charset=[\w-]{1,20})?,(?<said>[^"'<>\s()]{12,800})/gi,
  escaped: true,
  isOrder,
};
/** An element that no page knows, by whose name it is not for those who look. */
const IN_SECRET: Place = {
  has: '<',
  pattern:
    /<(?:hidden|secret|invisible|private|internal|system|instructions?|ai[-_]?\w{0,20}|llm[-_]?\w{0,20}|(?:for|to|note)[-_](?:ai|llm|agents?|assistants?|models?)|(?:agent|assistant|model)[-_]?\w{0,20})>\s{0,20}(?<said>[^<]{8,600})/gi,
  end: /<\//,
  isOrder: isOrderForLater,
};
/** What stands in `said`. Each is bounded, and linear in the text. */
export const IN_MARKUP: readonly Place[] = [
  {
    has: '<!--',
    pattern:
      /<!--(?:\[if [^\]<>]{1,40}\]>)?\s{0,20}(?:<[a-z][^<>]{0,80}>\s{0,20}){0,2}(?<said>(?:[^<-]|-(?!->)){8,600})/g,
    end: /-->/,
    isOrder: isOrderInNote,
  },
  {
    pattern:
      /<(?:template|datalist|details|dialog|w:delText)(?:\s[^<>]{0,200})?>(?:<summary>[^<]{0,80}<\/summary>)?\s{0,20}(?:<(?:p|div|span|b|li)>\s{0,20})?(?<said>[^<]{8,600})/gi,
    end: /<\//,
    isOrder: isOrderForLater,
  },
  {
    pattern:
      /<(?:noscript|object|video|audio|canvas|iframe|noframes|noembed|rp)(?:\s[^<>]{0,200})?>(?:<summary>[^<]{0,80}<\/summary>)?\s{0,20}(?:<(?:p|div|span|b|li)>\s{0,20})?(?<said>[^<]{8,600})/gi,
    end: /<\//,
    isOrder: isOrderInStead,
  },
  {
    pattern:
      /<(?:metadata|desc|annotation|foreignObject|dc:\w+|rdf:li)(?:\s[^<>]{0,200})?>(?:<summary>[^<]{0,80}<\/summary>)?\s{0,20}(?:<(?:p|div|span|b|li)>\s{0,20})?(?<said>[^<]{8,600})/gi,
    end: /<\//,
    isOrder: isOrderInDescription,
  },
  {
    has: '<script',
    strings: true,
    pattern:
      /<script[^<>]{0,80}\stype\s{0,2}=\s{0,2}["']?(?:text|application)\/(?!javascript|ecmascript|babel|typescript)[^<>]{0,80}>\s{0,20}(?:<[a-z][^<>]{0,80}>\s{0,20}){0,2}(?<said>[^<]{8,600})/gi,
    end: /<\/script/i,
    isOrder: isOrderInLabel,
  },
  // What a form sends, and nobody reads.
  {
    has: 'hidden',
    pattern:
      /<input\b(?=[^<>]{0,300}\stype\s{0,2}=\s{0,2}["']?hidden\b)[^<>]{0,300}?\svalue\s{0,2}=\s{0,2}(?:"(?<said>[^"<>]{8,400})"|'(?<also>[^'<>]{8,400})')/gi,
    isOrder: isOrderForLater,
  },
  {
    pattern:
      /<[a-z][^<>]{0,300}?\s(?:title|aria-(?!desc|rolede)[a-z]+|content|summary|label|placeholder|srcdoc|tooltip|note|comment)\s{0,2}=\s{0,2}(?:"(?<said>[^"<>]{8,400})"|'(?<also>[^'<>]{8,400})')/gi,
    isOrder: isOrderInLabel,
  },
  {
    pattern:
      /<[a-z][^<>]{0,300}?\s(?:alt|aria-(?:desc|rolede)[a-z]+|descr?|description|caption|text:string-value)\s{0,2}=\s{0,2}(?:"(?<said>[^"<>]{8,400})"|'(?<also>[^'<>]{8,400})')/gi,
    isOrder: isOrderInDescription,
  },
  {
    pattern:
      /<[a-z][^<>]{0,300}?\s(?:value|data-[a-z-]{1,30})\s{0,2}=\s{0,2}(?:"(?<said>[^"<>]{8,400})"|'(?<also>[^'<>]{8,400})')/gi,
    isOrder: isOrderInLabel,
  },
  // A page within it, or in its address.
  {
    has: 'srcdoc',
    pattern: /\ssrcdoc\s{0,2}=\s{0,2}(?:"(?<said>[^"]{8,600})|'(?<also>[^']{8,600}))/gi,
    end: /["']/,
    isOrder: isOrderInLabel,
  },
  IN_ADDRESS,
  // What stands there is for whoever gives the talk.
  {
    has: '<p:notes',
    pattern: /<p:notes(?:\s[^<>]{0,200})?>[^\n]{0,80}?<a:t>(?<said>[^<]{8,600})/g,
    end: /<\//,
    isOrder: isOrderToSpeaker,
  },
  IN_SECRET,
  { has: '<%', pattern: /<%(?:#|--)(?<said>[^<>]{8,600})%>/g, isOrder: isOrderInNote },
  { has: '<#', pattern: /<#(?<said>[^<>#]{8,600})/g, end: /#>/, isOrder: isOrderInComment },
  { has: '<title', pattern: /<title[^<>]{0,80}>\s{0,20}(?<said>[^<]{8,400})/g, end: /<\//, isOrder: isOrderInLabel },
  {
    has: '<!ENTITY',
    pattern: /<!ENTITY\s[^<>"']{1,40}["'](?<said>[^"'<>]{8,400})/g,
    isOrder: isOrderInLabel,
  },
  { has: 'CDATA[', pattern: /<!\[CDATA\[(?<said>[^\]]{8,600})/g, end: /\]\]/, isOrder: isOrderInNote },
  { has: '<?', pattern: /<\?(?!php|xml)[a-z]{1,20}\s(?<said>[^?<>]{8,600})\?>/gi, isOrder },
  {
    has: '<w:',
    pattern:
      /<w:(?:color w:val="(?:F{6}|f{6})"|sz w:val="[1-4]")\s{0,2}\/>[^\n]{0,80}?<w:t[^<>]{0,40}>(?<said>[^<]{8,600})/g,
    end: /<\//,
    isOrder,
  },
  {
    has: 'comment',
    pattern: /<(?:w:)?comment(?:\s[^\n<>]{0,200})?>[^\n]{0,80}?<(?:w:)?t[^<>]{0,40}>(?<said>[^<]{8,600})/g,
    end: /<\//,
    isOrder: isOrderInNote,
  },
  {
    has: 'hidden=',
    pattern:
      /<(?:row|col|sheet)\s[^<>]{0,120}hidden="(?:1|true|hidden)"[^\n]{0,120}?<t[^<>]{0,40}>(?<said>[^<]{8,600})/g,
    isOrder,
  },
  {
    has: 'w:vanish',
    pattern: /<w:vanish\s{0,2}\/>[^\n]{0,80}?<w:t[^<>]{0,40}>(?<said>[^<]{8,600})/g,
    end: /<\//,
    isOrder,
  },
  {
    has: '<font',
    pattern: /<font[^<>]{0,80}\ssize\s{0,2}=\s{0,2}["']?(?:0|-\d)["']?[^<>]{0,80}>\s{0,20}(?<said>[^<]{8,600})/gi,
    isOrder,
  },
];
/** Comments of templates and of notes, which what is made of them has not. */
const IN_TEMPLATES: readonly Place[] = [
  // Captions without colour, what is noted of a book, and cells that a notebook leaves as they are.
  { has: '&HFF', pattern: /\{[^{}\n]{0,40}\\(?:1a|alpha)&HFF&?[^{}\n]{0,40}\}(?<said>[^{}\n]{8,600})/g, isOrder },
  {
    has: '= {',
    pattern: /\b(?:annote|annotation|note|comments?|abstract|keywords)\s{0,4}= \{(?<said>[^{}\n]{8,600})/g,
    isOrder: isOrderInNote,
  },
  {
    has: '"raw"',
    pattern: /"cell_type"\s{0,3}:\s{0,3}"raw"[^[\]]{0,200}"source"\s{0,3}:\s{0,3}\[\s{0,12}"(?<said>[^"\n]{8,400})"/g,
    isOrder: isOrderInLabel,
  },
  { has: '{-', pattern: /\{-(?<said>(?:[^-{}]|-(?!\})){8,600})/g, end: /-\}/, isOrder: isOrderInComment },
  { has: '{#', pattern: /\{#-?(?<said>[^#{}]{8,600})#\}/g, isOrder: isOrderInNote },
  { has: '{/*', pattern: /\{\/\*(?<said>[^*{}]{8,600})\*\/\}/g, isOrder: isOrderInNote },
  {
    has: ']{',
    pattern:
      /\[(?<said>[^[\]{}]{8,600})\]\{[^{}]{0,80}(?:display:\s{0,2}none|\.hidden|visibility:\s{0,2}hidden|font-size:\s{0,2}0)/g,
    isOrder,
  },
  { has: '%}', pattern: /\{%-?\s{0,3}comment[^%{}]{0,80}%\}(?<said>[^{}]{8,600})\{%/g, isOrder: isOrderInNote },
  {
    has: '{{',
    pattern:
      /\{\{(?:!(?:--)?|[^{}|]{1,40}\|hidden=1\||(?:comment|hidden|hide|collapse|spoiler|void|ignore)\w{0,12}\|(?:\w{1,12}=)?)(?<said>[^{}]{8,600})\}\}/gi,
    isOrder: isOrderInNote,
  },
  {
    has: '{:',
    pattern: /\{:[^{}]{0,80}[\s{:](?:title|alt|data-[\w-]{1,20})=["'](?<said>[^"'{}]{8,400})["']/g,
    isOrder: isOrderInLabel,
  },
  {
    has: ':root',
    pattern: /:root\s{0,3}\{[^{}]{0,200}--[\w-]{1,30}\s{0,2}:\s{0,2}["'](?<said>[^"'{}]{8,400})["']/g,
    isOrder,
  },
];
/** A sheet of style that writes something itself. */
const IN_STYLE: Place = {
  has: 'content',
  pattern: /\bcontent\s{0,2}:\s{0,2}["'](?<said>[^"'{}]{8,400})["']/gi,
  isOrder: isOrderInLabel,
};
export const IN_CURLY: readonly Place[] = [IN_STYLE, ...IN_TEMPLATES];
export const IN_NOTES: readonly Place[] = [
  IN_ADDRESS,
  {
    has: ']:',
    pattern:
      /^\s{0,3}\[(?:(?:\/\/|comment|_|#|\^?hidden|)\]:\s{0,3}(?:#|<>)?|[^\]\n]{1,40}\]:\s{1,3}(?:#|<>)\s)\s{0,3}[("'](?<said>[^\n]{8,600}?)[)"']\s{0,3}$/gim,
    isOrder: isOrderInNote,
  },
  {
    has: '](',
    pattern: /\]\([^\s()]{1,200}\s{1,3}(?:["(](?<said>[^"()\n]{8,400})[")]|'(?<also>[^'()\n]{8,400})')\)/g,
    isOrder: isOrderInLabel,
  },
  {
    has: ']:',
    pattern:
      /^\s{0,3}\[[^\]\n]{1,40}\]:\s{1,3}(?!#\s|<>)[^\s]{1,200}\s{1,3}(?:["(](?<said>[^"()\n]{8,400})[")]|'(?<also>[^'()\n]{8,400})')\s{0,3}$/gm,
    isOrder: isOrderInLabel,
  },
  { has: ']:', pattern: /^\s{0,3}\[(?<said>[^\]\n]{20,400})\]:\s{0,3}\S/gm, isOrder: isOrderInLabel },
  // White, tiny or folded letters of a board, and parts of a drawing that are not drawn.
  {
    pattern:
      /\[(?:color=["']?(?:white|transparent|#f{3}(?:f{3})?)|size=["']?[01](?:px|pt)?|hide|hidden)["']?\](?<said>[^[\]]{8,600})/gi,
    isOrder,
  },
  {
    has: '{',
    pattern:
      /\[[^\][\n]{0,60}\b(?:opacity=0(?:\.0\d*)?|text=white|fill=white)\b[^\][\n]{0,60}\](?:\s{0,2}\([^()]{0,40}\)|\s{0,2}at){0,3}\s{0,2}\{(?<said>[^{}]{8,600})/g,
    isOrder,
  },
  { has: '![', pattern: /!\[(?<said>[^\]\n]{8,400})\]/g, isOrder: isOrderInDescription },
  { has: '[^', pattern: /^\s{0,3}\[\^[^\]\n]{1,30}\]:\s{0,4}(?<said>[^\n]{8,600})/gm, isOrder: isOrderInNote },
];
export const IN_COMMENTS: readonly Place[] = [
  {
    pattern: /^\s{0,3}(?:\.\.|\.\\"|%%|#\+COMMENT:)\s(?<said>[^\n]{8,600})/gm,
    end: /\n/,
    isOrder: isOrderInComment,
  },
  // Captions (WebVTT), for who translates them.
  { has: 'NOTE', pattern: /^NOTE (?<said>[^\n]{8,600})/gm, end: /\n/, isOrder: isOrderInNote },
  { pattern: /\/\*+(?<said>(?:[^*]|\*(?!\/)){8,600})/g, end: /\*\//, isOrder: isOrderInComment },
  {
    pattern: /(?:^|[\s>])[+-]?(?:%{1,3}|\/\/|#(?!\w)|;;?|--)\s{0,3}(?<said>[^\n]{8,600})/gm,
    end: /\n/,
    isOrder: isOrderInComment,
  },
];
/** What settings, headers and pictures have beside what is shown. */
export const IN_FIELDS: readonly Place[] = [
  {
    pattern:
      /(?:^|[{,]\s{0,4})\s{0,4}["']?(?:hidden[_-]?\w{0,20}|(?:note|instructions?)[_-](?:to|for)[_-]\w{1,20}|ai[_-]?\w{0,20}|llm[_-]?\w{0,20}|(?:system|agent|assistant|model)[_-](?:note|prompt|instructions?|hint))["']?\s{0,2}:\s{0,3}(?:"(?<said>[^\n"]{12,600})|'?(?<also>[^\n"']{12,600}))/gim,
    end: /\n/,
    isOrder: isOrderAside,
  },
  {
    pattern:
      /(?:^|[{,]\s{0,4})\s{0,4}["']?(?:[_$/]{0,2}comment|\/\/|_+notes?|notes?(?=["'])|TXXX:\w{1,20})["']?\s{0,2}[:=]\s{0,3}(?:"(?<said>[^\n"]{8,600})|'?(?<also>[^\n"']{8,600}))/gim,
    end: /\n/,
    isOrder: isOrderInNote,
  },
  // What describes a page, a picture or a letter, and is not shown with it.
  {
    begins: 'dseaKkCDN',
    pattern:
      /^(?:description|summary|subtitle|excerpt|abstract|[Kk]eywords|COMMENT|DESCRIPTION|NOTE)\s{0,2}[:=]\s{0,3}(?:"(?<said>[^\n"]{8,400})|'?(?<also>[^\n"']{8,400}))/gm,
    end: /\n/,
    isOrder: isOrderInLabel,
  },
  {
    begins: 'XEIUC',
    pattern:
      /^\s{0,3}(?:X-[\w-]{2,30}|(?:Exif|Xmp|Iptc|EXIF|XMP|IPTC)[.:\w -]{1,60}|(?:Image ?Description|User ?Comment|XP ?Comment|Caption-Abstract)\s{0,30})\s?[:=]\s{0,3}["']?(?<said>[^\n"']{8,600})/gm,
    end: /\n/,
    isOrder: isOrderAside,
  },
];
/** What a package, a tool or a page is described by, and what is noted of it: programs read it, and people as well. */
export const IN_VALUES: Place = {
  pattern:
    /"(?:note|notes|hint|description|summary|instructions?|metadata|details)"\s{0,2}:\s{0,2}"(?<said>[^"\n]{12,600})"/gi,
  isOrder: isAddressed,
};
/** Comments in lines of a program that a notebook holds, each in quotes. */
export const IN_LINES: Place = {
  pattern: /"\s{0,8}(?:#|\/\/|--|%)\s{1,3}(?<said>[^"\\\n]{12,400})(?:\\n)?"/g,
  isOrder: isOrderInComment,
};
/** A cell in quotes of a table in commas: whoever looks at the table sees its first letters. */
export const IN_CELLS: Place = {
  pattern: /(?<=[,;]\s?|^)"(?<said>[^"\n]{10,400})(?="[,;]|"\s{0,3}$|$)/gm,
  isOrder: isAddressed,
};
/** What programs say of themselves, and what stands behind the language of code. */
export const IN_QUOTES: readonly Place[] = [
  // What a program tells a model of its own is none, `PROMPT = """You are a guide."""`.
  {
    pattern:
      /(?<!(?:PROMPT|SYSTEM|TEMPLATE|INSTRUCTIONS)\w{0,20}(?::\s?\w{1,12}\s?)?\s?=\s?\(?\s?[fr]?)(?:"{3}|'{3})(?<said>[^"'\n]{8,600})/gi,
    end: /"{3}|'{3}/,
    isOrder: isOrderInComment,
  },
  { pattern: /^\s{0,3}`{3,4}\w{0,20}\s(?<said>[^\n`]{8,400})/gm, isOrder: isOrderInNote },
];
export const IN_TEX: readonly Place[] = [
  {
    pattern:
      /\\(?:h?phantom|vphantom|hidden|iffalse|begin\{comment\}|comment|rlap|llap|pdfcomment|tooltip)\b[{\s]{0,4}(?<said>[^{}\\]{8,600})/g,
    end: /\}/,
    isOrder,
  },
  {
    pattern:
      /\\fontsize\{0?[.,]?[0-2](?:\.\d)?(?:pt)?\}\{[^{}]{1,12}\}(?:\\selectfont)?[{\s]{0,4}(?<said>[^{}\\]{8,600})/g,
    end: /\}/,
    isOrder,
  },
  { pattern: /\\(?:scalebox|resizebox)\{0?\.0\d*\}(?:\{[^{}]{0,8}\})?\{(?<said>[^{}\\]{8,600})/g, end: /\}/, isOrder },
  { pattern: /\\[hv](?:space|skip)\*?\{-?\d{3,5}[a-z]{2}\}\s{0,3}(?<said>[^{}\\]{8,600})/g, end: /\}/, isOrder },
  {
    has: 'colortbl;\\red255\\green255\\blue255;',
    pattern: /\\cf1(?:\\\w{1,12}){0,6}\s(?<said>[^{}\\]{8,600})/g,
    end: /\}/,
    isOrder,
  },
  { pattern: /\\(?:opacity|transparent)\{0(?:\.0\d*)?\}[{\s]{0,4}(?<said>[^{}\\]{8,600})/g, end: /\}/, isOrder },
  {
    pattern: /\bpdf(?:keywords|subject|title|info|author)\s{0,2}=?\s{0,2}\{(?<said>[^{}]{8,600})/g,
    end: /\}/,
    isOrder: isOrderInLabel,
  },
  // Far off the page, and what programs write of what terminals conceal.
  {
    pattern: /\\(?:raise|lower)box\{-?\d{3,5}[a-z]{2}\}(?:\[[^\]]{0,9}\]){0,2}\{(?<said>[^{}\\]{8,600})/g,
    end: /\}/,
    isOrder,
  },
  { pattern: /\\(?:e|033|x1[bB]|u001[bB])\[(?:\d{1,2};)?8m(?<said>[^\\]{8,600})/g, end: /\}/, isOrder },
  { pattern: /\\v(?:\\\w{1,8}){0,4}[ {](?<said>[^{}\\]{8,600})/g, end: /\}/, isOrder },
];
/** Typst. */
export const IN_TYPST: Place = {
  pattern: /#(?:hide|text\(\s{0,2}(?:fill:\s{0,2}white|size:\s{0,2}[01](?:\.\d)?pt)\s{0,2}\))\[(?<said>[^\]]{8,600})/g,
  isOrder,
};
/** PDF: rendering mode 3 neither fills nor strokes (ISO 32000-1, table 106); white, and letters of a point and less. */
export const IN_PDF: readonly Place[] = [
  { has: ' Tr', pattern: /\b3 Tr\b[^()]{0,80}\((?<said>[^()]{8,600})/g, end: /\)/, isOrder },
  { has: '1 1 1 rg', pattern: /\b1 1 1 rg\b[^()]{0,80}\((?<said>[^()]{8,600})/g, end: /\)/, isOrder },
  { has: '1 g', pattern: /(?<![\d.] )\b1 g\b[^()]{0,80}\((?<said>[^()]{8,600})/g, end: /\)/, isOrder },
  { has: '0 0 0 0 k', pattern: /\b0 0 0 0 k\b[^()]{0,80}\((?<said>[^()]{8,600})/g, end: /\)/, isOrder },
  {
    has: ' Tf',
    pattern: /\/\w{1,12} [01](?:\.\d{1,4})? Tf\b[^()]{0,80}\((?<said>[^()]{8,600})/g,
    end: /\)/,
    isOrder,
  },
  {
    has: '/',
    pattern: /\/(?:Contents|Subject|Keywords|TU|Alt|ActualText|Author)\s{0,2}\((?<said>[^()]{8,600})/g,
    end: /\)/,
    isOrder,
  },
];
export const FAR_OFF: Place = { pattern: /(?:[ \t\u00a0]{100,}|[,;|\t]{24,})(?<said>\S[^\n]{8,600})/g, isOrder };

/** What a sentence leaves open that the patterns above want closed: the next one is in it as well. */
export const LEFT_OPEN: readonly { readonly open: RegExp; readonly end: RegExp; readonly isOrder: Place['isOrder'] }[] =
  [
    {
      open: /<[a-z][^<>]{0,300}?\s(?:alt|title|aria-[a-z]{1,20}|content|summary|label|placeholder|srcdoc|descr?|description|tooltip|caption|note|comment|value|data-[a-z-]{1,30})\s{0,2}=\s{0,2}"(?<said>[^"<>]{0,400})$/i,
      end: /"/,
      isOrder: isOrderInLabel,
    },
    {
      open: /<[a-z][^<>]{0,300}?\s(?:alt|title|aria-[a-z]{1,20}|content|summary|label|placeholder|srcdoc|descr?|description|tooltip|caption|note|comment|value|data-[a-z-]{1,30})\s{0,2}=\s{0,2}'(?<said>[^'<>]{0,400})$/i,
      end: /'/,
      isOrder: isOrderInLabel,
    },
    { open: /\{#(?<said>[^#{}]{0,400})$/, end: /#\}/, isOrder: isOrderInNote },
    { open: /\{\{!(?:--)?(?<said>[^{}]{0,400})$/, end: /\}\}/, isOrder: isOrderInNote },
    { open: /<%(?:#|--)(?<said>[^<>]{0,400})$/, end: /%>/, isOrder: isOrderInNote },
    { open: /!\[(?<said>[^\]\n]{0,400})$/, end: /\]/, isOrder: isOrderInDescription },
    { open: /\]\([^\s()]{1,200}\s{1,3}["'(](?<said>[^"()\n]{0,400})$/, end: /[")]/, isOrder: isOrderInLabel },
    {
      open: /^\s{0,3}\[[^\]\n]{1,40}\]:\s{1,3}[^\s]{1,200}\s{1,3}["'(](?<said>[^"()\n]{0,400})$/,
      end: /[")\n]/,
      isOrder: isOrderInLabel,
    },
    {
      open: /^\s{0,3}\[[^\]\n]{1,40}\]:\s{0,3}(?:#|<>)?\s{0,3}[("'](?<said>[^\n]{0,400})$/,
      end: /\n/,
      isOrder: isOrderInNote,
    },
    { open: /<\?(?!php|xml)[a-z]{1,20}\s(?<said>[^?<>]{0,400})$/i, end: /\?>/, isOrder },
    { open: /\b(?:content|--[\w-]{1,30})\s{0,2}:\s{0,2}"(?<said>[^"{}]{0,400})$/i, end: /"/, isOrder: isOrderInLabel },
    { open: /^\s{0,3}\[(?<said>[^\]\n]{20,400})$/, end: /\]/, isOrder: isOrderInLabel },
    {
      open: /"(?:_?comment|_?notes?|description|hint|summary)"\s{0,2}:\s{0,2}"(?<said>[^"\n]{0,400})$/,
      end: /"/,
      isOrder: isAddressed,
    },
  ];

import type { Code } from './alphabets.ts';

/** Signs of other scripts that are drawn like Latin letters, or stand for them, in the order of the alphabet; as fonts of the web write. */
const ALPHABETS = [
  'ᗩᗷᑕᗪEᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇᔕTᑌᐯᗯ᙭Yᘔ',
  'ᗅᗸᑢᗞᗴᖵᘜᕻᓰᒎᖽᒫᘻᘉᗝᑮᕴᖇSᖶᑘᐻᘺ᙮ᖻᗱ',
  '₳฿₵ĐɆ₣₲ⱧłJ₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ',
  '卂乃匚ᗪ乇千Ꮆ卄丨ﾌҜㄥ爪几ㄖ卩Ɋ尺丂ㄒㄩᐯ山乂ㄚ乙',
  'ﾑ乃ᄃり乇ｷムんﾉﾌズﾚﾶ刀のｱゐ尺丂ｲひ√W乂ﾘ乙',
  'ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑQꓣꓢꓔꓴꓦꓪꓫꓬꓜ',
  'ᎪᏴᏟᎠᎬfᏀᎻᏆᎫᏦᏞmnoᏢqᎡᏚᎢuᏙᎳxᎽᏃ',
  'ᚪᛒᚳᛞᛖᚠᚷᚻᛁᛄᚴᛚᛗᚾᚩᛈᛢᚱᛋᛏᚢᚡᚹᛪᚣᛉ',
  'ᚨᛒᚲᛞᛖᚠᚷᚺᛁᛃᚲᛚᛗᚾᛟᛈᛩᚱᛊᛏᚢᚡᚹᛪᛦᛉ',
  'αв¢∂єƒgнιנкℓмησρqяѕтυνωχуz',
  'άвςđέғģħίјķĺмήόρqŕşţùνώxчž',
  'ƛƁƇƊЄƑƓӇƖʆƘԼMƝƠƤƢƦƧƬƲƔƜҲƳȤ',
  'ąҍçժҽƒցհìʝҟӀʍղօքզɾʂէմѵաxվՀ',
  'ąɓƈɖɛʄɠɦıʝƙɭɱŋơƥզཞʂɬų۷ῳҳყʑ',
  'คც८ძ૯Բ૭ҺɿʆқՆɱՈ૦ƿҩՐς੮υ౮ω૪ע૭',
  'ɒdɔbɘʇϱʜiįʞlmnoqpɿƨƚυvwxγz',
  'ДБҪDЄFGHЇJКLМЙФРQЯЅTЦVЩЖЧZ',
  'ልጌርዕቿቻኗዘጎጋጕረጠክዐየዒዪነፕሁሀሠሸሃጊ',
] as const;

const LETTERS = new Map<string, string>();
for (const alphabet of ALPHABETS) {
  Array.from(alphabet).forEach((sign, at) => {
    if (sign.charCodeAt(0) > 127 && !LETTERS.has(sign)) LETTERS.set(sign, String.fromCharCode(97 + at));
  });
}
const SIGN = `[${[...LETTERS.keys()].join('')}]`;
const SIGNS = new RegExp(SIGN, 'gu');
/** As many in a row, with room for letters that have no such sign. */
const SOME = new RegExp(`(?:${SIGN}[A-Za-z ]{0,3}){4}`, 'u');

/** Letters with marks that no language heaps on each of them. */
const MARKED = /(?:\p{Script=Latin}\p{M}{0,40}(?:[ ,.!?]{1,2}\p{M}{0,40})?){10,600}/gu;
const MANY_MARKS = /(?:\p{Script=Latin}\p{M}{1,40}(?:[ ]\p{M}{0,9})?){5}/u;

/** So many signs beyond the first of their block as letters of ASCII: private use on three planes, and the first Han characters. */
const AT_ASCII = /[\ue020-\ue07e\uf020-\uf07e\u4e20-\u4e7e\u{f0020}-\u{f007e}\u{100020}-\u{10007e}]{10}/u;

export const FANCY: readonly Code[] = [
  {
    may: (text) => SOME.test(text),
    pattern: /[^\n]{10,1024}/g,
    read: (run) => run.replace(SIGNS, (sign) => LETTERS.get(sign) ?? sign).toLowerCase(),
  },
  {
    may: (text) => MANY_MARKS.test(text),
    pattern: MARKED,
    read: (run) => run.normalize('NFD').replace(/\p{M}/gu, ''),
  },
  {
    // An accent on nearly every letter, each with its own sign.
    may: (text, { letters }) => (text.match(ACCENTED)?.length ?? 0) > Math.max(8, 1.2 * letters),
    pattern: /[^\n]{10,1024}/g,
    read: (run) =>
      run
        .replace(/[đħłøŧƀɇɨ]/gi, (sign) => PLAIN[sign.toLowerCase()] ?? sign)
        .normalize('NFD')
        .replace(/\p{M}/gu, ''),
  },
  {
    // Private use, at the places of ASCII: what fonts of signs do, and what no reader sees letters in.
    may: (text) => AT_ASCII.test(text),
    pattern: new RegExp(AT_ASCII.source.replace('{10}', '{10,600}'), 'gu'),
    read: (run) => run.replace(/./gsu, (sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) & 0x7f)),
  },
];

const ACCENTED = /[À-ÖØ-öø-ɏḀ-ỿ]/g;
const PLAIN: Readonly<Record<string, string>> = { đ: 'd', ħ: 'h', ł: 'l', ø: 'o', ŧ: 't', ƀ: 'b', ɇ: 'e', ɨ: 'i' };

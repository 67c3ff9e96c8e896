/** Words that hardly a sentence of a language does without, and the scripts that say a language by themselves. */
export const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to is that it was for with are this have not you from they which their would there been has were',
  de: 'der die das und ist nicht ein eine ich zu mit auf den von dem sich auch werden wird sind oder wie bei nach',
  fr: 'le la les des est et une que dans qui pour pas sur avec vous nous il elle sont cette mais au du je',
  es: 'el los las que una por con para del como está es más pero su sus muy este esta también son hay lo',
  it: 'il che di gli una per con sono non della è anche nel più come questo questa alla dei delle lo si ma',
  pt: 'que não uma com para os dos das mais como está são você também por ao pela foi tem muito isso seu sua',
  nl: 'het een en van niet dat ik zijn voor met op aan ook maar worden door naar deze wordt zijn heeft hebben je',
  sv: 'och att det som en är på för av med inte den till har jag ett om från så men kan ska eller',
  da: 'og at det er en til på som med af ikke den for har jeg et der fra vil kan også blev skal',
  nb: 'og det er som på en til av for med ikke jeg har et den fra men også være blir kan eller skal',
  fi: 'ja on ei se että oli hän mutta ovat kun myös niin tai joka olen mitä voi sekä kuin ole tämä',
  pl: 'nie się na że jest to jak do co ale po tak dla ich był czy przez oraz może od tego są',
  cs: 'je se na že to jako ale pro by jsem tak jsou byl nebo jeho která který po být také při už',
  sk: 'je sa na že to ako ale pre by som tak sú bol alebo jeho ktorá ktorý po byť tiež pri už',
  hu: 'a az és hogy nem is egy van ez de meg volt csak azt már mint még vagy ki lesz kell',
  ro: 'și în de la cu pe nu este că din sunt mai care pentru un o fost să sau ca după această',
  hr: 'je se na da su za nije kao od što ili ali koji koja bio biti sam iz te kako ovo',
  tr: 've bir bu için ile çok da de olarak daha gibi var değil ama ne kadar olan sonra her ben',
  id: 'yang dan di untuk dengan tidak ini dari dalam akan pada itu juga saya adalah ke bisa oleh atau ada',
  vi: 'của và là có không được cho một các với trong những này người khi đã để tôi từ như',
  ca: 'els les una amb per que és del com aquest però més també són dels molt seva ser',
  ru: 'и в не на что с как это по но из у за от для так же было все он она',
  uk: 'і в не на що з як це та до але для від так було все він вона або є',
  bg: 'и на да се не за от по е с са като че но или това ще при също има',
  ar: 'في من على أن إلى التي هذا عن مع كان هذه ما لا الذي كل قد بعد ذلك هو',
  fa: 'در به از که این را با است برای آن یک خود تا بر بود هم می شود او',
  he: 'של את על לא זה הוא עם היא כי גם אני יש אבל כל או מה אם היה',
  hi: 'के है में की और से को का नहीं पर यह हैं कि एक भी लिए था ने तो',
  el: 'και το να της του η την είναι που με για τα δεν από στο θα ο των',
};

/** A script in which hardly any other language is written. */
export const SCRIPT_LANGUAGES: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
];

/** A script of few languages: the commonest of them, and those that letters of their own tell. */
export const SCRIPTS_OF_FEW: readonly (readonly [
  script: RegExp,
  usual: string,
  own: Readonly<Record<string, RegExp>>,
])[] = [
  [/\p{Script=Cyrillic}/gu, 'ru', { uk: /[іїєґ]/iu, bg: /(?<=[а-яё])ъ(?=[бвгджзклмнпрстфхцчшщ])/iu }],
  [/\p{Script=Arabic}/gu, 'ar', { fa: /[پچژگی]/u }],
  [/\p{Script=Hebrew}/gu, 'he', {}],
  [/\p{Script=Greek}/gu, 'el', {}],
  [/\p{Script=Devanagari}/gu, 'hi', {}],
];

export const LANGUAGE_NAMES: readonly string[] = [
  ...Object.keys(LANGUAGE_WORDS),
  ...SCRIPT_LANGUAGES.map(([language]) => language),
];

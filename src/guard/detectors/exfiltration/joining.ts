/**
 * Words that join others to a sentence, and stand in no list of labels, by language. Left out is what is a word of English, too,
 * but joins nothing there: `do`, `men`, `as`.
 */
const COMMON = `
the is are was were has had have been be will i we he she they it my our his her their him them not but that and with for to of
on at in about from under by since until because after before than into without when who us you
der die das dem den des ist sind hat und mit ich wir er mein meine unser unsere nicht ein eine im
bei seit bis auf
le la les est et de du un une mon ma mes je il elle nous ne pas que qui au dans 
el los las es en del con para su mi no se ha non che di della il per
`;
const OTHERS = `
pour avec sur sono alla dass wird meiner meinem meinen einen einem
uma um com não ao dos na seu sua meu minha foi são está tem ele ela nós pelo quer
het een van voor niet zijn ik wij mijn naar maar heeft wordt bij tot aan deze
och att det är jag inte på för ett som av har på ikke jeg og af til
nie jest się że dla przez mnie mój moja moje są był była oraz ale
že není jsem pro ale nije sam što koji kao
és nem egy hogy az și nu este pentru din sunt ja ei että hän minun mutta
bir ve için bu ile değil benim çok ama henüz kimse hiç daha kadar gibi
và của là không cho tôi có một những được yang dan dengan untuk tidak saya dari ini itu adalah
и в на не что с по я мой моя мою моей от за из для о у к он она мы наш наша был была было это как но или
і та не що з до від мій моя це він вона є
και το τη την τον του της ο η να δεν είναι μου για με από στο στη
في من على إلى عن أن هذا هذه ما لا كان كانت هي هو مع لي قد لم التي الذي ثم أو منذ بعد قبل حتى كل غير بين عند
در به از که این است را با برای و ہے کی کے کا میں سے کو اور نے
של את על לא אני הוא היא עם זה אל כי
है हैं था थी थे की के का में से को और ने पर यह वह मेरी मेरा मेरे नहीं
`;
const COMMON_WORDS = setOf(COMMON);
const JOINING = setOf(COMMON + OTHERS);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** In Korean what joins is the end of a word. */
const ENDING = /[가-힣](?:은|는|을|를|의|에|에서|에게|으로|와|과|다|요|까지|부터)$/u;

/** A word of one letter, as Polish and Portuguese have them: in English, that is the name of a value. */
const LETTER = /^[aeikosuvwyz]$/;

/** How many words of a text join others. */
export function countJoining(text: string): number {
  const foreign = /\P{ASCII}/u.test(text);
  let joining = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu))
    if (JOINING.has(word.toLowerCase()) || (foreign && (LETTER.test(word) || ENDING.test(word)))) joining += 1;
  return joining;
}

/** How many join others in five languages: of all languages together, a spelling of other words has some by chance. */
export function countCommon(text: string): number {
  return (text.match(/\p{L}+/gu) ?? []).filter((word) => COMMON_WORDS.has(word.toLowerCase())).length;
}

/** Of scripts that put no blanks between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/gu;
const LEAST_UNSPACED = 10;
/** What stands in sentences and hardly in titles: whoever speaks or is spoken to, and what a verb ends in. */
const SPEAKS = /です|でした|ます|ました|ません|ください|ている|私|僕|俺|我|你|您|他|她|请|請|ฉัน|ผม|คุณ|ของ|เป็น/gu;
const JOINS = /[をはがへ了的是在把被给給不有没沒很也都和]|และ|ไม่|ได้|ที่|ให้|จะ|ใน/gu;

/** Whether a text without blanks is a sentence: by what speaks and joins in it, since no word stands apart. */
export function isUnspacedSentence(text: string): boolean {
  if (!/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{6}/.test(text)) return false;
  if ((text.match(UNSPACED)?.length ?? 0) < LEAST_UNSPACED) return false;
  const [speaks, joins] = [SPEAKS, JOINS].map((signs) => text.match(signs)?.length ?? 0) as [number, number];
  const whole = /[。！]$/.test(text.trim());
  return 2 * speaks + joins >= (whole ? 1 : 3);
}

/** Whether it speaks of whoever writes it, or of somebody that he knows. */
export function speaksUnspaced(text: string): boolean {
  return /[私僕俺彼我您]|ฉัน|ผม/u.test(text) && isUnspacedSentence(text);
}

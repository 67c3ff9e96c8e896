import { factsElsewhere } from './elsewhere-facts.ts';
import { scoreOf, weighed } from './weighed.ts';
import { WEIGHTS } from './weights.ts';

/** Whoever has a page speaks to its visitors of `us`, and of cookies. */
const OF_VISITORS =
  /(?<!\p{L})(?:\p{L}{3,12}-(?:nous|nos)|(?:cuént|escríb|llám|sígu|contáct|visít)[ae]?nos|dinos|dicci|raccontaci|scrivici|seguici|chiamaci|contattaci|visitaci|(?:сообщ|расскаж|напиш|позвон|подпиш|скаж)ите(?:сь)? (?:нам|на нас)|cookies?|accett\p{L}{1,4} tutt\p{L}|accept\p{L}{0,3} tou[st]|ace(?:pt|it)\p{L}{1,4} tod[oa]s?|akzeptieren|прин(?:ять|имаю|ять) все|принимайте все|çerez\p{L}*|куки)(?!\p{L})|全部接受|接受全部|すべて(?:許可|同意)|告诉我们|联系我们|关注我们|お聞かせ|お知らせください|クッキー|쿠키/iu;
/** Writings of languages of which nothing was learned. */
const UNLEARNED = /[\u0590-\u08ff\u0900-\u0eff\uac00-\ud7a3]{2}/;
const MOST_READ = 400;
const NOTHING = Number.NEGATIVE_INFINITY;
const WEIGHTS_ELSEWHERE = weighed(WEIGHTS.elsewhere);

/** How likely it orders whoever answers, in eight languages that are not English: as a logarithm of odds. */
export function deedElsewhere(said: string): number {
  if (OF_VISITORS.test(said) || UNLEARNED.test(said)) return NOTHING;
  const facts = factsElsewhere(said.slice(0, MOST_READ));
  return facts === null ? NOTHING : scoreOf(facts, WEIGHTS_ELSEWHERE);
}

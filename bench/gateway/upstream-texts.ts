import { chatText } from '../guard/texts.ts';

/** What the server of the bench answers, when it answers at once. */
export const ANSWER = chatText(600).slice(0, 700);

/**
 * What was measured once, on texts made by other means than the rules, when the rules stood: the texts and the programs that
 * made them are not kept, so these are no figures that a run makes anew.
 */
export function firstSightSection(): string {
  return `## at first sight

Measured once, on texts that the rules had not seen, made by other means than the tables above; not measured anew by a run.

| detector | texts | before mending | fresh texts of the same makers, after |
| --- | --- | --- | --- |
| names | 35 sentences, forms, letters and tables of our own, filled by Faker in 35 locales, 600 names a draw | 63.6 % found (English 69.5 %) | 74.7 % (English 84.1 %) over three more draws |
| street addresses | the same, 260 addresses a draw | 41.1 % found (English 46.5 %) | 61.2 % (English 75.3 %) over three more draws |
| code | 105 pairs of an insecure and a safe form of the same lines, eleven languages | 96.2 % found, 2.9 % false alarms | 78 harder pairs: 79.5 % found, 3.8 % false alarms; mended since |
| code | 3578 source files of installed packages, without tests and examples | 4.9 % of the files alarmed | 3.1 %, most of them C and shell, where what is told is written there (\`malloc(n * size)\`, \`eval $x\`) |
| secrets | passwords in 104 forms of settings, commands and calls, six passwords each | 75.5 % found | mended: 93.3 %, the same forms |
| secrets | 362 MB of installed packages and system documents, 60 kinds of files | 2.0 findings a MB | 1.1 a MB, by estimate and not by count seven in ten of them join tokens and passwords that one documentation prints in twenty versions, and private keys of tests; packages of npm 0.06 a MB |
| secrets | 1107 texts of our own making, none of them a row's example: 417 services in 22 forms, 230 other forms (files that programs write, calls, headers, passwords in code and settings), and 814 quiet ones | 87.7 % found, none of the quiet ones told | 95.8 %, none told; the half of the forms that nobody looked at when mending went from 89.4 % to 92.6 %, two fresh draws of it gave 92.5 % |
| secrets | 298 MB of installed packages of npm, Python and Go, their tests and documents among them | 0.32 findings a MB | 0.33 a MB, a third of them private keys of tests; packages of npm 0.11 a MB |
| code | 249 further pairs of an insecure and a safe form, 17 languages, written from the weaknesses and the languages' own pages | 89.6 % found, 1.6 % false alarms | 92.8 % and 1.2 %; of the half that nobody looked at, 88.5 % before and 89.3 % after |
| code | 2957 other source files of installed packages | 4.7 % of the files alarmed, 15.4 alerts a MB | 4.3 % and 12.8 a MB; JavaScript 2.8 %, Go 1.8 %, Java, C# and headers under 1 %, Python 3.8 %, shell 5.0 %, C 14 % (\`malloc(n * size)\`, \`strcpy\`, MD5: what is told is written there) |
| verbatim | 459 excerpts of 30 to 60 words of 245 documents, between sentences of chat, in seven disguises | 100 % found in each of the seven; 0.25 % of 798 passages of other documents told, that share no ten words with a protected one, and none of 400 chats | nothing mended |
| hidden text | 244 ways to hide or encode a sentence (Unicode, fonts of look-alikes, bases, escapes, numbers, ciphers, letters set apart or moved, styles, comments, TeX, terminals), three orders each, written before anything was looked at | 36.3 % told | mended: 95.1 %, the same ways; 180 others, written then: 80.6 % at first sight, mended: 94.4 %; of 16,725 passages, sources, keys, chats and other look-alikes 0.1 % told |
| hidden text | 652 further ways, 2006 texts of up to four orders each between harmless ones: signs that nobody sees, fonts, ciphers, bases, escapes, markup, terminals, acrostics, blanks, pieces | 62.9 % told, and 1.5 % of 5186 harmless look-alikes | 69.9 %, the same texts; 49 ways written then, among families that were mended: 49.0 % before and 72.8 % after; 1.0 % of 4902 other look-alikes told. Least told: acrostics, blanks, pieces of a text in several literals, other ciphers |
| hidden text | 521 texts in 253 ways that published attacks and tools for testing models use, and 472 in 258 rarer ones (lists of addresses, colours and readings, signs of few kinds, other writings, unkeyed ciphers, words between words) | 77.9 % of the common ones told, 36.7 % of the rare | 95.8 % and 66.7 %, the same texts; 249 ways written after most was mended: 89.0 % of 300 common texts and 68.7 % of 198 rare ones at first sight (by the rules before: 77.7 % and 35.4 %), 97.0 % and 77.8 % mended; of 30,360 paragraphs of manuals, programs and headers 0.12 % told (0.10 % before). Least told: short ciphers, every second or third word, spelling by numbers in words, words split over cells or turns |
| exfiltration | 170 ways by which an answer or a call carries a sentence of a conversation out (markup of thirty languages, proxies, letters, commands, code), 510 texts | 47.5 % told, and 3.2 % of 1487 harmless texts with addresses | 94.7 % and none, the same texts; 34 ways written then: 29.4 % before and 91.2 % after, none of 1401 others told |
| exfiltration | 109 further ways, 218 texts, half of the calls of tools with the conversation before them | 67.0 % told | 93.6 %, the same texts; 62 ways written then: 93.5 % of 124 texts at first sight (by the rules before: 67.7 %), all mended; 2 of 2888 harmless texts with addresses told |
| injection | 984 pages of manuals and READMEs, read as documents and as messages | 11.4 % and 5.9 % told | 1.6 % and 1.3 %, the same pages: thresholds were chosen with a look at them |
| injection | 2823 passages that \`npm run gather:passages\` gathered when all was learned; none was learned from, though others of the same programs were | 5.9 % and 7.0 % told by the weights before | 0.8 % and 0.7 % |
| injection in documents | 151 orders to agents (twelve languages and more) in four places of 46 letters, tickets, pages, records and logs, written before anything was looked at; 171 honest sentences with the same words in the same places | 24.2 % told, 0.9 % false alarms (4.1 % where they stand alone) | mended: 84.8 % and none; 60 others and 60 look-alikes, written then: 25.8 % before and 50.4 % after, false alarms 2.1 % and 3.3 %, 0.4 % when what they showed was mended |
| jailbreaks | 123 requests (personas, hypotheses, splits, shots, policies, suppressed refusals, escalation, encodings, 14 languages) and 149 honest ones in their words | 44.7 % told as injection, 52.0 % with content; 2.0 % false alarms | nothing mended but content: 54.5 % and 2.0 % |
| content | 149 texts in eight categories and up to fifteen languages, advice among them, which nothing tells by default, and 154 honest ones on the same topics | 44.3 % told, 9.1 % false alarms | mended: 78.5 % and 3.2 %; 60 others and 61 honest ones, written then: 41.7 % before and 75.0 % after, false alarms none and 1.6 %, none when mended |

Whole names of those whom everybody knows, and of authors, are not told on purpose. Addresses in Vietnam, India, the Czech
lands and Ukraine are found least.`;
}

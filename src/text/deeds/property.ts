import { type Deed, upTo } from './deed.ts';

const DOCUMENTS =
  "(?:money|bills?|banknotes?|currency|ids?|identit(?:y|ies)|passports?|documents?|diplomas?|degrees?|certificates?|prescriptions?|licen[cs]es?|signatures?|cheques?|checks?|wills?|vaccin\\w+ cards?|receipts?|invoices?|visas?|permits?|reviews?|charit(?:y|ies)|doctor['’]?s? notes?|sick notes?|tickets?|coins?|alibis?|twenty|twenties)";
const THINGS =
  '(?:cars?|bikes?|bicycles?|motorcycles?|identit(?:y|ies)|credit cards?|(?:credit |debit )?card (?:numbers?|data|details)|money|cash|packages?|parcels?|mail|letters|passwords?|credentials|wallets?|jewel\\w*|jewel+ery|paintings?|personal (?:data|information)|(?:customer|medical|private|confidential|health|user) (?:data|records?|files?|information)|intellectual property|trade secrets|data from|electronics|phones?|goods|merchandise|clothes|cookies|sessions?|guns?|from (?:an? |the |my |your )?(?:\\w+ )?(?:shops?|stores?|employer|work|bank|museum|supermarket|company|neighbou?rs?|warehouse|tourists?))';
const PLACES =
  '(?:houses?|homes?|cars?|vehicles?|tesla|building|safes?|vault|apartments?|flats?|shops?|stores?|office|school|museum|bank|garage|warehouse|mailbox(?:es)?|atms?|lockers?)';

/** Deeds that take what is others', by hand, by forgery or by deceit. */
export const PROPERTY_DEEDS: readonly Deed[] = [
  {
    id: 'stealing',
    kind: 'illicit',
    words:
      'steal|steals|stealing|shoplift|shoplifting|shoplifts|pickpocket|pickpocketing|pickpockets|hotwire|hotwires|hotwiring|wire|wiring|carjack|carjacking',
    pattern: new RegExp(
      `\\bsteal(?:s|ing)? ${upTo(3)}${THINGS}\\b|\\b(?:shoplift(?:ing|s)?|pickpocket(?:ing|s)?|carjack(?:ing)?|hot-?wir(?:e|es|ing) (?:a|the|cars?|my|your|an))\\b`,
      'i',
    ),
    fires: ['stealing a car', 'how to shoplift'],
    quiet: ['steal the show', 'steal a kiss'],
  },
  {
    id: 'breaking-in',
    kind: 'illicit',
    words:
      'break|breaks|breaking|enter|enters|crack|cracks|cracking|rob|robs|robbing|burgle|burgling|burglarize|burglary|disable|disables|disabling|bypass|bypassing|pick|picking|unlock',
    pattern: new RegExp(
      [
        `\\bbreak(?:s|ing)? in(?:to)? (?:an? |the |my |your |his |her |their |someone['’]?s? |somebody['’]?s? |locked |parked |other people['’]?s? )?(?:[\\w'’]+ )?${PLACES}\\b`,
        `\\b(?:rob|robs|robbing|burgl(?:e|es|ing|ari[sz]e|ary of)) (?:an? |the |my |your |his |her |their )?(?:\\w+ )?(?:banks?|shops?|stores?|houses?|homes?|person|people|someone|somebody|atms?|museum|jewel\\w*|casino|trains?|petrol station|gas station|tourists?)\\b`,
        `\\bcrack(?:s|ing)? (?:open )?(?:a |the |his |her )?safe\\b`,
        `\\b(?:disabl|bypass|defeat|disarm|jam)(?:e|es|ing|s)? (?:an? |the |any |its |their )?(?:\\w+ )?(?:(?:burglar |house |car |security )?alarms?(?: systems?)?|security (?:cameras?|systems?)|immobili[sz]ers?|ankle (?:monitors?|bracelets?)|shop tags?|anti-theft \\w+)\\b`,
        `\\bpick(?:s|ing)? (?:the |a )?locks? (?:of|on) (?:a |the |my |your |his |her |someone)|\\bpick(?:s|ing)? (?:a |the |my )?(?:neighbou?r|someone|stranger)['’]?s? (?:door |front )?lock\\b|\\bopen(?:s|ing)? a car without (?:the |a )key\\b`,
      ].join('|'),
      'i',
    ),
    fires: ['break into a house', 'crack a safe', "pick the neighbour's lock"],
    quiet: ['break into the film industry', 'crack an egg', 'switch off the alarm clock'],
  },
  {
    id: 'forging',
    kind: 'illicit',
    words:
      'forge|forges|forging|fake|counterfeit|counterfeits|counterfeiting|forged|falsify|falsifies|falsifying|falsified|bogus',
    pattern: new RegExp(
      `\\b(?:forg(?:e|es|ing)|falsif(?:y|ies|ying)|counterfeit(?:s|ing)?) ${upTo(4)}${DOCUMENTS}\\b|\\b(?:mak|print|creat|produc|us|buy|get|sell|obtain|order|generat|fabricat|writ|fill|pass|start|set|run)(?:e|es|ing|s|ting|ning|ing out|ing up)? (?:(?:up|out) )?${upTo(2)}(?:fake|counterfeit|forged|falsified|bogus) ${upTo(2)}${DOCUMENTS}\\b`,
      'i',
    ),
    fires: ['forging a university diploma', 'make a fake ID'],
    quiet: ['fake plants', 'forge a friendship'],
  },
  {
    id: 'fraud',
    kind: 'illicit',
    words:
      'launder\\w*|market|darkweb|darknet|web|embezzl\\w*|ponzi|pyramid|scams?|scamming|swindl\\w*|defraud\\w*|con|trick|cheat|evad\\w*|dodg\\w*|tax|taxes|fraud|insider|identity|carding|clone|cloning|skim\\w*|stolen|mlm|shell|elderly|seniors|419',
    pattern:
      /\blaunder(?:s|ing)? (?:[\w'’$,]+ ){0,3}(?:money|cash|funds|profits|proceeds|million\w*|dollars|euros|income)\b|\bmoney laundering (?:scheme|operation|business|plan)\b|\bembezzl(?:e|es|ing)\b|\b(?:evad(?:e|es|ing)|dodg(?:e|es|ing)|cheat(?:ing)? on) (?:\w+ ){0,3}tax(?:es)?\b|\bcommit(?:s|ting)? (?:\w+ ){0,2}(?:fraud|identity theft|insider trading|tax evasion|perjury|forgery)\b|\b(?:scam|swindl|defraud|con|trick|cheat)(?:e|es|ing|s|ning|ming)? (?:an? |the |some |many |gullible |innocent |old |rich )*(?:elderly|old people|seniors|pensioners|people|someone|somebody|victims?|customers|investors|strangers|tourists|widows?|grandparents|users)\b|\b(?:clon|skim|sell|us|buy|cash)(?:e|es|ing|s|ming)?(?: out)? (?:an? |the )?(?:stolen )?(?:[\w'’]+ )?(?:(?:credit|debit|bank|sim|key|gift) cards?|key fobs?|car keys?|stolen \w+)\b(?! (?:at|in|for|to (?:pay|buy)|online|safely))|\b(?:sell|buy|get|order|obtain|trade)(?:ing|ting)?\b[^.!?\n]{0,40}\b(?:black market|dark ?(?:web|net))\b|\bwash(?:es|ing)? dirty money\b|\bcash gets clean\b/i,
    fires: ['launder a million dollars', 'evading taxes', 'scam elderly people', 'clone a credit card'],
    quiet: ['laundry', 'avoid taxes legally', 'use a credit card at home'],
  },
  {
    id: 'scheme',
    kind: 'illicit',
    made: true,
    words:
      'ponzi|pyramid|mlm|scams?|insider|identity|fraud|carding|theft|evasion|laundering|shoplifting|poison|counterfeiting|blackmail|hacking|phishing|burglary|robbery|kidnapping|carjacking|mugging|invasion',
    pattern: new RegExp(
      [
        '\\b(?:plan|organi[sz]e|commit|carry out|execute|pull off)(?:ing|ning)? (?:an? |the |our )?(?:\\w+ )?(?:robbery|burglary|kidnapping|carjacking|mugging|home invasion|break-in)\\b',
        '\\b(?:run|runs|running|set up|start|launch|conduct|do|pull off|carry out|create|design|develop|devise|write|plan|make|build|outline) (?:(?!about|on|against|for|of|from|explaining|how|that)\\w+ ){0,4}(?:(?:ponzi|pyramid|mlm) (?:schemes?|scams?)|scams?\\b|insider trading|identity theft|(?:credit card|insurance|wire|welfare|benefits?|charity|romance|investment|tax|bank) (?:fraud|scam))',
        '\\b(?:give|explain|write|provide|show|create|list|share|teach|describe|make)\\b[^.!?\\n]{0,40}\\b(?:tutorials?|instructions|tricks|step[- ]by[- ]step|how-to)\\b[^.!?\\n]{0,16}\\b(?:identity theft|insider trading|credit card fraud|carding|insurance fraud|tax evasion|money laundering|wire fraud|shoplifting|blackmail|phishing|burglary)\\b',
        '\\b(?:give|explain|write|provide|show|create|list|share|teach|describe)\\b[^.!?\\n]{0,20}\\b(?:identity theft|insider trading|credit card fraud|carding|insurance fraud|tax evasion|money laundering|wire fraud|shoplifting|blackmail|burglary) (?:tutorials?|instructions|tricks|steps|tips|recipes?)\\b',
      ].join('|'),
      'i',
    ),
    fires: ['design a pyramid scheme', 'explain insider trading tricks'],
    quiet: ['explain insider trading', 'write about a pyramid scheme'],
  },
  {
    id: 'bribery',
    kind: 'illicit',
    words:
      'brib\\w*|rig|rigs|rigging|tamper\\w*|blackmail\\w*|extort\\w*|ransom|hide|alter|insider|cheat|cheats|cheating|smuggle|smuggles|smuggling|sneak|sneaks|sneaking',
    pattern:
      /\b(?:brib(?:e|es|ing) (?:an? |the |my |some )?(?:\w+ ){0,2}(?:officials?|judges?|officers?|politicians?|customs|police\w*|inspectors?|jur(?:y|or)s?|cops?|teacher|professor|mayor|guards?|witness\w*)|(?:rig(?:s|ging)?|manipulat(?:e|ing)|steal(?:ing)?) (?:an? |the |our )?(?:\w+ )?(?:elections?|votes?|ballots?|slot machines?|lotter(?:y|ies))|tamper(?:s|ing)? with (?:an? |the |some )?(?:\w+ )?(?:voting|vote|ballots?|evidence|elections?|witness\w*|brakes?|food|medicine|electronic monitoring|odometer|meter|jury)|(?:blackmail|extort)(?:s|ing)? (?:an? |the |my |his |her |your |money |someone|somebody|people|him|her|them|local|small)|(?:cheat|cheating) (?:on|in|at|during) (?:an? |the |my |your |their |online )?(?:\w+ )?(?:exams?|tests?|finals?)|(?:cheat|cheating|fool|beat|beating|trick) (?:an? |the |my )?(?:drug tests?|lie detectors?|polygraphs?|breathaly[sz]ers?)|(?:smuggl|sneak|hid|bring|get)(?:e|es|ing|s|ting)? (?:an? |the |some )?(?:\w+ )?(?:knife|knives|guns?|weapons?|drugs|bombs?|explosives?|cocaine|heroin|migrants|contraband|cigarettes|ivory|diamonds) (?:\w+ ){0,3}(?:through|past|into|onto|across|out of|over))\b/i,
    fires: ['bribe an official', 'sneak a knife through airport security', 'cheating in exams'],
    quiet: ['rig a sail', 'cheat death'],
  },
];

import { type Deed, madeOf, SOMEBODY, upTo } from './deed.ts';

const WRITE =
  '(?:writ|creat|develop|cod|build|mak|generat|program|design|craft|compos|draft|spread|deploy|send|distribut|post|produc|script|prepar|reproduc|publish)(?:e|es|ing|s|ting)?';
const HATEFUL =
  '(?:threatening|blackmail|extortion|ransom|harassing|intimidating|abusive|defamatory|libell?ous|slanderous|sexist|racist|hateful|homophobic|transphobic|anti-?semitic|islamophobic|xenophobic|derogatory|degrading|hate|misogynistic|fat-?shaming|body[- ]shaming|phishing|bullying|neo-?nazi|white supremacist|pro-?ana|pro-anorexia|offensive)';
const TEXTS =
  '(?:letters?|messages?|notes?|e-?mails?|mails?|speech(?:es)?|jokes?|posts?|tweets?|articles?|comments?|poems?|songs?|lyrics|manifestos?|slurs|pamphlets?|flyers?|calls?|texts?|blog|memes?|campaigns?|pages?|sites?|websites?|sms|kits?|rant|essay|story|stories|propaganda|content|slogans?|stereotypes)';

/** Deeds by which machines, secrets and reputations of others are attacked. */
export const ONLINE_DEEDS: readonly Deed[] = [
  {
    id: 'malware',
    kind: 'illicit',
    made: true,
    words:
      'malware|ransomware|keyloggers?|trojans?|worms?|spyware|virus|viruses|rootkits?|botnets?|stealers?|cryptojack\\w*',
    pattern: new RegExp(
      `\\b${WRITE} ${madeOf(5)}(?:malware|ransomware|keyloggers?|trojans?|spyware|(?:computer|e-?mail|macro|self-replicating|polymorphic) (?:virus(?:es)?|worms?)|an? worm (?:that|which)|(?:an? |the )virus(?:es)? (?:that|which|to|in|for|and)|rootkits?|botnets?|(?:password|credential|cookie|token) stealers?|cryptojack\\w+)\\b(?! (?:rules?|detect\\w*|scanner|awareness|signatures?|policy|report|training|prevention|removal|analysis|response|playbook))`,
      'i',
    ),
    fires: ['write ransomware', 'develop a keylogger'],
    quiet: ['write ransomware rules', 'remove malware'],
  },
  {
    id: 'hostile-program',
    kind: 'illicit',
    made: true,
    words: 'script|scripts|program|programs|code|tool|tools|app|software|bot|extension|exploit|exploits',
    pattern: new RegExp(
      `\\b${WRITE} ${madeOf(4)}(?:scripts?|programs?|code|tools?|apps?|software|bots?|extension|exploits?) (?:that|which|to|for|can) (?:\\w+ )?(?:steal(?:s|ing)?|hijack(?:s|ing)?|crack(?:s|ing)? (?:\\w+ )?passwords?|floods?|ddos|(?:encrypts?|encrypting) (?:an? |the |all )?(?:victim|someone|somebody|people|other|company)\\w*|bring(?:s|ing)? down|tak(?:e|es|ing) (?:down|over)|spy(?:ing)?|spies|harvest(?:s|ing)? (?:\\w+ )?(?:credentials|passwords)|infect(?:s|ing)?|bypass(?:es|ing)? (?:\\w+ )?(?:paywalls?|antivirus|drm|two-factor|captchas?)|guess(?:es)? passwords|disabl(?:e|es|ing) (?:the )?antivirus)\\b`,
      'i',
    ),
    fires: ['write a program that steals passwords', 'code a script which floods a website'],
    quiet: ['write a tool that finds leaked passwords', 'a script that steals passwords'],
  },
  {
    id: 'hacking',
    kind: 'illicit',
    words:
      'hack|hacks|hacking|getting|get|someone|somebody|stranger|ex|access|break|breaks|breaking|attack|attacks|crash|takeover|compromise|exploit',
    pattern: new RegExp(
      [
        `\\bhack(?:s|ing)? (?:into )?(?:an? |the |my |your |his |her |their |someone['’]?s? |somebody['’]?s? |other people['’]?s? )?(?:[\\w'’]+ ){0,3}(?:accounts?|instagram|facebook|snapchat|whatsapp|tiktok|wi-?fi|phones?|computers?|laptops?|networks?|servers?|websites?|banks?|e-?mails?|gmail|webcams?|cameras?|atms?|systems?|databases?|government|hospitals?|lights?|cars?|someone|somebody|people|machines?|router|satellites?|grid)\\b`,
        `\\b(?:gain|gaining|get|getting) (?:unauthori[sz]ed|illegal|illicit|root|remote) access to (?:an? |the )?(?:someone|somebody|other|government|company|corporate|bank|victim|private|hospital|my (?:neighbou?r|ex|boss|school|company))`,
        `\\bbreak(?:s|ing)? into (?:an? |the |my |your |his |her |someone['’]?s? |somebody['’]?s? )?(?:[\\w'’]+ ){0,2}(?:accounts?|networks?|systems?|computers?|phones?|servers?|e-?mails?|wi-?fi|databases?)\\b`,
        `\\b(?:get(?:ting)? into|log(?:ging)? in(?:to)?|access(?:ing)?|unlock(?:ing)?|brute[- ]?forc(?:e|ing)|crack(?:ing)?|guess(?:ing)?|tak(?:e|ing) over|hijack(?:ing)?|bypass(?:ing)?) (?:[\\w'’]+ ){0,2}(?:someone|somebody|other people|another person|a stranger|a friend|my (?:ex|ex-\\w+|neighbou?r|boss|girlfriend|boyfriend|wife|husband|teacher|colleague|coworker|partner))['’]?s? (?:[\\w'’]+ ){0,2}(?:accounts?|passwords?|e-?mails?|phones?|messages|computers?|laptops?|wi-?fi|networks?|instagram|facebook|snapchat|cloud)\\b`,
        `\\b(?:launch|perform|run|carry out|conduct|execute|start)(?:es|ing|s)? (?:an? |the )?(?:\\w+ ){0,3}(?:ddos|denial[- ]of[- ]service|phishing|ransomware|man[- ]in[- ]the[- ]middle|cyber|sql injection|brute[- ]force)(?: force)? (?:attacks?|campaigns?) (?:on|against)\\b`,
        `\\b(?:ddos|sql injection) attacks? (?:on|against) (?:an? |the )(?:\\w+ )?(?:hospital|bank|government|company|competitor|website|school|rival)`,
        `\\bcrash(?:es|ing)? (?:a |the )?(?:\\w+ )?(?:power grid|website|server|stock market|network)\\b(?! (?:report|log))`,
      ].join('|'),
      'i',
    ),
    fires: ["hack my ex's Instagram", 'break into a network', 'launch a DDoS attack on a bank'],
    quiet: ['hack my morning', 'access my account', 'hack a solution'],
  },
  {
    id: 'spying',
    kind: 'illicit',
    words:
      'spy|spies|spying|stalk|stalks|stalking|track|tracks|tracking|monitor|monitoring|eavesdrop\\w*|tap|taps|tapping|bug|dox|doxx|doxing|doxxing|harass|harasses|harassing|bully|bullying|groom|grooms|grooming|lure|luring|traffic|trafficking|coerce|coercing|witness\\w*|voters?|whistleblowers?|jurors?|threaten|threatening|intimidate|intimidating|knowing|consent|knowledge',
    pattern: new RegExp(
      [
        `\\b(?:spy(?:ing)?|spies|eavesdrop(?:s|ping)?) on ${SOMEBODY}`,
        `\\b(?:scar|frighten|silenc|pressur|intimidat)(?:e|es|ing|s)? (?:an? |the |some )?(?:\\w+ )?(?:witness(?:es)?|voters?|whistleblowers?|jurors?)\\b`,
        `\\b(?:stalk|harass|doxx?|cyberbully|bully|intimidat|threaten|groom|lur|coerc|humiliat)(?:e|es|ing|s)? (?:and \\w+ )?(?:\\w+ )?(?:${SOMEBODY}|children|kids|minors|teens|(?:young |underage )(?:girls|boys|teens)|women|immigrants|minorities|employees|witness\\w*)\\b`,
        `\\b(?:tap|taps|tapping|bug|bugging) (?:a |the |his |her |their |someone['’]?s? )?(?:\\w+['’]s )?(?:phones?|telephone)\\b`,
        `\\b(?:track|monitor|record|read|access|film|photograph|locat)(?:e|s|ing)? (?:[\\w'’]+ ){1,6}(?:without (?:(?:them|her|him|anyone|their|his|her|the owner['’]?s?|my \\w+) )?(?:knowing|knowledge|consent|noticing|permission|finding out)|secretly)`,
        '\\btraffic(?:king)? (?:in )?(?:humans?|people|women|children|organs|girls)\\b|\\b(?:lur|groom)(?:e|ing) (?:a |young |underage )?(?:child|children|kids?|minors?|teenagers?|girls?|boys?)\\b',
      ].join('|'),
      'i',
    ),
    fires: ["spy on my wife's phone", 'stalk someone online', 'tap phones'],
    quiet: ['track my parcel', 'bug in the phone app', 'monitor servers'],
  },
  {
    id: 'hateful-text',
    kind: 'illicit',
    made: true,
    words:
      'threatening|blackmail|extortion|ransom|harassing|intimidating|abusive|defamatory|libell?ous|slanderous|sexist|racist|hateful|homophobic|transphobic|semitic|antisemitic|islamophobic|xenophobic|derogatory|degrading|hate|misogynistic|shaming|phishing|bullying|nazi|supremacist|ana|anorexia|offensive|blackmailer',
    pattern: new RegExp(
      `\\b${WRITE} ${madeOf(6)}${HATEFUL} (?:[\\w-]+ )?${TEXTS}\\b(?! (?:polic|law|detect|filter|classif|awareness|training|prevention|simulation|report))|\\b${WRITE} ${madeOf(3)}(?:letter|e-?mail|message|note)s? from a (?:blackmailer|stalker|kidnapper|extortionist)\\b`,
      'i',
    ),
    fires: ['write a threatening letter', 'create a racist joke list'],
    quiet: ['write a love letter', 'write a hate speech policy'],
  },
  {
    id: 'incitement',
    kind: 'illicit',
    made: true,
    words:
      'violence|hatred|genocide|terrorism|terrorist|cleansing|discrimination|slavery|nazism|nazis|supremacy|anorexia|suicide|harm|disorders?|rape|pedophilia|lynching|disinformation|misinformation|propaganda|rumou?rs|news|conspiracy|hoax|fake|defames?|defaming|rigged|election|slurs|deepfakes?|fakes?|nudes?|porn|terrorists|hitler|rapists|holocaust|extremism',
    pattern: new RegExp(
      [
        `\\b${WRITE} ${upTo(4)}(?:manifestos?|speech(?:es)?|articles?|posts?|blog|campaigns?|essays?|letters?|messages?|tweets?|songs?|poems?|videos?|flyers?|propaganda|arguments?|persuasive \\w+)\\b (?:[\\w'’-]+ ){0,4}(?:encourag|incit|promot|justif|call|glorif|advocat|support|prais|urg|defend)(?:e|es|ing|ies|ying|s)? (?:for )?(?:[\\w'’-]+ ){0,4}(?:violence|hatred|genocide|terrorism|terrorist \\w+|terrorists|terror|extremis\\w+|hitler|rapists?|school shoot\\w+|mass murder\\w*|ethnic cleansing|discrimination|slavery|nazis?m?|white supremacy|anorexia|suicide|self-harm|eating disorders?|child labou?r|rape|pedophilia|lynching|drug use|drunk driving)\\b`,
        "\\bspread(?:s|ing)? (?:\\w+ )?(?:disinformation|misinformation|propaganda|false (?:rumou?rs|information|news)|fake news|lies about|rumou?rs about|hatred)\\b|\\b(?:disinformation|misinformation|propaganda|smear) (?:campaign|strategy)\\b|\\b(?:writ|creat|generat|mak|produc|compos|draft|publish|invent)(?:e|es|ing|s)? (?:[\\w'’]+ ){0,3}(?:fake|false|fabricated|misleading) (?:\\w+ )?(?:news|articles?|stor(?:y|ies)|reports?|evidence|rumou?rs?|claims)\\b",
        `\\b${WRITE} ${upTo(4)}(?:articles?|posts?|story|campaign|tweets?) (?:\\w+ ){0,2}(?:claim|assert|argu|stat|prov|say)(?:e|es|ing|s)? (?:that )?(?:[\\w'’-]+ ){1,6}(?:hoax|never happened|cause autism|microchips?|is flat|was rigged|were rigged|is a lie|caused by 5g)\\b`,
        `\\b${WRITE} ${upTo(4)}(?:reviews?|articles?|posts?|stories) that defame\\b`,
        `\\b${WRITE} ${upTo(3)}(?:list|collection)s? of (?:\\w+ )?slurs\\b|\\b(?:make|create|generate|edit|produce) ${upTo(3)}(?:deep-?fakes?|nudes?|revenge porn|porn\\w*|naked (?:pictures?|photos?)) (?:[\\w-]+ ){0,3}(?:of|with|from) (?:my|a|an|someone|somebody|her|his|this|our|celebrit\\w+)\\b`,
        '\\b(?:argu|prov|claim|writ|convinc|explain|debat)(?:e|es|ing|s)?\\b[^.!?\\n]{0,80}\\bholocaust (?:never happened|is a (?:hoax|myth|lie)|was (?:a (?:hoax|myth|lie)|faked|invented|exaggerated))\\b',
        `\\b${WRITE} ${upTo(8)}pro-?(?:ana|anorexia|suicide|eating[- ]disorder)\\b`,
      ].join('|'),
      'i',
    ),
    fires: ['write a manifesto encouraging violence', 'spreading disinformation', 'write a fake news article'],
    quiet: ['an article about violence', 'a speech on discrimination in the office'],
  },
];

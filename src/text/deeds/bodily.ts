import { type Deed, SOMEBODY, upTo } from './deed.ts';

const MAKE =
  '(?:mak|build|construct|assembl|creat|produc|prepar|manufactur|cook|mix|synthesi[sz]|develop|rig|plant|detonat|design|weaponi[sz]|convert|modify|modif|print|craft)(?:e|es|ing|s|ies|ying)?';
const GET =
  '(?:buy|get|obtain|acquir|purchas|order|import|sell|ship|hid|transport|grow|extract|smuggl|deal)(?:e|es|ing|s|ting)?';
const BOMBS =
  '(?:(?<!\\b(?:bath|seed|photo|cocoa|chocolate|glitter|stink|smoke|cherry|time|fork|logic|zip|water|paint|flour|love|sex|truth|f) )bombs?|explosives?(?: (?:devices?|vests?|belts?))?|grenades?|molotovs?(?: cocktails?)?|napalm|thermite|detonators?|land ?mines?|(?:nerve|poison|toxic|mustard|chlorine|chloramine|phosgene|sarin) (?:gas|agents?)|chlorine gas|ricin|sarin|anthrax|(?:chemical|biological|nuclear|radiological) weapons?|bioweapons?|weapons? of mass destruction)';
const GUNS =
  '(?:(?:untraceable|ghost|3-?d[- ]printed|home-?made|improvised|illegal|unregistered|fully automatic|automatic|zip|unmarked) (?:\\w+ )?(?:guns?|firearms?|weapons?|rifles?|pistols?)|silencers?|suppressors?|(?:guns?|pistols?|rifles?|firearms?) (?:\\w+ )?(?:without (?:a |any )?(?:background checks?|permits?|licen[cs]es?|papers|serial numbers?|registration)|out of|from (?:hardware|pipes?|scrap)|at home|illegally))';
const DRUGS =
  '(?:(?:crystal )?meth(?:amphetamines?)?|amphetamines?|cocaine|crack cocaine|heroin|fentanyl|ghb|mdma|ecstasy|lsd|dmt|pcp|date[- ]rape drugs?|roofies|illegal drugs|crack (?:at home|with|and|in)|(?:hard )?drugs (?:at home|illegally|without|on the (?:dark|street)))';
const HURT =
  '(?:kill|murder|poison|strangl|tortur|hurt|injur|assassinat|kidnap|abduct|stab|maim|mutilat|suffocat|lynch|rap|drown|behead|ambush|incapacitat)(?:e|es|ing|s|ping|bing)?';

/** Deeds that wound, kill or poison. */
export const BODILY_DEEDS: readonly Deed[] = [
  {
    id: 'bomb-making',
    kind: 'weapons',
    words:
      'bombs?|explosives?|grenades?|molotovs?|napalm|thermite|detonators?|mines?|landmines?|gas|agents?|ricin|sarin|anthrax|weapons?|bioweapons?',
    pattern: new RegExp(`\\b${MAKE} ${upTo(5)}${BOMBS}`, 'i'),
    fires: ['building a pipe bomb', 'make chlorine gas'],
    quiet: ['make a bath bomb', 'build a shed'],
  },
  {
    id: 'gun-making',
    kind: 'weapons',
    words: 'guns?|firearms?|weapons?|rifles?|pistols?|silencers?|suppressors?',
    pattern: new RegExp(`\\b(?:${MAKE}|${GET}) ${upTo(3)}${GUNS}`, 'i'),
    fires: ['build an untraceable gun', 'buy a gun without a background check'],
    quiet: ['build a water gun', 'buy a glue gun'],
  },
  {
    id: 'drug-making',
    kind: 'illicit',
    words: 'meth|methamphetamines?|amphetamines?|cocaine|heroin|fentanyl|ghb|mdma|ecstasy|lsd|dmt|pcp|drugs?|roofies',
    pattern: new RegExp(`\\b(?:${MAKE}|${GET}) ${upTo(4)}${DRUGS}\\b`, 'i'),
    fires: ['cook meth', 'smuggling cocaine across a border'],
    quiet: ['cook pasta', 'sell methods'],
  },
  {
    id: 'killing',
    kind: 'violence',
    words:
      '(?:kill|murder|poison|strangl|tortur|hurt|injur|assassinat|kidnap|abduct|stab|maim|mutilat|suffocat|lynch|rap|drown|behead|ambush|incapacitat)(?:e|es|ing|s|ping|bing)?',
    pattern: new RegExp(
      `\\b${HURT} (?:(?:and|or) \\w+ )?(?:\\w+ )?${SOMEBODY}\\b(?! (?:in (?:the )?(?:game|minecraft|call)|with kindness|the ))`,
      'i',
    ),
    fires: ['poisoning my neighbour', 'kidnap a celebrity'],
    quiet: ['kill the process', 'poison rats'],
  },
  {
    id: 'away-with-it',
    kind: 'illicit',
    words:
      'murder|murdering|killing|fraud|crimes?|theft|rape|arson|manslaughter|assault|robbery|robbing|body|corpse|corpses',
    pattern:
      /\b(?:get(?:s|ting)? away with (?:\w+ )?(?:murder(?:ing)?|killing|fraud|crimes?|theft|rape|arson|manslaughter|assault|robbery|robbing|stealing|harass\w+|embezzl\w+)|(?:dispos(?:e|es|ing) of|get(?:s|ting)? rid of|hid(?:e|es|ing)|dissolv(?:e|es|ing)|bury(?:ing)?) (?:a |the |his |her |their |my )?(?:dead |human )?(?:body|bodies|corpses?)\b(?! (?:hair|odou?r|fat|spray|image)))/i,
    fires: ['get away with fraud', 'get rid of a body'],
    quiet: ['get away with my family', 'get rid of body odour'],
  },
  {
    id: 'into-death',
    kind: 'violence',
    words: 'suicide|kill|kills|killing|overdose',
    pattern:
      /\b(?:make|mak(?:es|ing)|manipulat(?:e|es|ing)|convinc(?:e|es|ing)|persuad(?:e|es|ing)|push(?:es|ing)?|driv(?:e|es|ing)|encourag(?:e|es|ing|ement)|bully(?:ing)?)\b[^.!?\n]{0,40}\b(?:(?:to |into )?(?:commit(?:ting)? )?suicide|kill(?:ing|s)? (?:them|him|her|your)sel(?:f|ves))\b/i,
    fires: ['manipulate a friend into suicide', 'make somebody kill himself'],
    quiet: ['suicide rates', 'it makes me laugh'],
  },
  {
    id: 'attack-on-many',
    kind: 'violence',
    words:
      'fire|water|reservoir|trains?|rails?|railways?|planes?|grid|dams?|bridges?|buildings?|church|mosques?|synagogue|schools?|pipelines?|substation|crowd|massacre|bombings?|attacks?|shootings?|arson|genocide|terrorist|assassination|kidnapping',
    pattern:
      /\b(?:(?:poison|contaminat|sabotag|derail|crash|blow|burn|set)(?:e|es|ing|s)? (?:up |down |fire to )?(?:an? |the |our |my |his |her )?(?:\w+['’]?s? ){0,2}(?:water supply|drinking water|reservoir|food supply|trains?|rail(?:way)?s?(?: signals?| tracks?)?|planes?|airplane|power grid|dams?|bridges?|buildings?|church|mosques?|synagogue|schools?|pipelines?|substation|crowd|(?:neighbou?r|ex|boss)\w*['’]?s? (?:house|car|home))|set(?:ting)? fire to (?:an? |the |my |someone['’]?s? |somebody['’]?s? )?(?:\w+ )?(?:house|home|shop|barn|car|flat|school|building|forest)\b|(?:carry(?:ing)? out|plan(?:ning)?|commit(?:ting)?|execut(?:e|ing)|organi[sz](?:e|ing)|perform(?:ing)?) (?:an? |the )?(?:\w+ ){0,2}(?:massacre|bombing|terror(?:ist)? attacks?|acts? of terror\w*|mass shooting|school shooting|shooting spree|arson|genocide|assassination|kidnapping|lynching|ethnic cleansing))\b/i,
    fires: ['sabotaging a railway signal', 'plan a terrorist attack'],
    quiet: ['crash the party', 'cross a bridge'],
  },
  {
    id: 'spiking',
    kind: 'violence',
    words: 'drinks?|beer|cocktail|coffee|tea|wine|food|candy|sweets',
    pattern:
      /\b(?:spik|drug|lac|roofi|poison)(?:e|es|ing|ging|s)? (?:an? |the |her |his |their |someone['’]?s? |somebody['’]?s? |my \w+['’]?s? |halloween )?(?:\w+ )?(?:drinks?|beer|cocktail|coffee|tea|wine|food|candy|sweets)\b/i,
    fires: ['drug a drink'],
    quiet: ['order a drink', 'lace a shoe'],
  },
  {
    id: 'animals',
    kind: 'violence',
    words: 'cats?|dogs?|pets?|animals?|puppy|kitten',
    pattern:
      /\b(?:tortur|hurt|kill|poison|strangl|drown)(?:e|es|ing|s)? (?:an? |the |my |his |her )?(?:neighbou?r['’]?s? |stray )?(?:cats?|dogs?|pets?|puppy|kitten|animals)\b/i,
    fires: ["poison the neighbour's dog"],
    quiet: ['wash a dog'],
  },
  {
    id: 'overdose',
    kind: 'violence',
    words: 'overdose|overdoses|lethal|fatal|deadly',
    pattern:
      /\b(?:exact )?(?:dos(?:e|es|age)s?|amounts?|pills?|many \w+) (?:\w+ ){0,3}(?:for an overdose|to overdose)\b|\b(?:lethal|fatal|deadly) (?:dose|combination|amount|cocktail|mixture) of\b/i,
    fires: ['exact doses for an overdose'],
    quiet: ['a dose of vitamin C'],
  },
];

import type { FieldOfUse } from './fields.ts';

/** Words of a purpose that put it into a field that licences exclude. `always`: it counts even beside detect, prevent, filter. */
export interface FieldRow {
  readonly signal: FieldOfUse;
  readonly match: RegExp;
  readonly always?: boolean;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

export const FIELD_ROWS: readonly FieldRow[] = [
  {
    signal: 'military',
    match:
      /\b(?:military|defen[cs]e (?:ministry|contractor|department|industry|forces?|customer|client|agency)|ministry of defen[cs]e|department of defen[cs]e|armed forces|army|navy|air ?force|soldiers?|battlefield|combat|warfare|warfighter|targeting (?:system|support)|drone strikes?|missiles?|munitions?|nato|espionage|intelligence agency|nuclear (?:weapon|plant|facility)\w*)\b/gi,
    fires: ['logistics for the army', 'a targeting system', 'a defence contractor'],
    quiet: ['defends a thesis', 'the salvation of bees', 'no military use'],
    always: true,
  },
  {
    signal: 'weapons',
    match: /\b(?:weapons?|firearms?|guns?|explosives?|ammunition|bomb(?:s|-making)?|lethal)\b/gi,
    fires: ['designs weapons'],
    quiet: ['filters out weapons adverts'],
  },
  {
    signal: 'critical-infrastructure',
    match:
      /\b(?:power grid|electric(?:ity|al) grid|water (?:treatment|supply)|nuclear (?:plant|reactor)|air traffic|railway signall?ing|scada|critical infrastructure|pipeline control|traffic lights)\b/gi,
    fires: ['controls the power grid', 'air traffic control'],
    quiet: ['a gridiron game'],
    always: true,
  },
  {
    signal: 'surveillance',
    match:
      /\b(?:surveill\w*|(?:monitor|track)(?:s|ing)? (?:\w+ ){0,2}(?:people|employees|staff|workers|citizens|individuals|protesters|activists|persons)|wire-?tap\w*|spy(?:ing|ware)?|cctv|mass monitoring|predictive policing)\b/gi,
    fires: ['surveillance of a station', 'tracks employees at work', 'reads CCTV'],
    quiet: ['tracks parcels', 'monitors a pump'],
    always: true,
  },
  {
    signal: 'biometric',
    match:
      /\b(?:biometric\w*|fac(?:e|ial) (?:recognition|identification|matching|verification|search)|fingerprint(?:s|ing)? (?:match\w*|recognition|identification)|voice ?prints?|iris (?:scan\w*|recognition)|gait (?:analysis|recognition)|emotion (?:recognition|detection)|speaker identification|identif(?:y|ies|ying) (?:people|persons|individuals|faces))\b/gi,
    fires: ['facial recognition at the gate', 'biometric matching'],
    quiet: ['recognises birds', 'browser support'],
    always: true,
  },
  {
    signal: 'medical-advice',
    match:
      /\b(?:medical (?:advice|diagnos\w*|triage|image interpretation|results?|chatbot|decision)|diagnos(?:e|es|ing|is|tic|tics)(?! (?:of )?(?:machines?|engines?|cars?|networks?|servers?|faults?|bugs?))|treatment (?:recommendations?|plans?|advice)|symptoms?|interpret(?:s|ing)? (?:\w+ ){0,3}(?:x-?rays?|scans?|lab(?:oratory)? results?|test results|mri|radiograph\w*|ecgs?)|prescri(?:be|bes|bing|ption|ptions)|patient (?:advice|triage|questions)|health advice|advises? patients|drug dos(?:e|age|ing)|therap(?:y|ist|eutic) (?:advice|chat\w*|recommendations?)|mental health (?:advice|support|chat\w*|counsel\w*)|radiology)\b/gi,
    fires: ['gives medical advice', 'interprets X-rays', 'asks patients for symptoms', 'treatment plans'],
    quiet: ['plans the cafeteria of a hospital', 'diagnosis of machines', 'schedules appointments'],
  },
  {
    signal: 'profession',
    match:
      /\b(?:legal advice|advises? (?:on|clients on) (?:law|legal|tax|investments?)|(?:financial|investment|tax|accounting) advi[cs]e|robo-?advis\w*|acts? as (?:a |an |their )?(?:lawyer|attorney|doctor|physician|therapist|accountant)|replaces? (?:a |the |their )?(?:lawyer|attorney|doctor|physician|therapist|accountant)|practi[cs]e of (?:law|medicine)|medical advice|diagnos(?:e|es|is) patients|drafts? (?:wills|lawsuits))\b/gi,
    fires: ['gives legal advice to tenants', 'acts as a lawyer', 'investment advice'],
    quiet: ['sorts legal files', 'advice on gardening'],
  },
  {
    signal: 'justice',
    match:
      /\b(?:law enforcement|police|policing|sentenc(?:e|ing) (?:recommendation|prediction|decision)s?|recidivism|parole|bail (?:decisions?|recommendations?)|asylum|immigration (?:decisions?|cases|control|applications?)|border control|migration control|visa (?:decisions?|applications?)|court (?:rulings?|decisions?|outcomes?)|predict(?:s|ing)? (?:crime|court|verdict|offend)\w*|criminal (?:risk|justice|profil\w*))\b/gi,
    fires: ['predictive tool for the police', 'assesses asylum claims', 'recidivism scores'],
    quiet: ['a sentence splitter', 'court sports'],
    always: true,
  },
  {
    signal: 'automated-decision',
    match:
      /\b(?:(?:fully[- ])?(?:automated|automatic|autonomous)(?:ly)? (?:\w+ ){0,3}(?:decisions?|decid\w*|approv\w*|reject\w*|den(?:y|ies|ial|ying)|scor\w*|hir\w*|screen\w*|underwrit\w*|claims?|credit|loan|eligib\w*|adjudicat\w*)|decides? (?:\w+ ){0,4}(?:claims?|loans?|credit|applications?|benefits?|eligibility|hiring|candidates?|admissions?|who|whether)|(?:approv|reject|den)(?:e|es|ies|y|ing|s) (?:\w+ ){0,3}(?:claims?|loans?|credit|applications?|benefits?|candidates?|tenants?|visas?)|credit scor\w*|loan (?:approvals?|decisions?)|(?:screen|rank|scor|shortlist|filter)(?:s|ing|es|e)? (?:\w+ ){0,2}(?:job )?(?:applicants?|candidates?|cvs|resumes|tenants?)|without human (?:review|involvement|oversight|intervention)|no human (?:in the loop|review|oversight)|hiring decisions?|eligibility decisions?)\b/gi,
    fires: [
      'automated decisions on loans',
      'denies insurance claims',
      'screens job applicants',
      'without human review',
    ],
    quiet: ['automated tests', 'helps an adjuster read a file', 'decides the colour of a banner'],
  },
  {
    signal: 'minors',
    match:
      /\b(?:csam|child (?:sexual|abuse|exploitation)\w*|exploit(?:s|ing)? (?:minors|children)|groom(?:s|ing) (?:of )?(?:minors|children)|sexuali[sz]\w* (?:of )?(?:minors|children))\b/gi,
    fires: ['exploiting minors'],
    quiet: ['homework for children', 'detects CSAM'],
  },
  {
    signal: 'deception',
    match:
      /\b(?:deep-?fakes?|disinformation|misinformation|fake (?:reviews?|news|accounts?|profiles?|testimonials?)|impersonat\w*|astroturf\w*|spam(?:ming)?|phishing|scams?|catfish\w*|pretend(?:s|ing)? to be (?:a )?(?:human|person)|pos(?:e|es|ing) as (?:a )?(?:human|person)|propaganda|sock-?puppet\w*)\b/gi,
    fires: ['writes fake reviews', 'deepfakes of politicians', 'phishing mails'],
    quiet: ['detects phishing', 'a spam filter', 'moderation of disinformation'],
  },
  {
    signal: 'elections',
    match:
      /\b(?:election (?:campaign\w*|influenc\w*|persuasion)|influenc(?:e|es|ing) (?:\w+ ){0,2}(?:elections?|voters?)|voter (?:persuasion|targeting|suppression)|micro-?target(?:s|ing)? voters|political (?:campaign\w*|persuasion|adverti\w*))\b/gi,
    fires: ['voter persuasion', 'political campaigns'],
    quiet: ['counts votes in a club'],
  },
  {
    signal: 'malware',
    match:
      /\b(?:malware|ransomware|exploit (?:code|development|writing)|writ(?:e|es|ing) (?:\w+ )?exploits|viruses|botnets?|keyloggers?|trojans?|offensive (?:cyber|security|hacking)\w*|hacking tools?)\b/gi,
    fires: ['writes ransomware', 'offensive cyber operations'],
    quiet: ['detects malware', 'antivirus lists'],
  },
  {
    signal: 'harassment',
    match: /\b(?:harass\w*|bully(?:ing)?|defam\w*|doxx?ing|hate speech|revenge)\b/gi,
    fires: ['generates hate speech'],
    quiet: ['moderation: removes hate speech', 'detects bullying'],
  },
  {
    signal: 'discrimination',
    match:
      /\b(?:social scor\w*|discriminat(?:e|es|ing) (?:against|by)|racial profil\w*|profil(?:e|es|ing) (?:people|individuals|persons) by (?:race|religion|ethnicity|behaviou?r)|(?:infer|predict)(?:s|ring|ing)? (?:\w+ ){0,2}(?:ethnicity|religion|sexual orientation|political (?:views|opinions)))\b/gi,
    fires: ['social scoring of tenants', 'infers religion'],
    quiet: ['a discriminator network', 'audits hiring for discrimination'],
    always: true,
  },
  {
    signal: 'vulnerable',
    match:
      /\b(?:exploit(?:s|ing)? (?:\w+ ){0,2}(?:vulnerab\w*|elderly|disabled|addict\w*)|manipulat(?:e|es|ing) (?:\w+ ){0,2}(?:vulnerable|elderly|children|users|people)|addict(?:ive|s) gambling|dark patterns)\b/gi,
    fires: ['exploits vulnerable gamblers', 'manipulates elderly people'],
    quiet: ['helps elderly people'],
  },
  {
    signal: 'self-harm',
    match: /\b(?:(?:promot|encourag)\w* (?:self-?harm|suicide|anorexia|eating disorders?))\b/gi,
    fires: ['promotes self-harm'],
    quiet: ['a hotline that prevents suicide'],
  },
  {
    signal: 'sexual',
    match:
      /\b(?:porn\w*|nsfw|erotic\w*|sexually explicit|adult (?:content|entertainment|chat)|sexual (?:chat|role-?play|content)|nud(?:e|es|ify|ity))\b/gi,
    fires: ['an NSFW chatbot', 'adult content'],
    quiet: ['adult education', 'filters NSFW images'],
  },
  {
    signal: 'illegal',
    match:
      /\b(?:money launder\w*|tax evasion|counterfeit\w*|human trafficking|illegal(?:ly)? (?:trade|goods|gambling|activit\w*)|circumvent(?:s|ing)? sanctions|copyright infring\w*|pirat(?:e|ed|ing) (?:content|software|films))\b/gi,
    fires: ['counterfeit documents', 'tax evasion'],
    quiet: ['detects money laundering', 'law on piracy at sea'],
  },
  {
    signal: 'drugs',
    match:
      /\b(?:synthesi[sz]\w* (?:of )?(?:illegal |illicit )?drugs|illicit drugs|sell(?:s|ing)? drugs|drug synthesis)\b/gi,
    fires: ['synthesis of drugs'],
    quiet: ['a pharmacy of licensed drugs'],
  },
  {
    signal: 'personal-data',
    match:
      /\b(?:scrap(?:e|es|ing) (?:\w+ ){0,3}(?:personal|profiles?|social media)|de-?anonymi[sz]\w*|re-?identif\w*|dossiers? on (?:people|individuals)|profil(?:e|es|ing) (?:of )?(?:private )?(?:individuals|persons|people)|without (?:their )?consent)\b/gi,
    fires: ['de-anonymises records', 'scrapes social media profiles'],
    quiet: ['anonymises records', 'removes names'],
    always: true,
  },
  {
    signal: 'government',
    match:
      /\b(?:government|public (?:authority|authorities|administration|sector|body|bodies)|municipal\w*|ministry|city council|federal agency|tax office|state agency)\b/gi,
    fires: ['a municipality answers citizens', 'for a ministry'],
    quiet: ['a school lesson'],
    always: true,
  },
  {
    signal: 'benchmark',
    match: /\b(?:publish(?:es|ing)? (?:\w+ ){0,3}benchmarks?)\b/gi,
    fires: ['publishing a benchmark'],
    quiet: ['a private benchmark'],
  },
];

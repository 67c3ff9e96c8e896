/** As nobody asks a person to answer. */
const ODD =
  '(?:base ?64|hex(?:adecimal)?|binary|morse(?: code)?|rot ?13|(?:caesar|substitution|vigen\\w+) cipher|emojis?|klingon|pig latin|leet ?speak|pirate (?:speak|talk)|reverse order|zalgo)';
/** It says how whoever reads it shall answer. */
const ANSWERS = new RegExp(
  [
    `\\b(?:translate|encode|encrypt|convert|write|give|put|format|render|spell|output) your (?:\\w+ )?(?:answer|response|reply|output|summary)s?\\b[^.!?\\n]{0,16}\\b(?:in|to|into|as|with|using|by) (?:only )?(?:an? )?${ODD}\\b`,
    `(?:^|[.!?:"\\n])\\s{0,3}(?:please )?(?:respond|answer|reply) (?:\\w+ )?(?:in|with|using) (?:only )?(?:nothing but )?${ODD}\\b`,
    '\\breverse (?:the (?:letters|words|order) (?:of|in) )?your (?:\\w+ )?(?:answer|response|reply|output|summary)\\b',
  ].join('|'),
  'i',
);
/** Files with keys are read, and what is in them handed on. */
const HANDS_ON =
  /\b(?:read|open|fetch|load|cat|access|get)\b[^.!?\n]{0,40}(?:\bid_rsa\b|~?\/?\.ssh\/|\.env\b|\/etc\/(?:passwd|shadow)|\.aws\/credentials|\bmcp\.json)[^\n]{0,60}\b(?:pass|send|post|upload|attach|include|put|forward)\b[^.!?\n]{0,20}\b(?:its|their|the) contents?\b/i;
/** The same, as descriptions of tools have it: what is read goes along as one of the values that a tool is called with. */
const PASSES_ON =
  /\b(?:read|open|fetch|load|cat|access|get)\b[^!?\n]{0,60}(?:\bid_(?:rsa|ed25519|ecdsa)\b(?!\.pub)|\.ssh\/|\.aws\/credentials|\.netrc\b|\.kube\/config|\/etc\/(?:passwd|shadow)|\bmcp\.json|\.env\b)[^\n]{0,40}\b(?:pass|send|provide|give|put|include|attach|forward|hand)\b[^.!?\n]{0,24}\b(?:it|them|contents?|text)\b[^.!?\n]{0,12}\b(?:as|in|into|through|via|with) (?:the |an? |its )?["'`]?\w{2,24}["'`]?/i;
const BEFORE_TOOL =
  /\b(?:before|when|whenever|while|to|after) (?:you )?(?:using|calling|use|call|invoke|invoking|running|run) (?:this|the|any|that) (?:tool|function|action|endpoint)\b|\bside ?note\b|<IMPORTANT>/i;
/** What whoever reads for somebody is asked to add, as a wish. Agents who handle a case are people. */
const WISHES =
  /\b(?:great|nice|kind|good|helpful|lovely|welcome|appreciate\w*|glad|grateful|happy|hope|wish|love|ideal|best)\b[^.!?\n]{0,24}\b(?:if|that|for|when)\b[^.!?\n]{0,12}\b(?:(?:AIs?|LLMs?|language models?|models?|chatbots?|bots?|summari[sz]ers?)(?: (?:that|which|who))?(?: (?:is|are))? (?:read|process|summari[sz]|index|pars|handl|translat|review|scor|rank|scan)(?:s|es|e|ing|ed|d)? (?:this|the|these)|(?:assistants?|agents?)(?: (?:that|which|who))?(?: (?:is|are))? (?:read|summari[sz]|index|pars|translat|scan)(?:s|es|e|ing|ed|d)? (?:this|the|these) (?:page|text|article|document|e?-?mail|paper|file|site|website|post|message))\b(?! form)[^.!?\n]{0,60}\b(?:add|mention|include|link|recommend|put|sa(?:y|id)|told|tell|leave|left|call|name|rate|end|begin|began|prais|append|state|g[ia]ve|sen[dt]|forward|open|visit|quote|cite)\w{0,3}\b/i;
/** A task that only whoever works for somebody was given. */
const YOUR_TASK = /\btask (?:that )?i (?:gave|have given|assigned|had given)(?: to)? you\b/i;
const RUNS =
  /\bagents? (?:should|must|shall|have to|need to) (?:\w+ )?(?:execute|run|call|invoke|fetch|download|install)\b/i;
const UNTOLD =
  /\b(?:not|never|without) (?:mention|tell|inform|notify|report)\w*\b[^.!?\n]{0,16}\b(?:it|this|that|anyone|anybody|user)\b/i;

/** Orders that no sentence to people has, by their words alone. */
export function isToModel(sentence: string): boolean {
  return (
    ANSWERS.test(sentence) ||
    HANDS_ON.test(sentence) ||
    (BEFORE_TOOL.test(sentence) && PASSES_ON.test(sentence)) ||
    WISHES.test(sentence) ||
    YOUR_TASK.test(sentence) ||
    (RUNS.test(sentence) && UNTOLD.test(sentence))
  );
}

const SHOWS_TALK =
  /\b(?:print|output|reveal|repeat|show|dump|send|list|post)\b[^.!?\n]{0,24}\b(?:the |this |your )?(?:whole |entire |full )?(?:conversation|chat history|system (?:prompt|message)|context window)\b/i;

/** It shows what was said to the reader before. */
export function showsTalk(sentence: string): boolean {
  return SHOWS_TALK.test(sentence);
}

const EXAMPLE =
  /\b(?:examples? of (?:an? )?(?:injected|malicious|prompt|indirect|hidden)|injected (?:comment|text|instruction|prompt)s?\b|attackers? (?:may|might|could|can|will|would|hides?|writes?|inserts?)|prompt injections? (?:such as|like))/i;

/** An example of such an order, in a text about them. */
export function isExample(sentence: string): boolean {
  return EXAMPLE.test(sentence);
}

const OF_PROGRAMS =
  /\b(?:feature|expected(?: behaviou?r)?|requirement|user story|scenario|acceptance)s?\s?:[^.!?\n]{0,20}\bthe (?:assistant|agent|bot|model|app)\b|\b(?:ask|tell|inform|notify|warn|prompt|show|let) the users?\b[^.!?\n]{0,60}\b(?:confirm\w*|consent|permission|approval|failed|fails|failures?|errors?|invalid|expired|tr(?:y|ying) again|retry|settings|progress|under the (?:\w+ )?law|data protection|whether|loading|not (?:found|available|supported)|offline|(?:log|sign) (?:out|in)|reload|restart)\b/i;

/** What programs do for their users, as manuals and specifications have it. */
export function isOfPrograms(sentence: string): boolean {
  return OF_PROGRAMS.test(sentence);
}

const CODE =
  /\w\((?:["'[{)]|\w{2,}(?:[,)=.([]))|^\s*(?:self\.)?\w+(?:\.\w+|\[\w+\])?(?:: ?[\w[\]., |]{2,60})? ?[+|]?= ?[\w"'[{(]|^\s*(?:async |export |public )?(?:def|class|function|import|from|interface|type|const|let|return|await|raise|elif|assert)\s[\w{*]|^\s*["']?\w+["']?: [\w"'[{.]+(?:\[[\w., |]+\])?(?: \| None)?(?: = \w+)?,?\s*$/;

/** Signs that code has, or a word that begins a line of it: the pattern for code costs more. */
const MAY_BE_CODE = /[(=:]|^\s*(?:[acdefilprt][a-z]{2,8}) /;

/** Words after words: what a program says, or what only looks like one. */
const SAYS = /(?:\b[a-z\u0080-\uffdc'\u2019-]{1,16} ){4}/i;

/** A line of a program that says nothing: names of models and verbs in it are names of things. */
export function isCode(sentence: string): boolean {
  return MAY_BE_CODE.test(sentence) && CODE.test(sentence) && !SAYS.test(sentence);
}

const FOR_ALL =
  /\b(?:AIs?|AI \w+|automated \w+|chat ?bots?|language models?|LLMs?)\b(?![^.!?\n]{0,40}\b(?:this|these)\b)[^.!?\n]{0,40}\b(?:must|should|shall|has to|have to) (?:\w+ )?(?:tell|inform|disclose|label|mark|make (?:it )?clear|warn|notify)\b[^.!?\n]{0,24}\b(?:people|persons?|users?|consumers?|customers?|the public|everybody)\b(?![^.!?\n]{0,120}(?:https?:|@|\+?\d{5}))/i;

/** What a law or a guide has all models do for people. */
export function isForAll(sentence: string): boolean {
  return FOR_ALL.test(sentence);
}

package org.learningadvocate.request;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A turn of phrase that speaks for or against a message being a request to the learning team, with
 * how strongly.
 */
enum Cue {
  ASKS(1.6, Words.ASK_YOU + " (?:\\S+ ){0,4}?" + Words.MAKE),
  WISHES(
      1.7,
      "(?:we|i|they|you|people|folks|one|team|crew|it) (?:really |just |also |all |urgently |would"
          + " |could |do |d |'d"
          + " ){0,8}(?:need|needs|require|requires|want|wants|request|requests|like|love|wish|miss|lack|appreciate|propose|suggest|ask"
          + " for|look for|imagine)(?! (?:to"
          + " (?:join|attend|come|book|enrol|register|sign|go)|my|me|him|her|a"
          + " (?:seat|place|spot|room|new (?:laptop|login|badge)))\\b)"),
  NEEDS(
      1.3,
      "(?:^|[.!?\\n"
          + ":,;-]"
          + " ?|\\b(?:urgent(?:ly)?|also|so|hi|hello|pls|please|just|still|really|team|we'?ll|they'?ll|you'?ll|people|who)"
          + " )(?:need(?:s|ed)?|require[sd]?|want(?:ed)?|wanting|looking"
          + " for|requesting|request|seeking|asking for|missing|wish|desired)(?:"
          + " |:|$)|\\b(?:need|needs|needed|require[sd]?|reqd|wanted|necessary)\\b[^.!?]{0,40}\\b(?:training|train|trained|teach\\w*|learn\\w*|course|module|refresher|formation|coaching|guide|sheet|video|workshop|session)|\\b(?:training|course|refresher|module|formation|session|guide|workshop)\\b[^.!?]{0,30}\\b(?:needed|required|necessary|urgent(?:ly)?|asap|wanted|reqd|please|pls|plz|would"
          + " (?:not hurt|help|be))\\b"),
  TEACH(
      1.2,
      "\\b(?:(?:teach|train|coach|educate|brief|prepare|show|upskill|walk)"
          + " (?:the|my|our|all|every|them|those|these|em|people|us|new|\\w+s)\\b|(?:have|has|gotta|must|need|needs|should|ought|want|wants|got)"
          + " to (?:learn|know|understand|be"
          + " (?:taught|trained|shown|able|oriented|ready|certified|briefed))|(?:be|get|getting|been|being|have|has)"
          + " (?:properly )?(?:trained|taught|certified|upskilled|re-?verified)|learn"
          + " (?:to|how|the|it)|brush up|up to (?:scratch|speed)|know how to|knows? what to do|get"
          + " (?:them|my|our|people) (?:ready|trained|up))"),
  HELP_US(
      1.0,
      "\\b(?:help us|help me|help them|l&d,? help|help!|(?:can|could|would|if)"
          + " (?:you|l&d|training|learning|anyone|someone|somebody) (?:please |pls |maybe"
          + " )?help|your help|some help|give (?:us )?a hand|any(?:thing)?"
          + " (?:you|u|l&d|training|we) can do|what can (?:you|we) (?:do|offer)|(?:any"
          + " )?ideas?\\?|what would you (?:propose|suggest|recommend)|how would you|what do you"
          + " (?:think|suggest|propose|need from me)|open to"
          + " (?:any|ideas|suggestions|whatever)|format (?:is )?(?:at|up to|yours|open|i"
          + " leave)|whatever (?:format|works|shape|form|you)|leave (?:the"
          + " (?:format|how|form)|it|the choice) (?:to|up to|with|in) you|don'?t care"
          + " (?:what|if|how|which)|you'?re the (?:experts?|pros?)|in whatever form|any format|is"
          + " there (?:any )?(?:appetite|a way|any way|maybe a way)|would it be"
          + " (?:possible|feasible)|is it (?:possible|feasible)|do something|come up with|figure"
          + " (?:something|it) out|sort (?:something|it) out|put something together|could use"
          + " (?:your|a|some))"),
  QUESTION_MARK_PIECE(
      0.9,
      "\\b(?:sheet|pager|card|guide|video|vid|clip|module|course|workshop|webinar|refresher|checklist|session|faq|training|poster|e-?learning|something|program|programme)\\b[^.!?\\n"
          + "]{0,40}\\?"),
  LOOKING_FOR(
      1.3,
      "(?:looking for|after is|in need of|i'?m after|we'?re after|i have in mind|picturing|i see"
          + " an?|i imagine|could use|would be (?:great|good|nice|perfect|a"
          + " help|welcome|helpful|amazing|lovely|lovely|ideal|brilliant|a godsend)|would"
          + " help|would save|what i'?d (?:like|love)|what we'?d (?:like|love)|asking for|i"
          + " propose|proposal|i would suggest|how about|what about|requesting|request"
          + " (?:for|to|you)|is required|are required|reqd|needed|is needed|wanted)"),
  ORDERS(
      1.1,
      "(?:^|[.!?\\n"
          + ":;,-] ?|\\b(?:please|kindly|pls|plz|pl|so|and|then) )(?:please |kindly |pls |plz |just"
          + " )?(?:make|build|create|prepare|develop|produce|design|write|draft|record|film|shoot|teach|train|coach|run|organi[sz]e|arrange|host|put"
          + " together|set"
          + " up|fix|correct|update|change|replace|swap|amend|revise|refresh|translate|add|remove|adapt|adjust|rework|redo|issue|conduct|provide|turn)(?:"
          + " |$)"),
  PLEASE(0.6, "\\b(?:please|pls|plz|kindly|svp|pl)\\b|:pray:"),
  NAMES_JOB_AID(1.4, Words.JOB_AID),
  NAMES_ELEARNING(0.9, Words.ELEARNING),
  NAMES_VIDEO(0.9, Words.VIDEO),
  NAMES_WORKSHOP(0.9, Words.WORKSHOP),
  NAMES_PROGRAM(1.0, Words.PROGRAM),
  CHANGES(0.9, Words.UPDATE),
  NAMES_MATERIAL(0.3, Words.MATERIAL),
  SOMETHING_ON(
      1.8,
      "\\b(?:something|sth|smth|smthing|sumthing|anything|some kind of|some sort of|some kinda|an"
          + " idea|help|session|training|course|module|refresher|class|guide|video|vid|clip|workshop|webinar|primer|crash"
          + " course|101) (?:on|about|for|around|how|re|that (?:shows|explains|tells|teaches))\\b"),
  SHOW_HOW(
      1.1,
      "(?:don'?t|dont|doesn'?t|do not|does not|no ?body|no"
          + " one|nobody|never|not|can'?t|cannot|couldn'?t) (?:really |even |ever |one of them"
          + " ){0,8}(?:know|knows|knew|understand|understands|learned|learnt|shown|showed|taught|explained|trained|told|been"
          + " shown|get|have a clue)"),
  STRUGGLE(
      0.8,
      "\\b(?:struggl\\w*|keep(?:s)? (?:\\w+ing|asking|getting)|confus\\w*|mix(?:ing)?"
          + " up|wrong(?:ly)?|mistakes?|errors?|afraid|scared|freeze|lost with|are"
          + " lost|terrified|third time|fourth time|again and again|every (?:single"
          + " )?(?:time|week|day|month))\\b"),
  TO_LEARNING_TEAM(
      0.9,
      "\\b(?:l ?& ?d|lnd|learning"
          + " (?:team|folks|people|peeps|peoples?|friends|crew|mob|colleagues|&)|training"
          + " (?:team|folks|crew|department|dept)|dear"
          + " (?:learning|training)|@(?:learning|training|l&d)\\S*|@group|enablement|can"
          + " (?:training|learning)|could (?:training|learning))\\b"),
  BEFORE_EVENT(
      0.7,
      "\\b(?:before|by|in time for|ahead of|prior to|no later than|latest|deadline|needed by|ready"
          + " (?:for|by|before)|live (?:by|before))\\b"),
  WRONG_IN_PIECE(
      1.3,
      "\\b(?:still"
          + " (?:says|shows|has|have|cites|uses|lists|mentions|refers|contains|points|calls|tells|speaks|names)|(?:slide|slides|chapter|page|step|screen|question|module|card|screenshot|screenshots|captions?|subtitles?|deck|course|quiz|link)s?"
          + " (?:\\d+|is|are|of|in|on|shows?|says?) .{0,50}(?:old|wrong|outdated|out of"
          + " date|out-of-date|typo|incorrect|error|broken|changed|dead)|out of date|outdated|no"
          + " longer (?:correct|valid|true|exists?|applies)|should (?:say|read|be) )"),
  FAULT_IN_PIECE(
      1.3,
      Words.PIECE
          + "[^.!?\\n"
          + "]{0,60}?"
          + Words.FAULT
          + "|"
          + Words.FAULT
          + " (?:\\S+ ){0,4}?(?:in|on|of|from|to) (?:\\S+ ){0,4}?"
          + Words.PIECE),
  OPENS_WITH_PIECE(
      1.1,
      "^(?:\\W|hi|hello|hey|dear|team|all|folks|l&d|good|morning|afternoon|evening|day|request:?|new request|asking"
          + " for|short|quick|small|simple|one|an?|another|some|online|live|virtual|proper|basic|\\d+|min(?:ute)?s?|hours?){0,9}+(?:"
          + Words.PIECE
          + "|(?:\\S+ ){1,4}?"
          + Words.PIECE
          + "(?= (?:for|on|about|to|with|in)\\b| ?[,.?]|$))"),

  THANKS(
      -1.6,
      "^(?:\\W++|hi|hey|hello|dear|all|team|folks|everyone|just|a|big|huge|many|merci|so|@\\w+|l&d){0,12}(?:thanks|thank"
          + " you|thx|ty|tks|cheers|ta |merci|kudos|shout"
          + " ?out|shoutout|props|congrat\\w*|bravo|well done|great"
          + " (?:job|session|work|course)|hats off|heartiest|big thanks)"),
  PRAISE(
      -0.8,
      "\\b(?:you rock|love it|loved (?:it|the|that)|was"
          + " (?:great|super|excellent|brilliant|amazing|fantastic|really good|very good|so"
          + " good)|landed|is a (?:ripper|hit|superhit|lifesaver)|worked (?:very )?well|best"
          + " (?:training|course|session)|saved my)\\b"),
  STATUS(
      -2.6,
      "\\b(?:any (?:update|updates|news|progress|word|eta|luck|sign)(?:"
          + " (?:on|about|of|for|from|regarding))?|what(?:'s| is) (?:the"
          + " )?(?:status|state|latest|eta|happening)|where (?:are we|do we stand|does .{3,30}"
          + " stand|is .{3,40} at)|in what state|status of|how"
          + " (?:is|are|far).{0,40}(?:going|coming|along|getting on)|did .{3,60} (?:ever )?(?:get"
          + " made|happen|go out|arrive)|(?:heard|hear) (?:nothing|bugger all)|still waiting|ever"
          + " get my|following up|follow-up on|chasing|when (?:will|is|can)"
          + " .{3,60}(?:ready|live|available|published|done|out)\\?)"),
  ATTEND(
      -2.2,
      "\\b(?:sign (?:me|us|my|him|her)|sign up|signing up|register(?:ed)?(?: for| to|"
          + " me)?|registration|enrol(?:l|led|ment)?\\b|nominat\\w*|book (?:me|us|a"
          + " (?:seat|place|spot))|(?:free |still )?(?:seat|seats|place|places|spot|spots)"
          + " (?:left|free|available|in|on|for|still)|put me down|add me to|waitlist|waiting"
          + " list|get (?:in|into|onto) the|(?:can|could|may) i (?:still"
          + " )?(?:join|attend|come|go|get in)|join the"
          + " (?:course|class|session|workshop|webinar)|move(?:d)? (?:me|my)"
          + " (?:to|booking)|reschedule my|my"
          + " (?:certificate|booking|attendance|completion|seat))\\b"),
  APPROVAL(
      -2.2,
      "\\b(?:approv(?:e|ed|al|als)|sign off on|signature|invoice|cost cent(?:re|er)|purchase"
          + " order|\\bpo\\b (?:for|number|no)|budget code|expenses?|reimburse\\w*|early"
          + " bird|validate(?:d)? (?:for|the)|procurement ticket|charge (?:it|the))\\b"),
  OTHER_TEAM(
      -1.8,
      "(?:(?:^|[.!\\n"
          + "] ?|hi |hey |hello |dear"
          + " |@)(?:(?-i:IT)|hr|facilities|facility|marketing|comms|communications?|finance|payroll|legal|admin|reception|design|studio|security|procurement|helpdesk|service"
          + " ?desk|web|brand|data team|payroll team|mailroom|graphics|maintenance|catering|people"
          + " ops|travel)(?: (?:team|peeps|folks|people|guys|colleagues|friends|desk))?(?:,|:| -|"
          + " can | could | please | pls | would |\\?| )|(?:can|could|would|will)"
          + " (?:(?-i:IT)|hr|facilities|marketing|comms|communications?|finance|payroll|legal|admin|the"
          + " (?:web|graphics|design|data|facilities|(?-i:IT)|hr|brand)"
          + " (?:team|person|people|folks)|(?:someone|somebody|anyone) (?:in|from|at)"
          + " (?:(?-i:IT)|hr|facilities|marketing|comms|finance|payroll|legal|admin|design|web))"
          + " )"),
  MACHINE_LEARNING(
      -2.2,
      "\\b(?:gpu|epochs?|auc|f1|notebook|fine-?tun\\w*|(?:re)?train(?:ed|ing)? (?:the |our |a |an"
          + " )?(?:\\w+ ){0,3}(?:model|classifier|chatbot|bot|network)|model"
          + " (?:training|was|is|finished|retrain\\w*)|training"
          + " (?:run|job|data|set|window|loss)|dataset|data set|labelled|labeled|validation"
          + " set|overfit\\w*|checkpoint|mape|backtest)\\b"),
  NO_NEED(
      -2.6,
      "\\b(?:no (?:need|training|course|workshop|session|formation|separate|job"
          + " aid|module|action|retraining|support)[^.!?\\n"
          + "]{0,30} (?:needed|required|necessary|planned|to foresee)|no training"
          + " (?:needed|required)|(?:don'?t|do not|doesn'?t|does not|not) (?:need|think we"
          + " need|require) (?:a |any |another |more |no"
          + " )?(?:training|course|class|workshop|module|learning|session|e-?learning)|no need"
          + " (?:for|to)|nothing (?:needed|for you to|to build)|not after|retraining is not|we'?ll"
          + " not|saved you a|no help needed|without (?:a )?training|won'?t"
          + " (?:prepare|need)|already (?:covered|sorted|showed|shown))\\b"),
  WHERE_WHO(
      -1.6,
      "(?:^|[.!?\\n"
          + ",] ?|\\b)(?:where (?:is|are|do|does|did|can|to|was|lives?)|where'?s|wheres|who"
          + " (?:has|have|is|are|do|does|was|runs|takes|can (?:open|tell|change|fix))|who'?s"
          + " (?:running|got|in|going|the)|which (?:course|courses|module|form|folder|of the)|what"
          + " (?:is|was|are|form|time|day|code)|whats|how (?:many|long|much|do i"
          + " (?:get|sign|find|book|reset|access)|often)|does"
          + " (?:the|this|that|it|anyone|anybody)|is (?:the|there (?:a|an|any|still|already)|it"
          + " (?:mandatory|still|true|normal)) .{0,60}\\?|has any(?:one|body)|any(?:one|body)"
          + " (?:got|have|has|know|else|going|keen|want|wanna)|do (?:i|we) (?:have to|need"
          + " to|get|gotta)|am i|was the|were the|has the|link to the)\\b"),
  ANNOUNCES(
      -1.8,
      "(?:\\bnow live\\b|is live\\b|are live\\b|went live|is (?:up|out) (?:in|on|now)|now"
          + " available|\\breminder\\b|poll closed|results (?:are in|of)|save the date|join"
          + " us|kicks? off|now hiring|we'?re hiring|we are hiring|vacancy|job going|apply"
          + " (?:by|in|until)|welcome to|proud to|good news|heads[- ]?up"
          + " (?:from|team|all|folks|for)|^fyi|closed for|is (?:cancelled|postponed)|has"
          + " (?:moved|changed)|minutes of|agenda|overdue|release note|auto-?reminder|do not"
          + " reply|workflow .* finished|new (?:response|completion))"),
  LEARNING_TEAM_WORK(
      -1.8,
      "\\b(?:storyboards?|i'?ll (?:build|share|post|publish|record|film|edit)|i (?:am|will)"
          + " (?:build|building|publish|record)\\w*|i'?m"
          + " (?:building|filming|recording|drafting|editing)|we film|first draft|v1|voice-?over"
          + " (?:is|was|artist|in|on)|goes to (?:review|pilot)|pilot group|filming"
          + " (?:at|on|today|tomorrow)|comments (?:welcome|by)|from l&d|l&d here|l&d update)\\b"),
  BROKEN(
      -1.4,
      "\\b(?:log ?in|password|locked out|white (?:page|screen)|error \\d+|(?:is|are|was)"
          + " down\\b|frozen|freezes?|won'?t (?:open|load|start|pair)|doesn'?t"
          + " (?:load|open|charge)|not loading|ticket \\w*\\d+|inc\\d+|single"
          + " sign|vpn|proxy|wifi|wi-fi|laptop|projector|printer|badge|air ?con|aircon|beamer)\\b"),
  LEISURE(
      -1.4,
      "\\b(?:marathon|half marathon|5k|10k|10 km|gym|fitness|padel|yoga|running"
          + " (?:club|group)|bootcamp|boot"
          + " camp|beer|beers|wine|pizza|cake|tacos?|birthday|puppy|dog training|kids?"
          + " (?:soccer|football)|my"
          + " (?:son|daughter|wife|husband|missus|kid|dog)|football|cricket|lol|lmao+|:joy:|haha)\\b"),
  OFFERS_HELP(
      -1.3,
      "\\b(?:happy to (?:help|assist|play|lend)|count on (?:me|us)|i'?m (?:in|available)|extra pair"
          + " of hands|if (?:you|u|l&d|training|anybody|somebody) (?:guys )?(?:ever"
          + " )?(?:need|needs|want|wants) (?:a|an|someone|somebody|any)|i have (?:two"
          + " )?(?:free|spare)|can lend)\\b"),
  TELLS_HOW(
      -1.3,
      "^@someone (?:ok )?(?:so |to |go |hold |hit |open |for the"
          + " |menu|click|press|try|it'?s|that|you)|\\bthat'?s it\\b|then"
          + " (?:click|press|hit|export|tap)");

  /** What the phrases above are built of. */
  private static final class Words {
    static final String ASK_YOU =
        "(?:can|could|would|will|may|shall|should|cud|cld|wld) (?:we|you|u|ya|yall|y'all|you"
            + " guys|you folks|you people|someone|somebody|smbdy|anyone|one of you|any of"
            + " you|they|it|i|the \\w+ team|learning|training|l&d|your team|learning &"
            + " development|the training team)";
    static final String MAKE =
        "(?:make|build|create|do|put|prepare|record|film|shoot|run|organi[sz]e|arrange|host|develop|design|write|draft|teach|train|show|help|get|have|give|set|add|update|fix|change|correct|translate|replace|swap|whip|knock|turn|think|come|produce|provide|offer|walk|explain|cover|do"
            + " something|hold|deliver|boil|sit|refresh|redo|patch|amend|adapt|animate|facilitate|pull|please|plz|pls|kindly|be"
            + " run|be"
            + " done|reshoot|take|send|share|sort|print|imagine|support|conduct|coach|moderate)\\b";
    static final String JOB_AID =
        "\\b(?:one[- ]?pagers?|1[- ]?pagers?|two[- ]?pagers?|2[- ]?pagers?|cheat ?-?sheets?|check"
            + " ?-?lists?|quick ?(?:reference|ref|guide|start|card|sheet)s?(?: guide| card|"
            + " sheet)?s?|reference (?:card|sheet|guide)s?|job ?-?aids?|how-?to(?: guide|"
            + " card)?s?|faqs?|q ?& ?as?(?! style| and| session| per| with)|tip ?sheets?|fact"
            + " ?sheets?|crib ?sheets?|pocket"
            + " (?:card|guide|size|reference)\\w*|laminate[sd]?|laminated|plastici[sz]ed|plastified|wallet"
            + " (?:card|size)|posters?|placards?|decals?|stickers?|labels?|signs?|signage|flow"
            + " ?-?charts?|decision[- ](?:trees?|charts?)|step[- ]by[-"
            + " ]steps?|pas-à-pas|infographics?|glossar(?:y|ies)|battle"
            + " ?cards?|(?:desk|cue|huddle|help|info|flash|index|shelf|door|dash|bench|bay)[-"
            + " ]cards?|(?:single|half|half a|one|two|1|2)(?: a4)?[- ](?:page|side|sheet)s?(?!"
            + " ?\\d)|one side of a4|a4|talking points|scripts?|templates?|look-?ups?(?:"
            + " table)?|booklets?|leaflets?|handouts?|hand-outs?|cheat|crib|(?:a|an|one|some|any|simple|small|short|little|lil|tiny|pictorial|visual|illustrated|printable|easy|good|handy|proper|quick|basic|bilingual)"
            + " (?:\\w+"
            + " ){0,2}(?:sheets?|cards?|guides?|lists?|pages?|paper|slide|map|manual|instructions?|summary|reminder|note|overview|diagram|chart|matrix|table|poster|doc|document|picture|graphic)|guide"
            + " (?:with|for|on|to|how)|steps (?:for|to|by|on|please)|need (?:the )?steps|draw this"
            + " up|write (?:it|this) (?:up|down)|(?:step|screenshot)-?wise|stick (?:it"
            + " )?(?:on|to|by)|tape (?:it )?(?:up|to|by|on)|hang (?:it )?(?:up|on|in))\\b";
    static final String ELEARNING =
        "\\b(?:e-?learnings?|elearnings?|e-?courses?|e-?modules?|scorm|(?<!(?:the|our|this|that|your|existing|old)"
            + " )modules?|online (?:\\w+"
            + " ){0,2}(?:course|module|training|class|thing|refresher|piece|lesson|tutorial|unit)s?|self[-"
            + " ]?paced|self[- ]?study|self-learning|(?:interactive|clickable)"
            + " \\w+|click(?:able)?[- ]?(?:through|thru)?|courses? (?:online|with a"
            + " (?:quiz|test)|in the lms|on the lms)|(?:\\d+|twenty|thirty|fifteen)[-"
            + " ]?min(?:ute)?s? course|(?:on|in|via|into) (?:the |our )?(?:lms|learning"
            + " (?:portal|platform|hub))|wbt|cbt|digital"
            + " (?:course|training|learning)|micro-?learning|nano-?learning|mobile"
            + " learning|branching scenario|simulations?|moduel|modul|online)\\b";
    static final String VIDEO =
        "\\b(?:videos?|vidéos?|vids?|clips?|screen ?-?casts?|films?|filmed|filming|reels?|tik"
            + " ?-?tok|animations?|animated|screen[- ]record\\w*|record (?:the|a|your|my|his|her)"
            + " screen|on camera|camera on|footage|explainers?|recording|shoot|shot|to watch|loom"
            + " video|walk-?through video|gif|subtitles?)\\b";
    static final String WORKSHOP =
        "\\b(?:work ?-?shops?|webinars?|live (?:\\w+"
            + " )?(?:session|training|class|q&a|demo|webinar|call|hour|online)s?|live,|live"
            + " (?:for|with|on)|(?:an?|one|two|half an) (?:hour|hr)"
            + " (?:live|on|with|zoom|online|session|together|or"
            + " two)|sessions?|class(?:es)?(?:room)?(?: day)?|lunch(?:time)?"
            + " ?(?:&|and|n|'n'|-and-)? ?-?learns?|lunch (?:session|talk)|brown[- ]bag|half[- ](?:a"
            + " )?days?|half a day|one[- ]day|full[- ]day|day[- ]long|in[- ]person|face[- ]to[-"
            + " ]face|f2f|hands[- ]on|role[- ]?plays?|ilt|vilt|clinics?|town ?hall|refresher"
            + " day|master ?class|on (?:teams|zoom)|atelier|seminars?|tabletop|toolbox talk|tool"
            + " box talk|practice|drill|exercise|dry run|coaching|mock"
            + " (?:interview|audit|exam|inspection|call|trial)s?|demo(?:nstration)?|train[- ]the[-"
            + " ]trainer|talk (?:for|to) (?:the|my|our)|briefing|come (?:out |over |in |and |to"
            + " ){0,8}(?:and )?(?:run|teach|show|do|talk|speak|give|train)|sit (?:down )?with"
            + " (?:them|my|our|the)|in (?:a|the) room|facilitat\\w+|moderat\\w+|offsite|evening"
            + " session|morning session|afternoon)\\b";
    static final String PROGRAM =
        "\\b(?:program(?:me)?s?|curriculum|curricula|academ(?:y|ies)|onboarding|induction|learning"
            + " path\\w*|path(?:way)?s?|certifications?|certificates?"
            + " (?:in|at|to|for|programme)|certified|qualification|journey|track|apprenticeships?|traineeship|series|bootcamps?|boot"
            + " camps?|ramp(?:-?up)?|accreditation|parcours|kit|toolkit|cohorts?|batch(?:es)?|first"
            + " (?:90|30|100|ninety|hundred)"
            + " days|levels?|mentors?|mentoring|buddy|sign-?offs?|multi-?skilling|blended|modules,"
            + " |several pieces|package|(?:\\d+|two|three|four|five|six|eight|ten|twelve|nine)[-"
            + " ](?:weeks?|months?|year)(?="
            + " (?:program\\w*|ramp|path\\w*|induction|course|journey|plan|built|curriculum|long|development|onboarding|training))|end"
            + " to end|from scratch to|development plan|scheme|rotation)\\b";
    static final String UPDATE =
        "\\b(?:updat\\w+|fix(?:ed|ing|in)?|correct(?:ed|ing|ion)?|replac\\w+|swap(?:ped)?|remov\\w+|delet\\w+|trim|cut"
            + " (?:it|the|them|that|down)|shorten|edit|rewrite|rewrit\\w+|rework(?:ed)?|redo|re-?done|refresh(?:ed)?|amend(?:ed|ment)?|adapt(?:ed)?|adjust(?:ed)?|revis\\w+|translat\\w+|subtitl\\w+|dub|modif\\w+|insert|retire|rename|re-?record|reshoot|re-?shoot|bring"
            + " (?:it )?up to date|take (?:it |that |them |the .{1,30} )?out|pull"
            + " (?:the|it)|add(?:ed|ing)?|chang(?:e|ed|ing)|blur|repost|re-?push|re-?publish|extend|convert"
            + " the|make .{1,30} (?:bigger|shorter|accessible)|find-and-replace|still"
            + " (?:says?|shows?|has|have|cites?|uses?|lists?|mentions?|refers?|contains?|points?|calls?|tells?|speaks?|names?|on|the|got|english)|out[-"
            + " ]of[- ]date|outdated|obsolete|old"
            + " (?:logo|name|screens?|screenshots?|version|numbers?|rates?|process|policy|photos?|pics?|form|price|prices)|wrong"
            + " (?:number|answer|name|phone|date|link|order|address|logo|unit|price|page|form)|no"
            + " longer|typo|dead link|broken link|new version|version \\d)\\b";
    static final String PIECE =
        "\\b(?:courses?|trainings?|modules?|e-?learnings?|wbts?|job ?aids?|guides?|videos?|vids?|clips?|films?|decks?|slides?|ppts?|induction|orientation|onboarding|quiz(?:zes)?|captions|subtitles|sops?|checklists?|cheat ?sheets?|one-?pagers?|handouts?|playbooks?|workshops?|webinars?|sessions?|refreshers?|class(?:es)?|master ?class|seminars?|ilts?|talks?|tutorials?|posters?|faqs?|infographics?|curriculum|program(?:me)?s?|academy|certifications?|simulations?|brown bag|lunch and learn|bootcamp)\\b";
    static final String FAULT =
        "\\b(?:typos?|misspelled|misspelt|spelled wrong|wrong|incorrect|mistakes?|errors?|old|outdated|obsolete|out of date|out of sync|not current|blank|broken|dead|missing|cut off|too long|too short|too small|too fast|too quiet|leads? to|goes? (?:to|nowhere)|points? to|no longer|still (?:says?|shows?|has|have|got|uses?|lists?|mentions?|on|the)|should (?:be|say|read)|needs? (?:updating|to be (?:updated|changed|corrected|shorter)|changing|correcting|fixing)|does ?n[o']t (?:match|have|show|mention|cover|exist)|hasn'?t got|has (?:left|changed)|freezes|repeats)\\b";
    static final String MATERIAL =
        "\\b(?:slides?(?: \\d+)?|decks?|ppt|powerpoint|chapters?|screens?(?: \\d+)?|pages?"
            + " \\d+|quiz(?:zes)?|questions?"
            + " \\d+|q\\d+|captions?|screenshots?|voice-?over|narrat\\w+|manual|handbook|section"
            + " \\w|appendix|annex|lms tile|step \\d+|minute \\d)\\b";

    private Words() {}
  }

  /** What people say of a piece that has to be mended. */
  static final String FAULT = Words.FAULT;

  private final double weight;
  private final Pattern pattern;

  Cue(double weight, String pattern) {
    this.weight = weight;
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** How strongly it speaks for (positive) or against (negative) a request, in log-odds. */
  double weight() {
    return weight;
  }

  /** The words by which a text shows this cue, or null where it does not. */
  @Nullable String words(String plain) {
    var match = pattern.matcher(plain);
    return match.find() ? match.group().strip() : null;
  }

  /** The pattern itself, for reuse as a concept. */
  String source() {
    return pattern.pattern();
  }
}

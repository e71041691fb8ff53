package org.learningadvocate.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How a message is worded: its tokens, its turns of phrase, and the features made of them. */
final class Wording {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}]+|\\d+|\\{\\w+}|[?!:&@#>•%]");
  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[.!?…])[\\s)\"']+(?=\\S)|\\n+|(?<= )[-–—•*] (?=\\S)");
  private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+-]*[a-z][a-z0-9_+-]*):");
  private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");
  private static final Map<String, String> SPELLING = spelling();
  private static final List<Cue> KINDS =
      List.of(
          Cue.NAMES_JOB_AID,
          Cue.NAMES_ELEARNING,
          Cue.NAMES_VIDEO,
          Cue.NAMES_WORKSHOP,
          Cue.NAMES_PROGRAM);

  private final String raw;
  private final String plain;
  private final String lower;
  private final List<DueGrammar.Found> days;
  private final Map<Cue, String> cues = new EnumMap<>(Cue.class);

  Wording(String raw, LocalDate posted, Locale locale) {
    this.raw = raw;
    plain = Mrkdwn.plain(raw);
    lower = DueGrammar.lower(plain);
    days = DueGrammar.days(plain, posted, locale);
    for (var cue : Cue.values()) {
      var words = cue.words(plain);
      if (words != null) {
        cues.put(cue, words);
      }
    }
  }

  String plain() {
    return plain;
  }

  String lower() {
    return lower;
  }

  List<DueGrammar.Found> days() {
    return days;
  }

  Map<Cue, String> cues() {
    return cues;
  }

  /** The features by which a whole message is judged. */
  Features features() {
    var builder = new Features.Builder();
    var marked = marked();
    var words = new ArrayList<String>();
    for (var sentence : SENTENCE.split(DueGrammar.lower(marked))) {
      var tokens = tokens(sentence);
      if (tokens.isEmpty()) {
        continue;
      }
      words.addAll(tokens);
      words.add(".");
    }
    grams(builder, words, "w", 1, 3);
    builder.endGroup(1.0f);
    letters(builder, words);
    builder.endGroup(0.9f);
    var concepts = concepts(DueGrammar.lower(marked));
    var all = new ArrayList<String>();
    for (var sentence : SENTENCE.split(concepts)) {
      var tokens = tokens(sentence);
      if (tokens.isEmpty()) {
        continue;
      }
      starts(builder, tokens, "s");
      all.addAll(tokens);
      all.add(".");
    }
    grams(builder, all, "k", 1, 4);
    skips(builder, all);
    builder.endGroup(1.0f);
    asking(builder);
    builder.endGroup(0.8f);
    shape(builder, all);
    builder.endGroupEach(0.2f);
    cueFeatures(builder);
    builder.endGroupEach(0.35f);
    return builder.build();
  }

  /** The features by which each sentence is judged for what it tells about the business. */
  List<Features> sentenceFeatures() {
    var sentences = sentences();
    var features = new ArrayList<Features>();
    List<String> before = List.of();
    for (int i = 0; i < sentences.size(); i++) {
      var marked = DueGrammar.lower(names(sentences.get(i)));
      var concepts = tokens(concepts(marked));
      features.add(
          sentenceFeatures(
              sentences.get(i), tokens(marked), concepts, before, i == sentences.size() - 1));
      before = concepts;
    }
    return features;
  }

  private static Features sentenceFeatures(
      String sentence,
      List<String> words,
      List<String> concepts,
      List<String> before,
      boolean last) {
    var builder = new Features.Builder();
    grams(builder, words, "w", 1, 3);
    builder.endGroup(1.0f);
    letters(builder, words);
    builder.endGroup(0.7f);
    grams(builder, concepts, "k", 1, 4);
    skips(builder, concepts);
    starts(builder, concepts, "s");
    builder.endGroup(1.0f);
    grams(builder, before, "b", 1, 2);
    builder.endGroup(0.4f);
    builder.add(last ? "last" : "inner");
    builder.add("len" + Math.min(6, words.size() / 6));
    for (var fact : Fact.values()) {
      if (fact.saidBy(sentence)) {
        builder.add("fact" + fact.name());
      }
    }
    builder.endGroupEach(0.4f);
    return builder.build();
  }

  /** The sentences of the message, in its own case. */
  List<String> sentences() {
    var sentences = new ArrayList<String>();
    for (var sentence : SENTENCE.split(plain)) {
      if (!sentence.isBlank()) {
        sentences.add(sentence.strip());
      }
    }
    return sentences;
  }

  /** The text with its days replaced by one word, so that every deadline looks alike. */
  private String marked() {
    var marked = new StringBuilder();
    int at = 0;
    for (var day : days) {
      marked.append(plain, at, day.start()).append(" {day} ");
      at = day.end();
    }
    return marked.append(plain.substring(at)).toString();
  }

  private static final Pattern NAME =
      Pattern.compile(
          "(?<=[\\p{L},;:)] )(?:(?:Mr|Mrs|Ms|Dr|Prof|Sgt|Lt|Eng)\\. ?)?\\p{Lu}[\\p{Ll}'’-]+(?:"
              + " \\p{Lu}[\\p{Ll}'’-]+){0,2}");

  private String names(String sentence) {
    return NAME.matcher(sentence).replaceAll("{name}").replace("@someone", "{name}");
  }

  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    var matcher =
        TOKEN.matcher(STRETCHED.matcher(text.replace("'", "").replace("’", "")).replaceAll("$1$1"));
    while (matcher.find()) {
      var token = matcher.group();
      if (Character.isDigit(token.charAt(0))) {
        token = token.length() == 1 ? "#" : token.length() == 2 ? "##" : "###";
      }
      tokens.add(SPELLING.getOrDefault(token, token));
    }
    return tokens;
  }

  private static void grams(
      Features.Builder builder, List<String> tokens, String kind, int least, int most) {
    var name = new StringBuilder();
    for (int from = 0; from < tokens.size(); from++) {
      name.setLength(0);
      name.append(kind);
      for (int length = 1; length <= most && from + length <= tokens.size(); length++) {
        name.append(' ').append(tokens.get(from + length - 1));
        if (length >= least) {
          builder.add(name);
        }
      }
    }
  }

  private static void skips(Features.Builder builder, List<String> tokens) {
    for (int from = 0; from < tokens.size(); from++) {
      for (int gap = 2; gap <= 4 && from + gap < tokens.size(); gap++) {
        builder.add("g " + tokens.get(from) + ".." + tokens.get(from + gap));
      }
    }
  }

  private static void starts(Features.Builder builder, List<String> tokens, String kind) {
    var name = new StringBuilder(kind);
    for (int i = 0; i < Math.min(4, tokens.size()); i++) {
      builder.add(name.append(' ').append(tokens.get(i)));
    }
  }

  private static void letters(Features.Builder builder, List<String> tokens) {
    var name = new StringBuilder("c");
    for (var token : tokens) {
      var padded = "<" + token + ">";
      for (int length = 3; length <= 5; length++) {
        for (int from = 0; from + length <= padded.length(); from++) {
          name.setLength(1);
          builder.add(name.append(padded, from, from + length));
        }
      }
    }
  }

  private static final List<Cue> ASKING =
      List.of(
          Cue.ASKS,
          Cue.WISHES,
          Cue.NEEDS,
          Cue.ORDERS,
          Cue.SOMETHING_ON,
          Cue.LOOKING_FOR,
          Cue.PLEASE,
          Cue.HELP_US,
          Cue.TEACH,
          Cue.CHANGES);

  /** The sentence that asks weighs by itself: around it people name all kinds of other pieces. */
  private void asking(Features.Builder builder) {
    String best = "";
    int most = 0;
    for (var sentence : SENTENCE.split(marked())) {
      int score = 0;
      for (var cue : ASKING) {
        score += cue.words(sentence) == null ? 0 : 2;
      }
      for (var kind : KINDS) {
        score += kind.words(sentence) == null ? 0 : 1;
      }
      if (score > most) {
        most = score;
        best = sentence;
      }
    }
    var tokens = tokens(concepts(DueGrammar.lower(best)));
    grams(builder, tokens, "q", 1, 3);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).startsWith("{")) {
        for (int j = i + 2; j < Math.min(tokens.size(), i + 8); j++) {
          if (tokens.get(j).startsWith("{")) {
            builder.add("qq" + tokens.get(i) + tokens.get(j));
          }
        }
      }
    }
  }

  private void shape(Features.Builder builder, List<String> all) {
    int words = all.size();
    builder.add(
        "words"
            + (words < 6
                ? 0
                : words < 12
                    ? 1
                    : words < 20 ? 2 : words < 35 ? 3 : words < 60 ? 4 : words < 100 ? 5 : 6));
    int kinds = 0;
    for (var kind : KINDS) {
      kinds += cues.containsKey(kind) ? 1 : 0;
    }
    builder.add("kinds" + kinds);
    int minutes = Sizes.minutes(lower);
    builder.add(
        "minutes"
            + (minutes == 0
                ? 0
                : minutes <= 5
                    ? 1
                    : minutes <= 15 ? 2 : minutes <= 45 ? 3 : minutes <= 120 ? 4 : 5));
    long questions = plain.chars().filter(c -> c == '?').count();
    builder.add("questions" + Math.min(questions, 3));
    builder.add(plain.endsWith("?") ? "endsAsking" : "endsElse");
    builder.add("days" + Math.min(days.size(), 3));
    for (var day : days) {
      builder.add("day" + day.kind());
    }
    if (plain.contains("\n>") || plain.startsWith(">")) {
      builder.add("quotes");
    }
    if (plain.startsWith("@someone")) {
      builder.add("to a person");
    }
    if (raw.contains("@group") || raw.contains("<!subteam")) {
      builder.add("to a group");
    }
    if (raw.contains("<http")) {
      builder.add("links");
    }
    if (raw.startsWith(":") || raw.startsWith("*")) {
      builder.add("starts decorated");
    }
    if (plain.contains("\n- ") || plain.contains("\n•") || plain.contains("\n1")) {
      builder.add("lists");
    }
    var emoji = EMOJI.matcher(raw);
    while (emoji.find()) {
      builder.add("emoji " + emoji.group(1));
      builder.add("emoji");
    }
    for (int i = 0; i < Math.min(3, all.size()); i++) {
      builder.add("first" + i + " " + all.get(i));
    }
    for (int i = Math.max(0, all.size() - 4); i < all.size(); i++) {
      builder.add("end " + all.get(i));
    }
  }

  void cueFeatures(Features.Builder builder) {
    var present = new ArrayList<>(cues.keySet());
    for (int i = 0; i < present.size(); i++) {
      builder.add("cue" + present.get(i));
      for (int j = i + 1; j < present.size(); j++) {
        builder.add("cues" + present.get(i) + "+" + present.get(j));
      }
    }
    if (present.isEmpty()) {
      builder.add("no cue");
    }
  }

  private static final Map<Pattern, String> CONCEPTS = concepts();

  private static String concepts(String lower) {
    var text = lower;
    for (var concept : CONCEPTS.entrySet()) {
      text = concept.getKey().matcher(text).replaceAll(concept.getValue());
    }
    return text;
  }

  private static Map<Pattern, String> concepts() {
    var concepts = new java.util.LinkedHashMap<Pattern, String>();
    put(
        concepts,
        " {xld} ",
        "\\b(?:l ?& ?d|lnd|learning (?:and|&) development|learning"
            + " (?:team|folks|people|peeps|friends|crew|mob|colleagues)|training"
            + " (?:team|folks|crew|department|dept)|@group|@learning\\S*|enablement team)\\b");
    put(concepts, " {xaid} ", Cue.NAMES_JOB_AID.source());
    put(concepts, " {xelearn} ", Cue.NAMES_ELEARNING.source());
    put(concepts, " {xvid} ", Cue.NAMES_VIDEO.source());
    put(concepts, " {xws} ", Cue.NAMES_WORKSHOP.source());
    put(concepts, " {xprog} ", Cue.NAMES_PROGRAM.source());
    put(concepts, " {xmat} ", Cue.NAMES_MATERIAL.source());
    put(concepts, " {xupd} ", Cue.CHANGES.source());
    put(
        concepts,
        " {xcourse} ",
        "\\b(?:courses?|trainings?|lessons?|refreshers?|orientation|tutorials?|class|learnings?|schooling)\\b");
    put(concepts, " {xfault} ", Cue.FAULT);
    put(
        concepts,
        " {xmin} ",
        "\\b(?:\\d+|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty|thirty|forty|half"
            + " an?|an|a)[ -]?(?:-|to)? ?\\d*"
            + " ?-?(?:min|mins|minutes?|minuten|sec|secs|seconds?|hours?|hrs?|h)\\b");
    put(
        concepts,
        " {xteam} ",
        "\\b(?:hr|it|facilities|marketing|finance|payroll|legal|comms|communications?|procurement|helpdesk|service"
            + " desk|security|reception|admin)\\b");
    put(
        concepts,
        " {xall} ",
        "\\b(?:every ?one|every ?body|all (?:staff|employees|colleagues|hands)|whole"
            + " (?:company|staff|firm|business|bank|group)|entire"
            + " (?:company|staff|organi[sz]ation))\\b");
    put(
        concepts,
        " {xppl} ",
        "\\b(?:managers?|reps?|agents?|operators?|technicians?|engineers?|nurses?|drivers?|clerks?|advis[eo]rs?|analysts?|leads?|supervisors?|associates?|cashiers?|teachers?|assistants?|officers?|consultants?|staff|crews?|teams?|folks|people|newbies|new"
            + " (?:hires|joiners|starters)|apprentices|interns|colleagues|guys|employees|tellers|specialists?|handlers?|coordinators?|buyers?|developers?|workers?|leaders?|volunteers?|trainees?|graduates?|grads|pickers?|packers?|inspectors?|partners?|associates?|paralegals?|secretaries|contractors?|students?|faculty|lecturers?|researchers?|artists?|designers?|producers?|directors?|chefs?|servers?|waiters?|hosts?|receptionists?|sellers?|salespeople|sales"
            + " force|planners?|buyers?|accountants?|controllers?|lawyers?|solicitors?)\\b");
    return concepts;
  }

  private static void put(Map<Pattern, String> concepts, String name, String pattern) {
    concepts.put(Pattern.compile(pattern), java.util.regex.Matcher.quoteReplacement(name));
  }

  private static Map<String, String> spelling() {
    var spelling = new java.util.HashMap<String, String>();
    var rows =
        List.of(
            "you u ya yall",
            "your ur",
            "please pls plz pl pleas svp kindly plse",
            "thanks thx ty tks tnx thnx thanx merci cheers ta",
            "video vid vids videos clip clips film",
            "before b4",
            "something smth sth smthing smthin sumthing somethin",
            "someone somebody smbdy sb anyone anybody",
            "everyone everybody",
            "because bc cuz cos coz cause bcoz",
            "and n",
            "with w",
            "are r",
            "want wanna wants",
            "going gonna goin",
            "need needs needed nead",
            "learning lnd",
            "tomorrow tmrw tomorow tmr",
            "them em",
            "webinar webinars",
            "could cud cld",
            "would wud wld",
            "can cn",
            "training trainings trainin formation",
            "for fr",
            "module modules");
    for (var row : rows) {
      var words = row.split(" ");
      for (int i = 1; i < words.length; i++) {
        spelling.put(words[i], words[0]);
      }
    }
    return Map.copyOf(spelling);
  }
}

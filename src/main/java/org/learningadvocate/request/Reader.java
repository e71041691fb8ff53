package org.learningadvocate.request;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message as a learning designer would: is it asking us for something, for what, how
 * much, for whom, by when, and what does it already tell about the business?
 *
 * <p>It holds nothing that changes and may be shared among threads.
 */
public final class Reader {
  private static final double RULES_BIAS = -0.9;
  private static final int FEW = 4;
  private static final double HARDLY = 0.1;

  /** Below it a cue, such as naming a poster, goes with talk as well. */
  private static final double TELLING = 0.6;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private static final Pattern LEARNING =
      Pattern.compile(
          "train|learn|lesson|course|refresher|module|video|guide|sheet|checklist|workshop|session"
              + "|webinar|onboard|induction|curricul|academy|tutorial|how[ -]?to|teach|coach|help");

  private static final int MOST_READ = 12_000;

  private final @Nullable LinearModel request;
  private final Deliverables deliverables;
  private final DueDates dueDates;
  private final Audiences audiences;
  private final Context context;
  private final ReasonTexts texts;

  /** A reader with the models that ship with the bot, which gives its reasons in English. */
  public Reader() {
    this(ReadingModels.shipped());
  }

  /**
   * A reader with the models that ship with the bot.
   *
   * @param texts in which it gives its reasons
   */
  public Reader(ReasonTexts texts) {
    this(ReadingModels.shipped(), texts);
  }

  Reader(ReadingModels models) {
    this(models, org.learningadvocate.chat.Wording.of("en").texts(ReasonTexts.class));
  }

  private Reader(ReadingModels models, ReasonTexts texts) {
    this.texts = texts;
    request = models.model("request");
    deliverables = new Deliverables(models.model("deliverable"));
    dueDates = models.dueDates();
    audiences = models.audiences();
    context = models.context();
  }

  /** A reader that goes by rules alone: the baseline that learned models have to beat. */
  static Reader byRules() {
    return new Reader(new ReadingModels(Map.of(), Map.of()));
  }

  /**
   * What a message means.
   *
   * @param text the message as Slack's Events API delivers it: mrkdwn, escaped; of very long ones
   *     only the first 12,000 characters are read
   * @param postedAt when it was posted, in the poster's zone; dates are read against its day
   * @param locale how its poster writes 3/4: month first in the United States, day first elsewhere
   * @return the reading; its words (audience, due words) are plain text, no longer escaped
   */
  public Reading read(String text, ZonedDateTime postedAt, Locale locale) {
    var posted = postedAt.toLocalDate();
    var wording = wording(text, posted, locale);
    if (wording.plain().isBlank()) {
      return new Reading(
          0,
          Deliverable.UNSPECIFIED,
          Size.MEDIUM,
          null,
          null,
          null,
          Set.of(),
          List.of(texts.saysNothing()));
    }
    var features = wording.features();
    double likelihood = likelihood(wording, features);
    var weighed = deliverables.in(wording, features);
    var deliverable = weighed.likeliest();
    var told = context.in(wording);
    var due = dueDates.choose(wording.plain(), wording.days(), posted);
    return new Reading(
        likelihood,
        deliverable,
        Sizes.of(deliverable, wording.lower()),
        Sizes.least(weighed, wording.lower()),
        due == null ? null : due.date(),
        due == null ? null : due.words(),
        audiences.in(wording.plain()),
        told.answered(),
        told.perhaps(),
        reasons(wording.cues(), likelihood));
  }

  /**
   * How likely a message asks the learning team for something, 0 to 1, as {@link #read} would say:
   * a third of its work, for most of what is said is talk.
   */
  public double likelihood(String text, ZonedDateTime postedAt, Locale locale) {
    var wording = wording(text, postedAt.toLocalDate(), locale);
    return wording.plain().isBlank() ? 0 : likelihood(wording, wording.features());
  }

  private static Wording wording(String text, LocalDate posted, Locale locale) {
    return new Wording(
        text.length() > MOST_READ ? text.substring(0, MOST_READ) : text, posted, locale);
  }

  private double likelihood(Wording wording, Features features) {
    double likelihood =
        LinearModel.probability(
            request == null ? byCues(wording.cues()) : request.logOdds(features)[0]);
    return saysTooLittle(wording) ? Math.min(likelihood, HARDLY) : likelihood;
  }

  /**
   * "lol" and "lunch?" are nothing that the model has ever seen: without a word of asking or of
   * learning in them its guess means nothing, and nobody wants to be asked about them.
   */
  private static boolean saysTooLittle(Wording wording) {
    return wording.cues().keySet().stream().noneMatch(cue -> cue.weight() >= TELLING)
        && WORD.matcher(wording.plain()).results().limit(FEW + 1L).count() <= FEW
        && !LEARNING.matcher(wording.lower()).find();
  }

  private static double byCues(Map<Cue, String> cues) {
    double odds = RULES_BIAS;
    for (var cue : cues.keySet()) {
      odds += cue.weight();
    }
    return odds;
  }

  /**
   * What speaks for the verdict, most telling first; where nothing does, what speaks against it.
   */
  private List<String> reasons(Map<Cue, String> cues, double likelihood) {
    boolean request = likelihood >= 0.5;
    var reasons = new ArrayList<String>();
    cues.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                cue -> request ? -cue.getKey().weight() : cue.getKey().weight()))
        .forEach(
            cue -> {
              var reason = Reasons.of(cue.getKey(), cue.getValue(), texts);
              if (reason != null && reasons.size() < 4 && cue.getKey().weight() > 0 == request) {
                reasons.add(reason);
              }
            });
    if (reasons.isEmpty()) {
      reasons.add(request ? texts.wording() : texts.nothingAsked());
    }
    return reasons;
  }
}

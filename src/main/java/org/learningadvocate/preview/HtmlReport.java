package org.learningadvocate.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.learningadvocate.brief.Brief;
import org.learningadvocate.brief.ThreadMessage;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Span;
import org.learningadvocate.chat.ThreadId;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;
import org.learningadvocate.question.Remark;

/**
 * What the bot would have said where, as one page that needs nothing else: no script, no picture,
 * no other file. All words of people are escaped here.
 */
final class HtmlReport {

  private static final int SHOWN = 700;
  private static final int REPLY = 400;

  private final Tale tale;
  private final Times times;
  private final Roster roster;
  private final ThreadMessage threadMessage;
  private final Brief brief;
  private final PrintWriter out;
  private final Set<ThreadId> told;

  /** Where on the page a request's brief is. */
  private final Map<Slot, String> briefs;

  HtmlReport(Tale tale, Times times, Wording wording, PrintWriter out) {
    this.threadMessage = new ThreadMessage(wording);
    this.brief = new Brief(wording);
    this.tale = tale;
    this.times = times;
    this.roster = tale.roster();
    this.out = out;
    this.told =
        tale.channels().stream()
            .flatMap(channel -> channel.followed().stream())
            .map(request -> request.dossier().id())
            .collect(Collectors.toSet());
    this.briefs = told.stream().collect(Collectors.toMap(Slot::brief, id -> "brief-" + anchor(id)));
  }

  void write() throws IOException {
    head();
    out.println("<header class=\"top\"><div class=\"page\">");
    out.println("<p class=\"product\">Learning Advocate · preview</p>");
    out.println("<h1>What it would have said</h1>");
    out.printf(
        "<p>%s · %s · with the catalogue of %s · read in %s</p>%n",
        isolated(tale.source()),
        escaped(times.period(tale.from(), tale.to())),
        isolated(tale.company()),
        Times.took(tale.took()));
    out.println("</div></header>");
    out.println("<main class=\"page\" id=\"main\">");
    figures();
    channels();
    tale.channels().stream().filter(channel -> channel.requests() > 0).forEach(this::channel);
    unsure(
        "in-doubt",
        "Asked in private",
        "Neither clearly a request nor clearly talk: the bot would have asked who wrote it, once and"
            + " in private.",
        ChannelTale::doubts);
    unsure(
        "near",
        "Left alone, barely",
        "Of all to which the bot would have said nothing, the nearest to a request.",
        ChannelTale::nearMisses);
    silences();
    out.println("</main>");
    out.println("<footer class=\"page\"><p>Read on this machine, and sent nowhere. Messages are");
    out.println("shown as they are in the export, after all edits; whether a reminder would have");
    out.println("come depends on people's working hours and is not told here.</p></footer>");
    out.println("</body></html>");
  }

  private void head() throws IOException {
    out.println("<!doctype html>");
    out.println("<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.println("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    // Whatever words come in: nothing is loaded and nothing runs.
    out.println(
        "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    out.println("<meta name=\"color-scheme\" content=\"light dark\">");
    out.println("<meta name=\"referrer\" content=\"no-referrer\">");
    out.printf("<title>Learning Advocate on %s</title>%n", escaped(tale.source()));
    out.println("<style>");
    out.print(style());
    out.println("</style></head><body>");
    out.println("<a class=\"skip\" href=\"#main\">Skip to the report</a>");
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void figures() {
    out.println("<dl class=\"figures\">");
    for (var figure : Figure.of(tale)) {
      out.printf(
          "<div><dt>%s</dt><dd>%s</dd></div>%n", escaped(figure.label()), escaped(figure.value()));
    }
    out.println("</dl>");
    if (tale.beyond() > 0) {
      out.printf(
          "<p class=\"note\">%s are counted and not told below: the report has no more room.</p>%n",
          escaped(Counted.of(tale.beyond(), "request")));
    }
  }

  private void channels() {
    out.println("<section aria-labelledby=\"channels\"><h2 id=\"channels\">Channels</h2>");
    out.println(
        "<div class=\"scroll\" role=\"region\" aria-labelledby=\"channels\" tabindex=\"0\">");
    out.println("<table><thead><tr><th scope=\"col\">Channel</th>");
    for (String column :
        List.of("Messages", "Requests", "In doubt", "Asked", "Answered", "Left alone")) {
      out.printf("<th scope=\"col\" class=\"number\">%s</th>%n", column);
    }
    out.println("</tr></thead><tbody>");
    for (var channel : tale.channels()) {
      String name = "<bdi>#" + escaped(channel.channel().name()) + "</bdi>";
      out.printf(
          "<tr><th scope=\"row\">%s%s</th>",
          channel.requests() > 0
              ? "<a href=\"#" + anchor(channel.channel()) + "\">" + name + "</a>"
              : name,
          channel.channel().secluded() ? " <span class=\"soft\">private</span>" : "");
      for (int figure :
          new int[] {
            channel.messages(),
            channel.requests(),
            channel.doubtful(),
            channel.asked(),
            channel.answered(),
            channel.silent()
          }) {
        out.printf("<td class=\"number\">%s</td>", Counted.number(figure));
      }
      out.println("</tr>");
    }
    out.println("</tbody></table></div></section>");
  }

  private void channel(ChannelTale channel) {
    String id = anchor(channel.channel());
    out.printf(
        "<section aria-labelledby=\"%s\"><h2 id=\"%s\"><bdi>#%s</bdi></h2>%n",
        id, id, escaped(channel.channel().name()));
    channel.followed().forEach(this::request);
    out.println("</section>");
  }

  private void request(Followed request) {
    var dossier = request.dossier();
    out.printf("<article class=\"request\" id=\"%s\">%n", anchor(dossier.id()));
    out.println("<h3 class=\"who\">");
    who(dossier.requester(), dossier.id().ts());
    String state = request.open() > 0 ? "open" : "settled";
    out.printf("<span class=\"state %s\">%s</span></h3>%n", state, escaped(state(request)));
    words(dossier.text(), SHOWN);
    out.println("<div class=\"bot\"><p class=\"who\"><b>Learning Advocate</b>");
    out.println("<span class=\"soft\">in the thread, as it stands in the end</span></p>");
    message(threadMessage.of(dossier));
    out.println("</div>");
    replies(request);
    out.printf(
        "<details><summary>The brief</summary><div class=\"bot\" id=\"brief-%s\">%n",
        anchor(dossier.id()));
    if (dossier.stays()) {
      out.println(
          "<p class=\"soft\">For this channel alone, on <code>/advocate brief</code>: a private"
              + " channel's requests stay in it.</p>");
    }
    message(brief.of(dossier));
    out.println("</div></details></article>");
  }

  private static String state(Followed request) {
    if (request.asked() == 0) {
      return "nothing to ask";
    }
    return request.open() == 0
        ? "all answered"
        : request.open() + " of " + request.asked() + " open";
  }

  private void replies(Followed request) {
    var replies = request.replies();
    if (replies.isEmpty()) {
      return;
    }
    out.printf(
        "<ol class=\"replies\" aria-label=\"%s\">%n", escaped(Counted.of(replies.size(), "reply")));
    for (Remark reply : replies) {
      var numbers = request.answers(reply);
      out.printf("<li class=\"%s\"><p class=\"who\">", numbers.isEmpty() ? "aside" : "answer");
      who(reply.who(), reply.ts());
      if (!numbers.isEmpty()) {
        out.printf(
            "<span class=\"tick\">✅ answers %s</span>",
            numbers.stream().map(String::valueOf).collect(Collectors.joining(" and ")));
      }
      out.println("</p>");
      words(reply.text(), REPLY);
      out.println("</li>");
    }
    out.println("</ol>");
  }

  private interface Messages {
    List<Unsure> of(ChannelTale channel);
  }

  private void unsure(String id, String title, String why, Messages messages) {
    int all = tale.sum(channel -> messages.of(channel).size());
    if (all == 0) {
      return;
    }
    out.printf("<section aria-labelledby=\"%s\"><h2 id=\"%s\">%s</h2>%n", id, id, title);
    out.printf("<p>%s</p><details><summary>%s</summary>%n", why, Counted.of(all, "message"));
    for (var channel : tale.channels()) {
      for (var message : messages.of(channel)) {
        out.println("<article class=\"request\"><h3 class=\"who\">");
        who(message.user(), message.ts());
        out.printf("<span class=\"soft\"><bdi>#%s</bdi></span>", escaped(channel.channel().name()));
        out.printf(
            "<span class=\"state\">%s likely</span></h3>%n", Counted.percent(message.likelihood()));
        quote(message.text());
        out.printf(
            "<p class=\"soft\">Why: %s</p></article>%n",
            escaped(String.join("; ", message.reasons())));
      }
    }
    out.println("</details></section>");
  }

  private void silences() {
    out.println("<section aria-labelledby=\"silence\"><h2 id=\"silence\">Silence</h2>");
    out.println("<p>The bot would have said nothing to</p><ul class=\"silences\">");
    for (var why : ChannelTale.Silence.values()) {
      int count = tale.sum(channel -> channel.silences().getOrDefault(why, 0));
      out.printf("<li><b>%s</b> %s</li>%n", Counted.number(count), escaped(why.words()));
    }
    out.println("</ul></section>");
  }

  private void who(String user, String ts) {
    out.printf(
        "<b><bdi>%s</bdi></b> <time datetime=\"%s\">%s</time>%n",
        escaped(roster.name(user)), times.iso(ts), times.moment(ts));
  }

  private void words(String mrkdwn, int most) {
    String shown = roster.shown(mrkdwn);
    String beginning = Shortened.to(most, shown.isEmpty() ? "(no text)" : shown);
    quote(beginning);
    if (!shown.isEmpty() && !beginning.equals(shown)) {
      out.println("<details><summary>The whole message</summary>");
      quote(shown);
      out.println("</details>");
    }
  }

  private void quote(String text) {
    out.printf("<blockquote dir=\"auto\">%s</blockquote>%n", escaped(text));
  }

  private void message(Message message) {
    for (Part part : message.parts()) {
      if (part instanceof Part.Header header) {
        out.printf("<p class=\"headline\">%s</p>%n", escaped(header.text()));
      } else if (part instanceof Part.Line line) {
        out.printf("<p class=\"line\">%s</p>%n", html(line.words()));
      } else if (part instanceof Part.Note note) {
        out.printf("<p class=\"line soft\">%s</p>%n", html(note.words()));
      } else if (part instanceof Part.Quote quote) {
        quote(quote.text());
      } else if (part instanceof Part.Controls controls) {
        controls(controls.controls());
      } else {
        out.println("<hr>");
      }
    }
  }

  /** Drawn and dead: what would be pressed in Slack is only words here. */
  private void controls(List<Control> controls) {
    out.print("<p class=\"controls\"><span class=\"hidden\">With the buttons: </span>");
    for (Control control : controls) {
      if (control instanceof Control.More) {
        out.print("<span class=\"control\"><span class=\"hidden\">more </span>⋯</span>");
      } else {
        out.printf("<span class=\"control\">%s</span> ", escaped(Spoken.caption(control)));
      }
    }
    out.println("</p>");
  }

  private String html(Words words) {
    var html = new StringBuilder();
    for (Span span : words.spans()) {
      String shown = escaped(Spoken.shown(span, roster));
      if (span instanceof Span.Bold) {
        html.append("<b>").append(shown).append("</b>");
      } else if (span instanceof Span.Italic) {
        html.append("<em>").append(shown).append("</em>");
      } else if (span instanceof Span.Code) {
        html.append("<code>").append(shown).append("</code>");
      } else if (span instanceof Span.Link link && link.url().matches("https?://.*")) {
        html.append("<a href=\"").append(escaped(link.url())).append("\">");
        html.append(shown).append("</a>");
      } else if (span instanceof Span.LinkToMessage link
          && told.contains(new ThreadId(link.channel(), link.ts()))) {
        html.append("<a href=\"#").append(anchor(new ThreadId(link.channel(), link.ts())));
        html.append("\">").append(shown).append("</a>");
      } else if (span instanceof Span.LinkTo link && briefs.containsKey(link.slot())) {
        html.append("<a href=\"#").append(briefs.get(link.slot())).append("\">");
        html.append(shown).append("</a>");
      } else if (span instanceof Span.Name || span instanceof Span.Mention) {
        html.append("<bdi>").append(shown).append("</bdi>");
      } else {
        html.append(shown);
      }
    }
    return html.toString();
  }

  private static String anchor(ExportChannel channel) {
    return "channel-" + channel.id().replaceAll("[^A-Za-z0-9]", "_");
  }

  private static String anchor(ThreadId request) {
    return "request-"
        + request.channel().replaceAll("[^A-Za-z0-9]", "_")
        + "-"
        + request.ts().replaceAll("[^0-9]", "-");
  }

  private static String isolated(String name) {
    return "<bdi>" + escaped(name) + "</bdi>";
  }

  /** As text of a page, and inside its quoted attributes; signs that HTML forbids are left out. */
  static String escaped(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                  boolean forbidden =
                      (point < ' ' && point != '\n' && point != '\t')
                          || (point >= 0x7F && point < 0xA0)
                          || (point >= 0xD800 && point < 0xE000);
                  if (!forbidden) {
                    escaped.appendCodePoint(point);
                  }
                }
              }
            });
    return escaped.toString();
  }
}

package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.HomeView;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Slot;
import org.learningadvocate.chat.Span;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.chat.Words;

/** Whatever people write or are called: within Slack's limits, and nobody is pinged. */
class BlockKitProperties {

  private static final Gson GSON = GsonFactory.createSnakeCase();

  private static final BlockKit KIT =
      new BlockKit(
          new Resolver() {
            @Override
            public Optional<String> linkTo(Slot slot) {
              return Optional.of("https://acme.slack.com/archives/C1/p1?a=1&b=2");
            }

            @Override
            public Optional<String> linkTo(String channel, String ts) {
              return Optional.empty();
            }

            @Override
            public String name(String user) {
              return user.isEmpty() ? "<!channel>" : user;
            }
          },
          Wording.of("en").texts(SlackTexts.class));

  @Provide
  Arbitrary<String> nasty() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        Arbitraries.of(
            "<!channel>",
            "<@U0KEN>",
            "<!subteam^S1>",
            "*b*_i_~s~`c`",
            "```x```",
            "&amp;<>&",
            "",
            "  ",
            "\n\n",
            "> quote",
            "\uD83D",
            "👩‍👩‍👧",
            "שלום עולם",
            "<https://x|y>",
            "a|b>c"),
        Arbitraries.strings().withChars("<>&*_~`|! \n@U0a").ofMaxLength(400),
        Arbitraries.of(
            "<!here> ".repeat(6_000), "x".repeat(40_000), "&".repeat(5_000), "**".repeat(9_000)));
  }

  @Provide
  Arbitrary<Words> words() {
    Arbitrary<Span> span =
        Arbitraries.oneOf(
            nasty().map(text -> (Span) new Span.Plain(text)),
            nasty().map(text -> (Span) new Span.Bold(text)),
            nasty().map(text -> (Span) new Span.Italic(text)),
            nasty().map(text -> (Span) new Span.Code(text)),
            Combinators.combine(nasty(), nasty())
                .as((url, label) -> (Span) new Span.Link("https://" + url, label)),
            nasty().map(text -> (Span) new Span.LinkTo(new Slot("x"), text)),
            nasty().map(text -> (Span) new Span.Name(text)),
            nasty().map(text -> (Span) new Span.ChannelName(text)),
            nasty().map(text -> (Span) new Span.Emoji(text)));
    return span.list().ofMaxSize(6).map(Words::new);
  }

  @Provide
  Arbitrary<Control> controls() {
    var choices = Combinators.combine(nasty(), nasty()).as(Control.Choice::new).list().ofMaxSize(8);
    return Arbitraries.oneOf(
        Combinators.combine(nasty(), nasty())
            .as((label, value) -> (Control) Control.button("a", label, value)),
        Combinators.combine(nasty(), nasty())
            .as((label, url) -> (Control) new Control.LinkButton("l", label, url)),
        choices.map(list -> (Control) new Control.More("m", list)),
        Combinators.combine(choices, nasty())
            .as((list, text) -> (Control) new Control.Pick("p", text, list, text)));
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    Arbitrary<Part> part =
        Arbitraries.oneOf(
            nasty().map(text -> (Part) new Part.Header(text)),
            Combinators.combine(words(), controls().injectNull(0.5))
                .as((words, control) -> (Part) new Part.Line(words, control)),
            words().map(words -> (Part) new Part.Note(words)),
            nasty().map(text -> (Part) new Part.Quote(text)),
            Arbitraries.of((Part) new Part.Rule()),
            controls().list().ofMaxSize(30).map(list -> (Part) new Part.Controls(list)));
    return part.list().ofMaxSize(70);
  }

  @Property(tries = 60)
  void messagesStayWithinSlacksLimits(@ForAll("parts") List<Part> parts) {
    var rendered = KIT.message(new Message(parts));
    assertThat(rendered.text()).isNotBlank().hasSizeLessThanOrEqualTo(4_000);
    assertNoPing(rendered.text());
    var json = GSON.toJsonTree(rendered.blocks()).getAsJsonArray();
    assertThat(GSON.toJson(json)).hasSizeLessThanOrEqualTo(13_200);
    assertBlocks(json, 50);
  }

  @Property(tries = 25)
  void homesStayWithinSlacksLimits(@ForAll("parts") List<Part> parts) {
    assertBlocks(GSON.toJsonTree(KIT.home(new HomeView(parts)).getBlocks()).getAsJsonArray(), 100);
  }

  @Property(tries = 40)
  void formsStayWithinSlacksLimits(
      @ForAll("nasty") String text, @ForAll("nasty") String other, @ForAll("words") Words words) {
    var form =
        new Form(
            "form",
            text,
            other,
            "C1:1.0",
            List.of(
                new Form.Field.Explanation(words),
                new Form.Field.Text("t", text, other, other, 9_000, true, true),
                new Form.Field.Choose(
                    "c", text, other, List.of(new Control.Choice(text, "1")), other, true),
                new Form.Field.Day("d", text, null, LocalDate.of(2026, 11, 24), true),
                new Form.Field.Member("m", text, null, other, false)));
    var view = GSON.toJsonTree(KIT.modal(form)).getAsJsonObject();
    for (String field : new String[] {"title", "submit", "close"}) {
      assertThat(view.getAsJsonObject(field).get("text").getAsString())
          .isNotBlank()
          .hasSizeLessThanOrEqualTo(24);
    }
    assertBlocks(view.getAsJsonArray("blocks"), 100);
  }

  private static void assertBlocks(JsonArray blocks, int most) {
    assertThat(blocks.size()).isLessThanOrEqualTo(most);
    var ids = new HashSet<String>();
    for (JsonElement each : blocks) {
      var block = each.getAsJsonObject();
      assertThat(ids.add(block.get("block_id").getAsString())).as("unique block_id").isTrue();
      switch (block.get("type").getAsString()) {
        case "section" -> assertText(block.getAsJsonObject("text"), 3_000);
        case "header" -> assertText(block.getAsJsonObject("text"), 150);
        case "context" ->
            block.getAsJsonArray("elements").forEach(e -> assertText(e.getAsJsonObject(), 3_000));
        case "actions" -> {
          var elements = block.getAsJsonArray("elements");
          assertThat(elements.size()).isBetween(1, 25);
          var actions = new HashSet<String>();
          elements.forEach(e -> actions.add(e.getAsJsonObject().get("action_id").getAsString()));
          assertThat(actions).hasSize(elements.size());
          elements.forEach(e -> assertElement(e.getAsJsonObject()));
        }
        case "input" -> {
          assertText(block.getAsJsonObject("label"), 2_000);
          if (block.has("hint")) {
            assertText(block.getAsJsonObject("hint"), 2_000);
          }
          assertElement(block.getAsJsonObject("element"));
        }
        default -> assertThat(block.get("type").getAsString()).isEqualTo("divider");
      }
      if (block.has("accessory")) {
        assertElement(block.getAsJsonObject("accessory"));
      }
    }
  }

  private static void assertElement(JsonObject element) {
    assertThat(element.get("action_id").getAsString()).isNotEmpty();
    for (String field : new String[] {"text", "placeholder"}) {
      if (element.has(field)) {
        assertText(element.getAsJsonObject(field), field.equals("text") ? 75 : 150);
      }
    }
    if (element.has("value")) {
      assertThat(element.get("value").getAsString().length()).isLessThanOrEqualTo(2_000);
    }
    if (element.has("options")) {
      var options = element.getAsJsonArray("options");
      boolean menu = element.get("type").getAsString().equals("overflow");
      assertThat(options.size()).isBetween(1, menu ? 5 : 100);
      for (JsonElement option : options) {
        assertText(option.getAsJsonObject().getAsJsonObject("text"), 75);
        assertThat(option.getAsJsonObject().get("value").getAsString().length()).isBetween(1, 150);
      }
      if (element.has("initial_option")) {
        assertThat(options).contains(element.get("initial_option"));
      }
    }
    if (element.has("initial_value")) {
      assertThat(element.get("initial_value").getAsString().length())
          .isLessThanOrEqualTo(element.get("max_length").getAsInt());
    }
  }

  private static void assertText(JsonObject text, int most) {
    String words = text.get("text").getAsString();
    assertThat(words).isNotBlank();
    assertThat(words.length()).isLessThanOrEqualTo(most);
    assertNoPing(words);
    assertThat(words.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
    if (text.get("type").getAsString().equals("mrkdwn")) {
      assertThat(text.get("verbatim").getAsBoolean()).isTrue();
      // Nothing is cut within an entity or a link.
      assertThat(words.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
      assertThat(words.replaceAll("<(https?://[^<>|\\s]+)(\\|[^<>]*)?>|<#[CGD][A-Z0-9]+>", ""))
          .doesNotContain("<");
    }
  }

  private static void assertNoPing(String words) {
    assertThat(words).doesNotContain("<!").doesNotContain("<@");
  }

  @Property(tries = 40)
  void splittingLosesNoWords(@ForAll("nasty") String text) {
    var pieces = Mrkdwn.literal(text);
    var whole = String.join("", Mrkdwn.split(pieces, 3_000)).replaceAll("\\s", "");
    assertThat(whole)
        .isEqualTo(pieces.stream().collect(Collectors.joining()).replaceAll("\\s", ""));
  }
}

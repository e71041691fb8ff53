package org.learningadvocate.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;

import com.google.gson.Gson;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Control;
import org.learningadvocate.chat.Form;
import org.learningadvocate.chat.HomeView;
import org.learningadvocate.chat.Message;
import org.learningadvocate.chat.Part;
import org.learningadvocate.chat.Words;

/**
 * Our messages, forms and home views as Slack's blocks. Slack refuses a whole message for one bad
 * block, so everything is brought within its limits here, whatever words come in.
 */
final class BlockKit {

  private static final int SECTION = 3_000;
  private static final int NOTE = 2_000;
  private static final int QUOTE = 2_800;
  private static final int NOTIFICATION = 4_000;
  private static final int MESSAGE_BLOCKS = 50;
  private static final int VIEW_BLOCKS = 100;

  /** Slack refuses messages whose blocks together are longer than about 13,200 characters. */
  private static final int MESSAGE_SIZE = 12_500;

  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,30}");
  private static final Gson GSON = GsonFactory.createSnakeCase();

  private final Mrkdwn mrkdwn;
  private final SlackTexts texts;

  BlockKit(Resolver resolver, SlackTexts texts) {
    this.texts = texts;
    this.mrkdwn = new Mrkdwn(resolver);
  }

  /**
   * A message as Slack takes it.
   *
   * @param text what notifications and screen readers use, up to 4,000 characters
   */
  record Rendered(String text, List<LayoutBlock> blocks) {}

  Rendered message(Message message) {
    var blocks = within(MESSAGE_BLOCKS, blocks(message.parts()));
    for (int most = 1_500; size(blocks) > MESSAGE_SIZE && most >= 90; most /= 2) {
      blocks = shortened(blocks, most);
    }
    return new Rendered(text(message), size(blocks) > MESSAGE_SIZE ? fitting(blocks) : blocks);
  }

  /**
   * The same, recognisable by the id of its first block.
   *
   * @param mark up to 255 characters, the same each time for the same place
   */
  Rendered message(Message message, String mark) {
    var rendered = message(message);
    if (!rendered.blocks().isEmpty()) {
      mark(rendered.blocks().get(0), mark);
    }
    return rendered;
  }

  private static void mark(LayoutBlock block, String mark) {
    if (block instanceof SectionBlock section) {
      section.setBlockId(mark);
    } else if (block instanceof HeaderBlock header) {
      header.setBlockId(mark);
    } else if (block instanceof ContextBlock context) {
      context.setBlockId(mark);
    } else if (block instanceof ActionsBlock actions) {
      actions.setBlockId(mark);
    } else if (block instanceof DividerBlock divider) {
      divider.setBlockId(mark);
    }
  }

  /** The App Home of one person. */
  View home(HomeView view) {
    var blocks = within(VIEW_BLOCKS, blocks(view.parts()));
    return View.builder()
        .type("home")
        .blocks(blocks.isEmpty() ? List.of(paragraph("p0", "…", null)) : blocks)
        .build();
  }

  /** A form as a modal. */
  View modal(Form form) {
    var blocks = new ArrayList<LayoutBlock>();
    boolean asks = false;
    for (Form.Field field : form.fields()) {
      if (blocks.size() == VIEW_BLOCKS) {
        break;
      }
      var block = field(field, blocks.size());
      if (block != null) {
        blocks.add(block);
        asks |= !(field instanceof Form.Field.Explanation);
      }
    }
    var view =
        View.builder()
            .type("modal")
            .callbackId(form.id())
            .privateMetadata(Prefilled.metadata(form.context(), blocks))
            .title(title(form.title()))
            .close(close(asks ? texts.cancel() : texts.close()))
            .blocks(blocks.isEmpty() ? List.of(paragraph("p0", "…", null)) : blocks);
    if (asks) {
      view.submit(
          ViewSubmit.builder().type("plain_text").text(Mrkdwn.plain(form.submit(), 24)).build());
    }
    return view.build();
  }

  /** A message to one person where there is no channel to say it in. */
  View modal(Message message) {
    var blocks = within(VIEW_BLOCKS, blocks(message.parts()));
    return View.builder()
        .type("modal")
        .callbackId("said")
        .title(title(texts.title()))
        .close(close(texts.close()))
        .blocks(blocks.isEmpty() ? List.of(paragraph("p0", "…", null)) : blocks)
        .build();
  }

  private static ViewTitle title(String text) {
    return ViewTitle.builder().type("plain_text").text(Mrkdwn.plain(text, 24)).build();
  }

  private static ViewClose close(String text) {
    return ViewClose.builder().type("plain_text").text(text).build();
  }

  /** The message without its blocks; never empty. */
  String text(Message message) {
    var pieces = new ArrayList<String>();
    for (Part part : message.parts()) {
      List<String> line =
          part instanceof Part.Header header
              ? Mrkdwn.literal(header.text())
              : part instanceof Part.Line words
                  ? mrkdwn.pieces(words.words())
                  : part instanceof Part.Note words
                      ? mrkdwn.pieces(words.words())
                      : part instanceof Part.Quote quote ? quoted(quote.text()) : List.of();
      if (!line.isEmpty()) {
        if (!pieces.isEmpty()) {
          pieces.add("\n");
        }
        pieces.addAll(line);
      }
    }
    String text = Mrkdwn.clip(pieces, NOTIFICATION).strip();
    return text.isEmpty() ? texts.title() : text;
  }

  private List<LayoutBlock> blocks(List<Part> parts) {
    var blocks = new ArrayList<LayoutBlock>();
    for (Part part : parts) {
      add(part, blocks);
    }
    return blocks;
  }

  private void add(Part part, List<LayoutBlock> blocks) {
    if (part instanceof Part.Header header) {
      String id = id(blocks);
      blocks.add(header(block -> block.blockId(id).text(plain(Mrkdwn.plain(header.text(), 150)))));
    } else if (part instanceof Part.Line line) {
      line(line, blocks);
    } else if (part instanceof Part.Note note) {
      note(note.words(), blocks);
    } else if (part instanceof Part.Quote quote) {
      // The ellipsis and the last sign of a line have room above the limit of the quote.
      String text = Mrkdwn.clip(quoted(quote.text()), QUOTE);
      if (!quote.text().isBlank()) {
        blocks.add(paragraph(id(blocks), text, null));
      }
    } else if (part instanceof Part.Rule) {
      String id = id(blocks);
      blocks.add(divider(block -> block.blockId(id)));
    } else if (part instanceof Part.Controls controls) {
      controls(controls.controls(), blocks);
    }
  }

  private void line(Part.Line line, List<LayoutBlock> blocks) {
    var texts = Mrkdwn.split(mrkdwn.pieces(line.words()), SECTION);
    var beside = line.beside() == null ? null : element(line.beside());
    if (texts.isEmpty()) {
      if (line.beside() != null) {
        controls(List.of(line.beside()), blocks);
      }
      return;
    }
    for (int i = 0; i < texts.size(); i++) {
      blocks.add(paragraph(id(blocks), texts.get(i), i == 0 ? beside : null));
    }
  }

  private void note(Words words, List<LayoutBlock> blocks) {
    var texts = Mrkdwn.split(mrkdwn.pieces(words), NOTE);
    for (String text : texts) {
      String id = id(blocks);
      blocks.add(context(block -> block.blockId(id).elements(List.of(markdown(text)))));
    }
  }

  private static List<String> quoted(String text) {
    var pieces = new ArrayList<String>();
    for (String line : text.strip().split("\\R", -1)) {
      if (!pieces.isEmpty()) {
        pieces.add("\n");
      }
      pieces.add(">");
      pieces.add(" ");
      pieces.addAll(Mrkdwn.literal(line));
    }
    return pieces;
  }

  private static void controls(List<Control> controls, List<LayoutBlock> blocks) {
    var row = new ArrayList<BlockElement>();
    var ids = new HashSet<String>();
    for (Control control : controls) {
      var element = element(control);
      if (element == null) {
        continue;
      }
      // Within one block Slack wants every id once.
      if (row.size() == 25 || !ids.add(control.action())) {
        flush(row, blocks);
        ids.clear();
        ids.add(control.action());
      }
      row.add(element);
    }
    flush(row, blocks);
  }

  private static void flush(List<BlockElement> row, List<LayoutBlock> blocks) {
    if (!row.isEmpty()) {
      var elements = List.copyOf(row);
      String id = id(blocks);
      blocks.add(actions(block -> block.blockId(id).elements(elements)));
      row.clear();
    }
  }

  /** A control as an element; null where nothing could be pressed or chosen. */
  private static @Nullable BlockElement element(Control control) {
    String action = cut(control.action(), 255);
    if (control instanceof Control.Button button) {
      if (button.value().length() > 2_000) {
        return null;
      }
      var element =
          ButtonElement.builder()
              .actionId(action)
              .text(plain(Mrkdwn.plain(button.label(), 75)))
              .value(button.value().isEmpty() ? null : button.value());
      if (button.style() != Control.Style.PLAIN) {
        element.style(button.style() == Control.Style.PRIMARY ? "primary" : "danger");
      }
      return element.build();
    }
    if (control instanceof Control.LinkButton link) {
      return link.url().length() > 3_000 || !link.url().matches("(?i)https?://\\S+")
          ? null
          : ButtonElement.builder()
              .actionId(action)
              .text(plain(Mrkdwn.plain(link.label(), 75)))
              .url(link.url())
              .build();
    }
    if (control instanceof Control.More more) {
      var options = options(more.choices(), 5);
      return options.isEmpty()
          ? null
          : OverflowMenuElement.builder().actionId(action).options(options).build();
    }
    var pick = (Control.Pick) control;
    var options = options(pick.choices(), 100);
    return options.isEmpty()
        ? null
        : StaticSelectElement.builder()
            .actionId(action)
            .placeholder(plain(Mrkdwn.plain(pick.placeholder(), 150)))
            .options(options)
            .initialOption(chosen(options, pick.chosen()))
            .build();
  }

  /** Choices as options: a value that is too long, or there already, cannot be told apart later. */
  private static List<OptionObject> options(List<Control.Choice> choices, int most) {
    var options = new ArrayList<OptionObject>();
    Set<String> values = new HashSet<>();
    for (var choice : choices) {
      if (options.size() < most
          && !choice.value().isEmpty()
          && choice.value().length() <= 150
          && values.add(choice.value())) {
        options.add(
            OptionObject.builder()
                .text(plain(Mrkdwn.plain(choice.label(), 75)))
                .value(choice.value())
                .build());
      }
    }
    return options;
  }

  private static @Nullable OptionObject chosen(List<OptionObject> options, @Nullable String value) {
    return options.stream()
        .filter(option -> option.getValue().equals(value))
        .findFirst()
        .orElse(null);
  }

  private @Nullable LayoutBlock field(Form.Field field, int place) {
    if (field instanceof Form.Field.Explanation words) {
      var texts = Mrkdwn.split(mrkdwn.pieces(words.words()), SECTION);
      return texts.isEmpty() ? null : paragraph("p" + place, texts.get(0), null);
    }
    if (field instanceof Form.Field.Text text) {
      int most = Math.min(3_000, Math.max(1, text.most()));
      String initial = text.initial();
      return asks(
          text.id(),
          text.label(),
          text.hint(),
          text.optional(),
          PlainTextInputElement.builder()
              .actionId(cut(text.id(), 255))
              .multiline(text.lines())
              .maxLength(most)
              .initialValue(
                  initial == null || initial.isEmpty() || initial.length() > most ? null : initial)
              .build());
    }
    if (field instanceof Form.Field.Choose choose) {
      var options = options(choose.choices(), 100);
      return options.isEmpty()
          ? null
          : asks(
              choose.id(),
              choose.label(),
              choose.hint(),
              choose.optional(),
              StaticSelectElement.builder()
                  .actionId(cut(choose.id(), 255))
                  .placeholder(plain(texts.choose()))
                  .options(options)
                  .initialOption(chosen(options, choose.initial()))
                  .build());
    }
    if (field instanceof Form.Field.Day day) {
      return asks(
          day.id(),
          day.label(),
          day.hint(),
          day.optional(),
          DatePickerElement.builder()
              .actionId(cut(day.id(), 255))
              .initialDate(day.initial() == null ? null : day.initial().toString())
              .build());
    }
    var member = (Form.Field.Member) field;
    String initial = member.initial();
    return asks(
        member.id(),
        member.label(),
        member.hint(),
        member.optional(),
        UsersSelectElement.builder()
            .actionId(cut(member.id(), 255))
            .placeholder(plain(texts.chooseSomebody()))
            .initialUser(initial != null && USER.matcher(initial).matches() ? initial : null)
            .build());
  }

  private static LayoutBlock asks(
      String id, String label, @Nullable String hint, boolean optional, BlockElement element) {
    return input(
        block ->
            block
                .blockId(cut(id, 255))
                .label(plain(Mrkdwn.plain(label, 2_000)))
                .hint(hint == null || hint.isBlank() ? null : plain(Mrkdwn.plain(hint, 2_000)))
                .optional(optional)
                .element(element));
  }

  private static SectionBlock paragraph(String id, String text, @Nullable BlockElement beside) {
    return section(block -> block.blockId(id).text(markdown(text)).accessory(beside));
  }

  /** Ids by position: the same message keeps them, so what was chosen in it stays chosen. */
  private static String id(List<LayoutBlock> blocks) {
    return "p" + blocks.size();
  }

  private static MarkdownTextObject markdown(String text) {
    // Verbatim: bare words of people become neither links nor groups.
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(text).emoji(true).build();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** Leaves out text in the middle before anything that can be pressed. */
  private static List<LayoutBlock> within(int most, List<LayoutBlock> blocks) {
    if (blocks.size() <= most) {
      return blocks;
    }
    long rows = blocks.stream().filter(ActionsBlock.class::isInstance).count();
    long room = Math.max(0, most - 1 - rows);
    var kept = new ArrayList<LayoutBlock>();
    boolean said = false;
    for (var block : blocks) {
      if (block instanceof ActionsBlock) {
        if (kept.size() < most) {
          kept.add(block);
        }
      } else if (room > 0) {
        kept.add(block);
        room--;
      } else if (!said && kept.size() < most) {
        kept.add(paragraph(block.getBlockId(), "…", null));
        said = true;
      }
    }
    return kept;
  }

  private static int size(List<LayoutBlock> blocks) {
    return GSON.toJson(blocks).length();
  }

  /** As many blocks as fit, those that can be pressed first, in their order. */
  private static List<LayoutBlock> fitting(List<LayoutBlock> blocks) {
    int room = MESSAGE_SIZE - 2;
    Set<LayoutBlock> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    for (boolean pressed : new boolean[] {true, false}) {
      for (var block : blocks) {
        int size = GSON.toJson(block).length() + 1;
        if (block instanceof ActionsBlock == pressed && size <= room) {
          kept.add(block);
          room -= size;
        }
      }
    }
    return blocks.stream().filter(kept::contains).toList();
  }

  /** The same blocks with the texts of their sections no longer than so many characters. */
  private static List<LayoutBlock> shortened(List<LayoutBlock> blocks, int most) {
    var shorter = new ArrayList<LayoutBlock>();
    for (var block : blocks) {
      if (block instanceof SectionBlock text
          && text.getText() instanceof MarkdownTextObject words
          && words.getText().length() > most) {
        shorter.add(
            paragraph(
                text.getBlockId(),
                Mrkdwn.clip(Pieces.of(words.getText()), most),
                text.getAccessory()));
      } else {
        shorter.add(block);
      }
    }
    return shorter;
  }

  /** Takes rendered markup apart again where it may be cut. */
  private static final class Pieces {
    private static final Pattern PIECE =
        Pattern.compile("<[^>]*>|&\\w+;|\\*[^*\\n]*\\*|_[^_\\n]*_|`[^`\\n]*`|.", Pattern.DOTALL);

    static List<String> of(String markup) {
      return PIECE.matcher(markup).results().map(match -> match.group()).toList();
    }
  }
}

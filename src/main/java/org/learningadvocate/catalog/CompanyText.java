package org.learningadvocate.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A company as YAML that a person would have written: one key a line, short lists in brackets. */
final class CompanyText {
  // Starts with a letter or digit and holds nothing that YAML could read as more than a text. The
  // engine's own check lets "a: b" through unquoted.
  private static final Pattern PLAIN =
      Pattern.compile(
          "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}"
              + " &&[^:#]]|:(?=[\\p{L}\\p{N}/])|(?<=[\\p{L}\\p{N}])#)*");
  private static final Pattern BREAKS_A_LIST = Pattern.compile("[,\\[\\]{}]");

  private CompanyText() {}

  static String of(Company company) {
    var catalogue = company.catalogue();
    var root =
        new Entry()
            .with("company", company.name())
            .with("timezone", company.zone().getId())
            .with("locale", company.locale().toLanguageTag())
            .with("priorities", list(catalogue.priorities().stream().map(CompanyText::of).toList()))
            .with(
                "initiatives", list(catalogue.initiatives().stream().map(CompanyText::of).toList()))
            .with("people", list(catalogue.people().stream().map(CompanyText::of).toList()));
    if (!catalogue.audiences().isEmpty()) {
      var audiences = new Entry();
      catalogue.audiences().forEach((name, words) -> audiences.with(name, words(words)));
      root.with("audiences", audiences.node());
    }
    // One value stays on one line however long it is: that keeps a diff readable.
    var settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndent(4)
            .setIndicatorIndent(2)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .build();
    var text = new Text();
    new Dump(settings).dumpNode(root.node(), text);
    return text.toString();
  }

  private static Node of(Priority priority) {
    return new Entry()
        .with("id", priority.id())
        .with("title", priority.title())
        .with("description", priority.description())
        .with("owner", priority.owner())
        .with("starts", priority.starts().toString())
        .with("ends", priority.ends().toString())
        .withAny("source", priority.source())
        .withAny("reviewed", priority.reviewed())
        .withAny("aliases", priority.aliases())
        .node();
  }

  private static Node of(Initiative initiative) {
    return new Entry()
        .with("id", initiative.id())
        .with("title", initiative.title())
        .with("description", initiative.description())
        .with("owner", initiative.owner())
        .with("audience", words(initiative.audience()))
        .with("starts", initiative.starts().toString())
        .with("ends", initiative.ends().toString())
        .withAny("source", initiative.source())
        .withAny("reviewed", initiative.reviewed())
        .withAny("aliases", initiative.aliases())
        .node();
  }

  private static Node of(Contact contact) {
    return new Entry()
        .with("name", contact.name())
        .with("role", contact.role())
        .with("covers", words(contact.covers()))
        .withAny("slack", contact.slack())
        .withAny("email", contact.email())
        .node();
  }

  private static Node list(List<Node> entries) {
    return new SequenceNode(Tag.SEQ, entries, entries.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
  }

  private static Node words(List<String> words) {
    var nodes = words.stream().map(w -> scalar(w, BREAKS_A_LIST.matcher(w).find())).toList();
    return new SequenceNode(Tag.SEQ, nodes, FlowStyle.FLOW);
  }

  private static Node scalar(String value, boolean quoted) {
    var style =
        quoted || !PLAIN.matcher(value).matches() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
    return new ScalarNode(Tag.STR, value, style);
  }

  /** One map, its keys in the order in which they were given. */
  private static final class Entry {
    private final List<NodeTuple> tuples = new ArrayList<>();

    Entry with(String key, String value) {
      return with(key, scalar(value, false));
    }

    Entry with(String key, Node value) {
      tuples.add(new NodeTuple(scalar(key, false), value));
      return this;
    }

    Entry withAny(String key, @Nullable Object value) {
      return value == null ? this : with(key, value.toString());
    }

    Entry withAny(String key, List<String> values) {
      return values.isEmpty() ? this : with(key, words(values));
    }

    Node node() {
      return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }
  }

  /** Collects what the engine writes. */
  private static final class Text implements StreamDataWriter {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(String part) {
      text.append(part);
    }

    @Override
    public void write(String part, int from, int length) {
      text.append(part, from, from + length);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}

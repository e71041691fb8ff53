package org.learningadvocate.request;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The trained models of the reader, as one file; what made them is told in the card beside it. */
final class ReadingModels {
  private static final String FILE = "reading.model";
  private static final int FORM = 1;

  private final Map<String, LinearModel> models;
  private final Map<String, Double> limits;

  ReadingModels(Map<String, LinearModel> models, Map<String, Double> limits) {
    this.models = Map.copyOf(models);
    this.limits = Map.copyOf(limits);
  }

  /** The models that ship with the bot, or none where the file is missing. */
  static ReadingModels shipped() {
    try (var in = ReadingModels.class.getResourceAsStream(FILE)) {
      return in == null ? new ReadingModels(Map.of(), Map.of()) : read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + FILE + ", which ships with the bot", e);
    }
  }

  @Nullable LinearModel model(String name) {
    return models.get(name);
  }

  double limit(String name) {
    return limits.getOrDefault(name, 0.0);
  }

  DueDates dueDates() {
    return new DueDates(model("due"), limit("due"));
  }

  Audiences audiences() {
    var starts = model("audience.starts");
    var ends = model("audience.ends");
    var inside = model("audience.inside");
    return new Audiences(
        starts == null || ends == null || inside == null
            ? null
            : new Audiences.Models(starts, ends, inside, limit("audience")));
  }

  Context context() {
    var topics = new EnumMap<Topic, LinearModel>(Topic.class);
    for (var topic : Topic.values()) {
      var model = model("answered." + topic.key());
      if (model != null) {
        topics.put(topic, model);
      }
    }
    return new Context(topics, limit("answered"), limit("answered.perhaps"));
  }

  void write(OutputStream target) throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(target))) {
      out.writeByte(FORM);
      out.writeByte(limits.size());
      for (var name : limits.keySet().stream().sorted().toList()) {
        out.writeUTF(name);
        out.writeDouble(limit(name));
      }
      out.writeByte(models.size());
      for (var name : models.keySet().stream().sorted().toList()) {
        out.writeUTF(name);
        var model = models.get(name);
        if (model != null) {
          model.write(out);
        }
      }
    }
  }

  static ReadingModels read(InputStream source) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(source)))) {
      if (in.readByte() != FORM) {
        throw new IOException("The models are of another form than this version reads");
      }
      var limits = new LinkedHashMap<String, Double>();
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        limits.put(in.readUTF(), in.readDouble());
      }
      var models = new LinkedHashMap<String, LinearModel>();
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        models.put(in.readUTF(), LinearModel.read(in));
      }
      return new ReadingModels(models, limits);
    }
  }
}

package org.learningadvocate.evaluation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.learningadvocate.meaning.Meaning;

/**
 * Remembers vectors from run to run, since an evaluation looks at the same texts again and again.
 */
public final class RememberedMeaning implements Meaning, AutoCloseable {
  private final Meaning meaning;
  private final Path file;
  private final Map<String, float[]> known = new ConcurrentHashMap<>();
  private final int before;

  public RememberedMeaning(Meaning meaning, Path file) throws IOException {
    this.meaning = meaning;
    this.file = file;
    if (Files.exists(file)) {
      try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
          var text =
              new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
          var vector = new float[in.readInt()];
          for (int k = 0; k < vector.length; k++) {
            vector[k] = in.readFloat();
          }
          known.put(text, vector);
        }
      }
    }
    before = known.size();
  }

  @Override
  public float[] of(String text) {
    return known.computeIfAbsent(text, meaning::of);
  }

  @Override
  public Kind kind() {
    return meaning.kind();
  }

  @Override
  public String mark() {
    return meaning.mark();
  }

  @Override
  public void close() throws IOException {
    if (known.size() == before) {
      return;
    }
    Files.createDirectories(file.getParent());
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(known.size());
      for (var entry : known.entrySet()) {
        var bytes = entry.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.writeInt(entry.getValue().length);
        for (float v : entry.getValue()) {
          out.writeFloat(v);
        }
      }
    }
  }
}

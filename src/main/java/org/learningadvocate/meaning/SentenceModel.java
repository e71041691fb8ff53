package org.learningadvocate.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Likeness by a small sentence model (all-MiniLM-L6-v2, quantized) that runs in this process: about
 * 2 ms for a short text, half a second to load, some 80 MB. Needs glibc.
 */
public final class SentenceModel implements Meaning, AutoCloseable {
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces pieces;
  private final String mark;

  private SentenceModel(
      OrtEnvironment environment, OrtSession session, WordPieces pieces, String mark) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
    this.mark = mark;
  }

  /**
   * Loads the model from the class path.
   *
   * @throws UnavailableException where the model or the library that runs it cannot be loaded here
   */
  public static SentenceModel load() throws UnavailableException {
    return load(MODEL, TOKENIZER);
  }

  static SentenceModel load(String modelFile, String tokenizerFile) throws UnavailableException {
    try {
      var environment = OrtEnvironment.getEnvironment();
      try (var options = new OrtSession.SessionOptions();
          var tokenizer = open(tokenizerFile).getInputStream()) {
        // One message at a time is read, beside a server's other work: a pool of threads that spin
        // would cost more than it brings.
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        // The weights outside the arena, which grows by doubling: some 20 MB less.
        options.addConfigEntry("session.use_device_allocator_for_initializers", "1");
        var bytes = bytes(modelFile);
        var mark = mark(bytes);
        var session = environment.createSession(bytes, options);
        return new SentenceModel(environment, session, WordPieces.read(tokenizer), mark);
      }
    } catch (OrtException | IOException | LinkageError e) {
      throw new UnavailableException("the sentence model cannot run here: " + rootMessage(e), e);
    }
  }

  /** Outside the heap, which would keep the room for it. */
  private static ByteBuffer bytes(String name) throws IOException {
    var connection = open(name);
    try (var channel = Channels.newChannel(connection.getInputStream())) {
      var bytes = ByteBuffer.allocateDirect(connection.getContentLength());
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Goes on to the end.
      }
      return bytes.flip();
    }
  }

  /** Of the weights themselves: a library may bring others under the same name. */
  private static String mark(ByteBuffer weights) {
    var sum = new CRC32();
    sum.update(weights.duplicate());
    return "all-minilm-l6-v2-q " + Long.toHexString(sum.getValue());
  }

  @Override
  public float[] of(String text) {
    long[] ids = pieces.ids(text);
    long[] shape = {1, ids.length};
    long[] mask = new long[ids.length];
    Arrays.fill(mask, 1);
    try (var idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        var maskTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        var typeTensor =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
        var result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      var states = ((float[][][]) result.get(0).getValue())[0];
      return mean(states);
    } catch (OrtException e) {
      throw new IllegalStateException("The sentence model failed on a text", e);
    }
  }

  @Override
  public Kind kind() {
    return Kind.MODEL;
  }

  @Override
  public String mark() {
    return mark;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new UncheckedIOException(new IOException("The sentence model did not close", e));
    }
  }

  private static float[] mean(float[][] states) {
    var sum = new float[states[0].length];
    for (float[] state : states) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += state[i];
      }
    }
    return WordsOnly.ofLengthOne(sum);
  }

  private static URLConnection open(String name) throws IOException {
    var address = SentenceModel.class.getResource(name);
    if (address == null) {
      throw new IOException(name + " is not on the class path");
    }
    return address.openConnection();
  }

  /** A library that cannot be loaded says why only at the bottom. */
  private static String rootMessage(Throwable e) {
    var cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    var message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** The model cannot be used on this machine; {@link WordsOnly} can. */
  public static final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}

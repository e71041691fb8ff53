package org.learningadvocate.app;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.learningadvocate.chat.Wording;
import org.learningadvocate.meaning.Meaning;
import org.learningadvocate.meaning.SentenceModel;
import org.learningadvocate.meaning.WordsOnly;
import org.learningadvocate.question.AnswerReader;
import org.learningadvocate.request.Reader;
import org.learningadvocate.request.ReasonTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the bot reads and compares with. It loads on a thread of its own, so that the doors are open
 * meanwhile; whoever needs it before it is there waits for it. Safe for use by many threads.
 */
final class Mind implements Meaning {

  private static final Logger log = LoggerFactory.getLogger(Mind.class);

  private final CompletableFuture<Loaded> loaded;

  /** All of it, once it is there. */
  private record Loaded(Meaning meaning, Reader reader, AnswerReader replies) {}

  /** How far it is. */
  enum State {
    LOADING("loading"),
    /** All of it, with the sentence model. */
    WHOLE("sentence model"),
    /** The sentence model cannot run here. */
    WORDS("words only"),
    /** Nothing can be worked off; the log has why. */
    BROKEN("broken");

    private final String inWords;

    State(String inWords) {
      this.inWords = inWords;
    }

    @Override
    public String toString() {
      return inWords;
    }
  }

  private Mind(CompletableFuture<Loaded> loaded) {
    this.loaded = loaded;
  }

  /** Begins to load. */
  static Mind load(Supplier<Meaning> meaning, Wording wording) {
    var loaded = new CompletableFuture<Loaded>();
    var thread =
        new Thread(
            () -> {
              try {
                var found = meaning.get();
                loaded.complete(
                    new Loaded(
                        found,
                        new Reader(wording.texts(ReasonTexts.class)),
                        AnswerReader.load(found)));
              } catch (RuntimeException | Error e) {
                log.error("What I read with does not load; nothing can be worked off", e);
                loaded.completeExceptionally(e);
              }
            },
            "mind");
    thread.setDaemon(true);
    thread.start();
    return new Mind(loaded);
  }

  /** The sentence model where this machine can run it, else words alone. */
  static Meaning meaning() {
    try {
      return SentenceModel.load();
    } catch (SentenceModel.UnavailableException e) {
      log.warn("Matching by words alone, which finds less: {}", e.getMessage());
      return new WordsOnly();
    }
  }

  /** How far it is, without waiting. */
  State state() {
    if (!loaded.isDone()) {
      return State.LOADING;
    }
    if (loaded.isCompletedExceptionally()) {
      return State.BROKEN;
    }
    return kind() == Kind.MODEL ? State.WHOLE : State.WORDS;
  }

  /** Runs it on the loading thread once everything is there; at once where it is there already. */
  void then(Runnable next) {
    // What goes wrong in loading was said there, and nothing follows it.
    var unused = loaded.thenRun(next);
  }

  Reader reader() {
    return loaded.join().reader();
  }

  AnswerReader replies() {
    return loaded.join().replies();
  }

  @Override
  public float[] of(String text) {
    return loaded.join().meaning().of(text);
  }

  @Override
  public Kind kind() {
    return loaded.join().meaning().kind();
  }

  @Override
  public String mark() {
    return loaded.join().meaning().mark();
  }
}

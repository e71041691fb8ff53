package org.learningadvocate.preview;

import java.util.List;

/** A number worth a look, and what it counts. */
record Figure(String value, String label) {

  /** The figures of a whole export, most telling first. */
  static List<Figure> of(Tale tale) {
    int asked = tale.sum(ChannelTale::asked);
    return List.of(
        new Figure(Counted.number(tale.sum(ChannelTale::messages)), "messages read"),
        new Figure(Counted.number(tale.sum(ChannelTale::requests)), "requests noticed"),
        new Figure(Counted.number(tale.sum(ChannelTale::doubtful)), "asked about in private"),
        new Figure(Counted.number(asked), "questions asked"),
        new Figure(
            Counted.number(tale.sum(ChannelTale::saidAlready)),
            "not asked, since the request says it"),
        new Figure(
            Counted.number(tale.sum(ChannelTale::answered)), "questions that a reply answered"));
  }
}

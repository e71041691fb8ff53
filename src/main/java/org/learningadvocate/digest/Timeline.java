package org.learningadvocate.digest;

import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.learningadvocate.catalog.Initiative;
import org.learningadvocate.chat.Days;
import org.learningadvocate.chat.Plain;
import org.learningadvocate.request.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The next three months as a picture: what rolls out as bars, what is asked for as diamonds at the
 * day it is due, today as a line. Slack shows it at less than half its size, so its letters are
 * large and its rows few.
 */
final class Timeline {

  private static final Logger log = LoggerFactory.getLogger(Timeline.class);

  private static final int SCALE = 2;
  private static final int WIDTH = 1200;
  private static final int LEFT = 28;
  private static final int RIGHT = 28;
  private static final int TOP = 92;
  private static final int ROW = 58;
  private static final int BAR = 18;
  private static final int BOTTOM = 58;
  private static final int BARS = 5;
  private static final int DIAMONDS = 3;
  private static final double HALF = 13;
  private static final double POINT = 14;
  private static final int ALT = 1_000;

  // Okabe and Ito's blue and vermillion: told apart with every kind of colour vision, and by their
  // shape and lightness where colour is missing.
  private static final Color ROLLOUT = new Color(0x00, 0x72, 0xB2);
  private static final Color REQUEST = new Color(0xD5, 0x5E, 0x00);
  private static final Color INK = new Color(0x1D, 0x1C, 0x1D);
  private static final Color FAINT_INK = new Color(0x5C, 0x5C, 0x62);
  private static final Color GRID = new Color(0xDD, 0xDD, 0xE1);
  private static final Color STRIPE = new Color(0xF6, 0xF7, 0xF9);

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

  private final DigestTexts texts;
  private final Days days;
  private final LocalDate today;
  private final LocalDate from;
  private final LocalDate to;
  private final List<Initiative> initiatives;
  private final int moreInitiatives;
  private final List<Request> requests;
  private final int moreRequests;

  private Timeline(Week week, DigestTexts texts) {
    this.texts = texts;
    this.days = week.days();
    this.today = days.today();
    this.from = today.minusDays(5);
    this.to = today.plusMonths(3);
    this.initiatives =
        week.coming().stream()
            .limit(BARS)
            .sorted(Comparator.comparing(Initiative::starts))
            .toList();
    this.moreInitiatives = week.coming().size() - initiatives.size();
    var due =
        week.current().stream()
            .filter(one -> one.due() != null)
            .filter(one -> !due(one).isBefore(today) && !due(one).isAfter(to))
            .sorted(Comparator.comparing(Timeline::due))
            .toList();
    this.requests = due.stream().limit(DIAMONDS).toList();
    this.moreRequests = due.size() - requests.size();
  }

  /** Draws it; empty where nothing is planned, or where this Java cannot draw. */
  static Optional<Picture> draw(Week week, DigestTexts texts) {
    var timeline = new Timeline(week, texts);
    if (timeline.initiatives.isEmpty() && timeline.requests.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(timeline.picture());
    } catch (RuntimeException | IOException | LinkageError | AWTError | InternalError e) {
      // A Java without fonts or without its drawing library says so in one of these ways.
      log.warn("Could not draw the digest's picture; its text stands alone: {}", e.toString());
      return Optional.empty();
    }
  }

  private Picture picture() throws IOException {
    int height = TOP + (initiatives.size() + requests.size()) * ROW + BOTTOM;
    var image = new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    try {
      g.scale(SCALE, SCALE);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, WIDTH, height);
      paint(g, height);
    } finally {
      g.dispose();
    }
    var png = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", png)) {
      throw new IOException("this Java writes no PNG");
    }
    return new Picture(
        png.toByteArray(), image.getWidth(), image.getHeight(), texts.pictureTitle(), alt());
  }

  private void paint(Graphics2D g, int height) {
    int rows = initiatives.size() + requests.size();
    int end = TOP + rows * ROW;
    for (int row = 0; row < rows; row++) {
      g.setColor(ground(row));
      g.fillRect(0, TOP + row * ROW, WIDTH, ROW);
    }
    months(g, end);
    todayLine(g, end);
    int row = 0;
    for (var initiative : initiatives) {
      bar(g, initiative, row++);
    }
    for (var request : requests) {
      diamond(g, request, row++);
    }
    legend(g, height - 20);
  }

  private static Color ground(int row) {
    return row % 2 == 0 ? STRIPE : Color.WHITE;
  }

  /** What the shapes mean, and what found no room. */
  private void legend(Graphics2D g, int baseline) {
    g.setFont(font(Font.PLAIN, 22));
    double x = LEFT;
    if (!initiatives.isEmpty()) {
      g.setColor(ROLLOUT);
      g.fill(new RoundRectangle2D.Double(x, baseline - BAR + 1, 36, BAR, 8, 8));
      x = words(g, texts.pictureRollout(), x + 46, baseline) + 36;
    }
    if (!requests.isEmpty()) {
      g.setColor(REQUEST);
      g.fill(diamond(x + HALF, baseline - BAR / 2.0 + 1));
      x = words(g, texts.pictureRequest(), x + 2 * HALF + 10, baseline) + 36;
    }
    if (moreInitiatives + moreRequests > 0) {
      words(g, texts.pictureMore(left()), x, baseline);
    }
  }

  private static double words(Graphics2D g, String text, double x, int baseline) {
    g.setColor(FAINT_INK);
    g.drawString(text, (float) x, baseline);
    return x + g.getFontMetrics().stringWidth(text);
  }

  private void months(Graphics2D g, int end) {
    g.setFont(font(Font.BOLD, 25));
    for (var first = from.withDayOfMonth(1); !first.isAfter(to); first = first.plusMonths(1)) {
      double x = Math.max(LEFT, x(first));
      double next = Math.min(WIDTH - (double) RIGHT, x(first.plusMonths(1)));
      if (x > LEFT) {
        g.setColor(GRID);
        g.setStroke(new BasicStroke(2));
        // Not through the day that stands beside the line of today.
        g.draw(new Line2D.Double(x, 24, x, 56));
        g.draw(new Line2D.Double(x, TOP, x, end));
      }
      var name = MONTH.format(first);
      if (g.getFontMetrics().stringWidth(name) + 12 > next - x) {
        name = name.substring(0, 3);
      }
      if (g.getFontMetrics().stringWidth(name) + 12 <= next - x) {
        g.setColor(INK);
        g.drawString(name, (float) x + 10, 46);
      }
    }
  }

  private void todayLine(Graphics2D g, int end) {
    double x = x(today);
    g.setColor(INK);
    g.setStroke(new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    g.draw(new Line2D.Double(x, 60, x, end));
    g.setFont(font(Font.BOLD, 21));
    g.drawString(texts.pictureToday(days.say(today)), (float) x + 8, 80);
  }

  private void bar(Graphics2D g, Initiative initiative, int row) {
    double start = Math.max(LEFT, x(initiative.starts()));
    double end = Math.min(WIDTH - (double) RIGHT, x(initiative.ends().plusDays(1)));
    label(g, start, row, initiative.title(), String.join(", ", initiative.audience()));
    double y = TOP + (row + 1) * ROW - BAR - 7.0;
    g.setColor(ROLLOUT);
    g.fill(new RoundRectangle2D.Double(start, y, Math.max(10, end - start), BAR, 8, 8));
    // A point where it began before the picture or goes on after it.
    if (initiative.starts().isBefore(from)) {
      g.fill(new Rectangle2D.Double(start, y, 8, BAR));
      g.fill(point(start, y, -POINT));
    }
    if (initiative.ends().isAfter(to)) {
      g.fill(new Rectangle2D.Double(end - 8, y, 8, BAR));
      g.fill(point(end, y, POINT));
    }
  }

  private static Path2D point(double x, double y, double reach) {
    var shape = new Path2D.Double();
    shape.moveTo(x, y);
    shape.lineTo(x + reach, y + BAR / 2.0);
    shape.lineTo(x, y + BAR);
    shape.closePath();
    return shape;
  }

  private void diamond(Graphics2D g, Request request, int row) {
    double x = Math.max(LEFT + HALF, Math.min(x(due(request)), WIDTH - RIGHT - HALF));
    label(g, x - HALF, row, request.title(), texts.due(days.say(due(request))));
    g.setColor(REQUEST);
    g.fill(diamond(x, TOP + (row + 1) * ROW - BAR / 2.0 - 8));
  }

  private static Path2D diamond(double x, double y) {
    var shape = new Path2D.Double();
    shape.moveTo(x, y - HALF);
    shape.lineTo(x + HALF, y);
    shape.lineTo(x, y + HALF);
    shape.lineTo(x - HALF, y);
    shape.closePath();
    return shape;
  }

  /** The name in bold and what belongs to it; moved to the left where the right edge is near. */
  private void label(Graphics2D g, double at, int row, String name, String rest) {
    int baseline = TOP + row * ROW + 25;
    var bold = font(Font.BOLD, 24);
    var plain = font(Font.PLAIN, 22);
    int room = WIDTH - LEFT - RIGHT;
    var title = fit(g, bold, name, (int) (room * 0.6));
    int titleWidth = g.getFontMetrics(bold).stringWidth(title);
    var small = rest.isEmpty() ? "" : fit(g, plain, rest, room - titleWidth - 14);
    int width =
        titleWidth + (small.isEmpty() ? 0 : 14 + g.getFontMetrics(plain).stringWidth(small));
    double x = Math.max(LEFT, Math.min(at, WIDTH - RIGHT - width));
    // The label stays readable where the line of today or of a month runs through it.
    g.setColor(ground(row));
    g.fill(new Rectangle2D.Double(x - 6, baseline - 22, width + 12.0, 29));
    g.setFont(bold);
    g.setColor(INK);
    g.drawString(title, (float) x, baseline);
    g.setFont(plain);
    g.setColor(FAINT_INK);
    g.drawString(small, (float) x + titleWidth + 14, baseline);
  }

  private static String fit(Graphics2D g, Font font, String text, int room) {
    var metrics = g.getFontMetrics(font);
    var fitting = Plain.shorten(text, 90);
    for (int most = fitting.length(); metrics.stringWidth(fitting) > room && most > 4; most -= 2) {
      fitting = Plain.shorten(text, most);
    }
    return fitting;
  }

  private String left() {
    var parts = new ArrayList<String>();
    if (moreInitiatives > 0) {
      parts.add(texts.pictureMoreRollouts(moreInitiatives));
    }
    if (moreRequests > 0) {
      parts.add(texts.pictureMoreRequests(moreRequests));
    }
    return String.join(", ", parts);
  }

  private String alt() {
    var sentences = new ArrayList<String>();
    sentences.add(texts.altSpan(days.say(today), days.say(to)));
    if (!initiatives.isEmpty()) {
      sentences.add(
          texts.altRollouts(
              String.join(
                  "; ",
                  initiatives.stream()
                      .map(
                          one ->
                              Plain.shorten(one.title(), 60)
                                  + ", "
                                  + days.say(one.starts(), one.ends())
                                  + (one.audience().isEmpty()
                                      ? ""
                                      : ", "
                                          + Plain.shorten(String.join(", ", one.audience()), 50)))
                      .toList())));
    }
    if (!requests.isEmpty()) {
      sentences.add(
          texts.altRequests(
              String.join(
                  "; ",
                  requests.stream()
                      .map(
                          one ->
                              Plain.shorten(one.title(), 60) + ", " + texts.due(days.say(due(one))))
                      .toList())));
    }
    if (moreInitiatives + moreRequests > 0) {
      sentences.add(texts.altMore(left()));
    }
    return Plain.shorten(String.join(" ", sentences), ALT);
  }

  private double x(LocalDate day) {
    double share = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private static LocalDate due(Request request) {
    return Objects.requireNonNull(request.due());
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}

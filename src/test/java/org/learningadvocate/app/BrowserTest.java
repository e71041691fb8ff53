package org.learningadvocate.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a person lives it, in the browser that the machine has. */
class BrowserTest {

  private static final List<String> BROWSERS =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  private static final Pattern COUNT = Pattern.compile("\\d+ repl(y|ies)");

  /** The digest of the demo comes at a full minute, 20 to 80 seconds after its start. */
  private static final int WHEN_THE_DIGEST_CAME = 120_000;

  private static Playwright playwright;
  private static Browser browser;
  private static Demo demo;

  private final List<String> complaints = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void open() {
    var path = browserOfThisMachine();
    if (path.isEmpty()) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("There is no Chromium or Chrome for the browser tests");
      }
      System.err.println("No Chromium or Chrome here: the browser tests are skipped.");
      Assumptions.abort("no browser");
    }
    var environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(path.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    demo = Demo.start(0, null, Clock.systemUTC());
    demo.tellStories();
  }

  private static Optional<Path> browserOfThisMachine() {
    return BROWSERS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  @AfterAll
  static void close() {
    Stream.<AutoCloseable>of(demo, browser, playwright)
        .filter(java.util.Objects::nonNull)
        .forEach(BrowserTest::end);
  }

  private static void end(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void newPage() {
    page(1280, 900);
  }

  private void page(int width, int height) {
    page(width, height, "");
  }

  private void page(int width, int height, String place) {
    if (page != null) {
      page.context().close();
    }
    page =
        browser
            .newContext(new Browser.NewContextOptions().setViewportSize(width, height))
            .newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add("console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("page: " + error));
    page.navigate(demo.address() + place);
  }

  @AfterEach
  void nothingWentWrong() {
    page.context().close();
    assertThat(complaints).isEmpty();
  }

  private Locator conversation(String channel) {
    return region(channel);
  }

  private Locator thread() {
    return region("Thread");
  }

  private Locator region(String name) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Locator where) {
    return where.getByRole(AriaRole.TEXTBOX).last();
  }

  private static void says(Locator where, String words) {
    field(where).fill(words);
    field(where).press("Enter");
  }

  private static Locator message(Locator where, String words) {
    return where
        .getByRole(AriaRole.ARTICLE)
        .filter(new Locator.FilterOptions().setHasText(words))
        .first();
  }

  private Locator form() {
    return page.getByRole(AriaRole.DIALOG);
  }

  private void goTo(String channel) {
    page.getByRole(AriaRole.NAVIGATION)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(channel))
        .first()
        .click();
    assertThat(conversation(channel)).isVisible();
  }

  private void actAs(String person) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("You act as")).click();
    page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName(person)).click();
    assertThat(
            page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("You act as " + person.split(" ")[0])))
        .isVisible();
  }

  private Locator asks(String request) {
    says(conversation("ask-learning"), request);
    var posted = message(conversation("ask-learning"), request);
    posted.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText(COUNT)).click();
    shows(thread(), "A little homework before you build");
    return posted;
  }

  private static void shows(Locator where, String words) {
    assertThat(where).containsText(words, new LocatorAssertions.ContainsTextOptions());
  }

  @Test
  void oneRequestFromItsFirstWordToItsBrief() {
    asks(
        "We need a one-page job aid on shelf labels for store associates by the end of January,"
            + " please.");
    shows(thread(), "Two questions");

    says(thread(), "1. Fewer wrong prices at the till");
    shows(thread(), "One question left");
    shows(thread(), "“Fewer wrong prices at the till”");
    assertThat(
            message(thread(), "1. Fewer wrong prices")
                .getByRole(AriaRole.BUTTON, named("reacted with white check mark")))
        .isVisible();

    thread().getByRole(AriaRole.BUTTON, named("Answer in a form")).click();
    shows(form(), "Business context");
    field(form()).fill("With the new tills, same week");
    form().getByRole(AriaRole.BUTTON, named("Send")).click();
    shows(thread(), "All answered");
    shows(thread(), "With the new tills, same week");

    actAs("Priya Nair");
    thread().getByRole(AriaRole.BUTTON, named("I'm designing this")).click();
    shows(thread(), "Designing this: Priya");

    goTo("learning-briefs");
    var brief = message(conversation("learning-briefs"), "One-page job aid on shelf labels");
    shows(brief, "Fewer wrong prices at the till");
    shows(brief, "With the new tills, same week");
    shows(brief, "designed by Priya");
  }

  @Test
  void aMistakeInAFormIsSaidAtItsField() {
    asks("We need a short video on gift cards for store associates by the end of January, please.");
    thread().getByRole(AriaRole.BUTTON, named("More actions")).last().click();
    page.getByRole(
            AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Correct size, date or people"))
        .click();
    var date = form().getByLabel("Needed by");
    date.fill("2020-01-01");
    form().getByRole(AriaRole.BUTTON, named("Save")).click();
    assertThat(date).hasAccessibleDescription(Pattern.compile("before the request was posted"));

    date.fill("2031-01-31");
    form().getByRole(AriaRole.BUTTON, named("Save")).click();
    assertThat(form()).not().isVisible();
    shows(thread(), "Corrected by");
  }

  @Test
  void lookUpsAreOnlyForWhoAsks() {
    goTo("general");
    var general = conversation("general");
    says(general, "/priorities onboarding");
    shows(message(general, "Only visible to you"), "Ready by day 30");
    says(general, "/advocate digest");
    shows(message(general, "The week in learning"), "The next three months");
    says(general, "/advocate whatever");
    shows(message(general, "/advocate open"), "/advocate brief");

    actAs("Ken Abara");
    assertThat(general.getByText("Ready by day 30")).not().isVisible();
  }

  @Test
  void theWeekComesWithItsPicture() {
    actAs("Jonas Weber");
    goTo("learning-briefs");
    var briefs = conversation("learning-briefs");
    assertThat(message(briefs, "The week in learning"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WHEN_THE_DIGEST_CAME));
    message(briefs, "The week in learning")
        .getByRole(AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText(COUNT))
        .click();
    var picture = thread().getByRole(AriaRole.IMG, named(Pattern.compile("^Timeline from ")));
    assertThat(picture).isVisible();
    picture.scrollIntoViewIfNeeded();
    page.waitForFunction(
        "picture => picture.complete && picture.naturalWidth > 400", picture.elementHandle());
  }

  @Test
  void theHomeIsOneClickAway() {
    page.getByRole(AriaRole.NAVIGATION)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Learning Advocate"))
        .first()
        .click();

    shows(region("Learning Advocate"), "What I am set to do");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1024, 1920})
  void nothingStandsOutOfThePageAtAnyWidth(int width) {
    page(width, 800);
    assertThat(field(conversation("ask-learning"))).isVisible();
    fits("the channel");

    conversation("ask-learning").getByText(COUNT).first().click();
    shows(thread(), "A little homework before you build");
    fits("the thread");

    thread().getByRole(AriaRole.BUTTON, named("Change an answer")).first().click();
    shows(form(), "Business context");
    fits("the form");
    page.keyboard().press("Escape");
    assertThat(form()).not().isVisible();

    page(width, 800, "?home");
    shows(region("Learning Advocate"), "What I am set to do");
    fits("the home");
  }

  private void fits(String screen) {
    var outside = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) outside).intValue()).as(screen).isLessThanOrEqualTo(0);
  }

  @Test
  void aRequestIsPostedAndAnsweredByKeyboardAlone() {
    var channel = conversation("ask-learning");
    assertThat(field(channel)).isVisible();
    tabTo(field(channel));
    String request =
        "We need a one-page checklist on opening the shop for new store managers by Friday, please.";
    page.keyboard().type(request);
    page.keyboard().press("Enter");
    shows(message(channel, request), "repl");

    // From the field up to the newest message, and into its thread.
    page.keyboard().press("Shift+F6");
    for (int up = 0; up < 20 && !focused(message(channel, request)); up++) {
      page.keyboard().press("ArrowUp");
    }
    assertThat(message(channel, request)).isFocused();
    page.keyboard().press("t");
    shows(thread(), "A little homework before you build");

    tabTo(field(thread()));
    page.keyboard().type("1. Every shop opens on time");
    page.keyboard().press("Enter");
    shows(thread(), "“Every shop opens on time”");

    var button = thread().getByRole(AriaRole.BUTTON, named("Answer in a form"));
    tabTo(button);
    page.keyboard().press("Enter");
    assertThat(form()).isVisible();
    tabTo(field(form()));
    page.keyboard().type("Nothing that I know of");
    tabTo(form().getByRole(AriaRole.BUTTON, named("Send")));
    page.keyboard().press("Enter");
    shows(thread(), "All answered");

    page.keyboard().press("Escape");
    assertThat(thread()).not().isVisible();
  }

  /** As somebody without a mouse gets there: forwards, then backwards. */
  private void tabTo(Locator wanted) {
    for (int tabs = 0; tabs < 120 && !focused(wanted); tabs++) {
      page.keyboard().press(tabs < 60 ? "Tab" : "Shift+Tab");
    }
    assertThat(wanted).isFocused();
  }

  private static boolean focused(Locator element) {
    return (Boolean) element.evaluate("it => it === document.activeElement");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions named(Pattern name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}

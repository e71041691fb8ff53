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
    demo = Demo.start(0, Clock.systemUTC());
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
    page.navigate(demo.address());
  }

  @AfterEach
  void nothingWentWrong() {
    page.context().close();
    assertThat(complaints).isEmpty();
  }

  private void says(String composer, String words) {
    var box = page.locator(composer + " > message-composer textarea");
    box.fill(words);
    box.press("Enter");
  }

  private Locator message(String words) {
    return page.locator(".conversation .message")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first();
  }

  private Locator thread() {
    return page.locator(".thread");
  }

  private void goTo(String channel) {
    page.locator(".sidebar a.row")
        .filter(new Locator.FilterOptions().setHasText(channel))
        .first()
        .click();
  }

  private static void shows(Locator where, String words) {
    assertThat(where).containsText(words, new LocatorAssertions.ContainsTextOptions());
  }

  @Test
  void oneRequestFromItsFirstWordToItsBrief() {
    String request =
        "We need a one-page job aid on shelf labels for store associates by the end of January,"
            + " please.";
    says(".conversation", request);
    message(request).getByText(COUNT).click();
    shows(thread(), "A little homework before you build");
    shows(thread(), "Two questions");

    says(".thread", "1. Fewer wrong prices at the till");
    shows(thread(), "One question left");
    shows(thread(), "“Fewer wrong prices at the till”");

    thread().getByRole(AriaRole.BUTTON, named("Answer in a form")).click();
    var form = page.locator("dialog#modal");
    shows(form, "Business context");
    form.locator("textarea").nth(1).fill("With the new tills, same week");
    form.getByRole(AriaRole.BUTTON, named("Send")).click();
    shows(thread(), "All answered");
    shows(thread(), "With the new tills, same week");

    goTo("learning-briefs");
    var brief = message("Fewer wrong prices at the till");
    shows(brief, "Job aid for store associates");
    shows(brief, "With the new tills, same week");
  }

  @Test
  void aMistakeInAFormIsSaidAtItsField() {
    String request =
        "We need a short video on gift cards for store associates by the end of January, please.";
    says(".conversation", request);
    message(request).getByText(COUNT).click();
    shows(thread(), "A little homework before you build");
    thread().locator("button.overflow").last().click();
    page.getByText("Correct size, date or people").last().click();
    var form = page.locator("dialog#modal");
    var date = form.locator("input[type=date]");
    date.fill("2020-01-01");
    form.getByRole(AriaRole.BUTTON, named("Save")).click();
    shows(form.locator(".field-error"), "before the request was posted");

    date.fill("2031-01-31");
    form.getByRole(AriaRole.BUTTON, named("Save")).click();
    assertThat(form).not().isVisible();
    shows(thread(), "Corrected by");
  }

  @Test
  void lookUpsAreOnlyForWhoAsks() {
    goTo("general");
    says(".conversation", "/priorities onboarding");
    shows(page.locator(".conversation .ephemeral").last(), "Ready by day 30");

    says(".conversation", "/advocate digest");
    shows(page.locator(".conversation").first(), "week");
    says(".conversation", "/advocate whatever");
    shows(page.locator(".conversation .ephemeral").last(), "/advocate");
  }

  @Test
  void theHomeIsOneClickAway() {
    page.locator(".row.app").first().click();

    shows(page.locator(".home"), "What I am set to do");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1024, 1920})
  void nothingStandsOutOfThePageAtAnyWidth(int width) {
    page(width, 800);
    assertThat(page.locator(".conversation > message-composer textarea")).isVisible();

    var outside = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");

    assertThat(((Number) outside).intValue()).isLessThanOrEqualTo(0);
  }

  @Test
  void aRequestCanBePostedByKeyboardAlone() {
    assertThat(page.locator(".conversation > message-composer textarea")).isVisible();
    String request =
        "We need a one-page checklist on opening the shop for new store managers by Friday, please.";
    for (int tabs = 0; tabs < 60 && !inComposer(); tabs++) {
      page.keyboard().press("Tab");
    }
    assertThat(inComposer()).isTrue();
    page.keyboard().type(request);
    page.keyboard().press("Enter");

    shows(message(request), "repl");
  }

  private boolean inComposer() {
    return (Boolean)
        page.evaluate(
            "() => document.activeElement && document.activeElement.matches("
                + "'.conversation > message-composer textarea')");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}

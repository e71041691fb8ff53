package org.learningadvocate.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.learningadvocate.sandbox.AppSetup;
import org.learningadvocate.sandbox.Company;
import org.learningadvocate.sandbox.Member;
import org.learningadvocate.sandbox.Place;

/** The company that the tests live in: its people and channels, and what it is up to. */
public final class Fennwick {

  private static final Pattern DAY = Pattern.compile("\\{([+-]\\d+)}");

  private Fennwick() {}

  /**
   * The company with the bot's app installed as its manifest says.
   *
   * @param socketMode whether events come by Socket Mode, not by HTTP
   */
  public static Company company(boolean socketMode) {
    var manifest = Manifest.shipped();
    var app =
        AppSetup.named("Learning Advocate", "advocate")
            .withScopes(manifest.scopes())
            .withEvents(manifest.events())
            .withCommand("/priorities", "Priorities", "[words]")
            .withCommand("/rollouts", "Rollouts", "[words]")
            .withCommand("/advocate", "Advocate", "[help]")
            .withMessageShortcut("ask_for_business_context", "Ask for business context", "Context")
            .withSocketMode(socketMode);
    return Company.named("Fennwick", app)
        .with(
            Member.person("ana", "Ana Ruiz").withZone("UTC"),
            Member.person("ben", "Ben Osei").withZone("UTC"),
            Member.person("priya", "Priya Nair").withZone("UTC"),
            Member.person("jo", "Jo Weber").withZone("UTC").admin(),
            Member.bot("deploys", "Deploys"))
        .with(
            Place.open("ask-learning")
                .withMembers("ana", "ben", "priya", "jo", "deploys")
                .withBot(),
            Place.open("ask-stores").withMembers("ana", "ben", "priya", "jo").withBot(),
            Place.open("ask-finance").withMembers("ana", "ben", "priya", "jo").withBot(),
            Place.open("briefs").withMembers("ana", "priya", "jo").withBot(),
            Place.open("general").withMembers("ana", "ben", "priya", "jo").withBot(),
            Place.closed("leaders").withMembers("ana", "jo").withBot(),
            Place.open("partners").withMembers("ana", "jo").withBot().shared())
        .withGroup("learning-team", "Learning team", "priya", "jo");
  }

  /** Its catalogue, with days around today. */
  public static String catalogue(Clock clock) {
    var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    String yaml =
        """
        company: Fennwick
        timezone: UTC
        locale: en-GB
        priorities:
          - id: close
            title: Fewer days to close the books
            description: Month-end close from 9 working days to 5.
            owner: Ken Abara
            starts: {-90}
            ends: {+270}
            source: https://intranet.test/close
            reviewed: {-20}
            aliases: [month-end close, expense reports]
        initiatives:
          - id: tills
            title: Loom point of sale
            description: Every store moves to Loom.
            owner: Lena Fischer
            audience: [store associates, store managers]
            starts: {+5}
            ends: {+50}
        people:
          - name: Ken Abara
            role: Finance Director
            covers: [finance]
          - name: Lena Fischer
            role: Head of Store Systems
            covers: [store associates]
        """;
    return DAY.matcher(yaml)
        .replaceAll(day -> today.plusDays(Long.parseLong(day.group(1))).toString());
  }
}

package org.learningadvocate.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.learningadvocate.slack.ScriptedSlack.limited;
import static org.learningadvocate.slack.ScriptedSlack.no;
import static org.learningadvocate.slack.ScriptedSlack.ok;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is known, and what it means where Slack does not say. */
class SlackMembersTest {

  @TempDir Path folder;
  private Fixture at;

  @BeforeEach
  void start() {
    at = new Fixture(folder);
  }

  @AfterEach
  void stop() {
    at.close();
  }

  @Test
  void whoIsNotThereIsNotKnown() {
    at.slack
        .says("usergroups.list", ok("\"usergroups\":[{\"id\":\"S0LEADS\",\"handle\":\"Leads\"}]"))
        .says("usergroups.users.list", no("no_such_subteam"))
        .says("users.info", no("user_not_found"));

    assertThat(at.side.members().knows("@leads")).isTrue();
    assertThat(at.side.members().knows("@nobody")).isFalse();
    assertThat(at.side.members().knows("S0NOBODY")).isFalse();
    assertThat(at.side.members().knows("U0NOBODY")).isFalse();
  }

  @Test
  void whereSlackDoesNotSayNobodyIsCalledUnknown() {
    at.slack
        .says("usergroups.list", limited(30))
        .says("usergroups.users.list", no("missing_scope"))
        .says("users.info", ScriptedSlack.status(500));

    assertThatThrownBy(() -> at.side.members().knows("@leads"))
        .isInstanceOfSatisfying(SlackException.class, e -> assertThat(e.lasting()).isFalse());
    assertThatThrownBy(() -> at.side.members().knows("S0LEADS"))
        .isInstanceOfSatisfying(
            SlackException.class,
            e -> {
              assertThat(e.lasting()).isTrue();
              assertThat(e.error()).isEqualTo("missing_scope");
            });
    assertThatThrownBy(() -> at.side.members().knows("U0PRIYA"))
        .isInstanceOfSatisfying(SlackException.class, e -> assertThat(e.lasting()).isFalse());
    assertThat(at.side.members().person("U0PRIYA")).isEmpty();
  }
}

package org.learningadvocate.sandbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person or a bot of the workspace, as {@code users.info} tells it.
 *
 * @param id {@code U…} or {@code W…}; made from the name unless given
 * @param name the handle: lower case, no spaces; {@code @name} mentions it
 * @param email null where Slack gives none
 * @param zone IANA zone, null where Slack gives none
 * @param company null for an own member, else the other company's name
 */
public record Member(
    String id,
    String name,
    String realName,
    String displayName,
    String title,
    @Nullable String email,
    @Nullable String zone,
    Kind kind,
    boolean deleted,
    @Nullable String teamId,
    @Nullable String company,
    String status,
    boolean actor) {

  /** What an account may be. */
  public enum Kind {
    PERSON,
    ADMIN,
    /** A guest of many channels. */
    GUEST,
    /** A guest of one channel. */
    SINGLE_CHANNEL_GUEST,
    /** Another app's bot, or a workflow. */
    BOT,
    /** The bot of the app under test. */
    APP,
    SLACKBOT
  }

  /** A person with an address at {@code acme.test}, in New York, whom one may act as. */
  public static Member person(String name, String realName) {
    int space = realName.indexOf(' ');
    return new Member(
        "U0" + idPart(name),
        name,
        realName,
        space < 0 ? realName : realName.substring(0, space),
        "",
        name + "@acme.test",
        "America/New_York",
        Kind.PERSON,
        false,
        null,
        null,
        "",
        true);
  }

  /** Another app's bot user, such as a workflow's. */
  public static Member bot(String name, String realName) {
    return new Member(
        "U0" + idPart(name),
        name,
        realName,
        realName,
        "",
        null,
        null,
        Kind.BOT,
        false,
        null,
        null,
        "",
        false);
  }

  static Member slackbot() {
    return new Member(
        "USLACKBOT",
        "slackbot",
        "Slackbot",
        "Slackbot",
        "",
        null,
        null,
        Kind.SLACKBOT,
        false,
        null,
        null,
        "",
        false);
  }

  static Member app(String id, String name, String realName) {
    return new Member(
        id, name, realName, realName, "", null, null, Kind.APP, false, null, null, "", false);
  }

  static String idPart(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  public Member withId(String newId) {
    return copy(newId, title, email, zone, kind, deleted, teamId, company, status, actor);
  }

  public Member withTitle(String newTitle) {
    return copy(id, newTitle, email, zone, kind, deleted, teamId, company, status, actor);
  }

  public Member withEmail(@Nullable String newEmail) {
    return copy(id, title, newEmail, zone, kind, deleted, teamId, company, status, actor);
  }

  /** IANA name, or null for a person whose zone Slack does not tell. */
  public Member withZone(@Nullable String newZone) {
    return copy(id, title, email, newZone, kind, deleted, teamId, company, status, actor);
  }

  public Member admin() {
    return copy(id, title, email, zone, Kind.ADMIN, deleted, teamId, company, status, actor);
  }

  public Member guest() {
    return copy(id, title, email, zone, Kind.GUEST, deleted, teamId, company, status, actor);
  }

  public Member deactivated() {
    return copy(id, title, email, zone, kind, true, teamId, company, status, false);
  }

  /** Of another company, met in a shared channel: no address and no zone are told. */
  public Member of(String otherTeamId, String otherCompany) {
    return copy(id, title, null, null, kind, deleted, otherTeamId, otherCompany, status, actor);
  }

  boolean isBot() {
    return kind == Kind.BOT || kind == Kind.APP;
  }

  boolean isExternal() {
    return teamId != null;
  }

  String botId() {
    return "B0" + (id.length() > 2 ? id.substring(2) : id);
  }

  private Member copy(
      String id,
      String title,
      @Nullable String email,
      @Nullable String zone,
      Kind kind,
      boolean deleted,
      @Nullable String teamId,
      @Nullable String company,
      String status,
      boolean actor) {
    return new Member(
        id,
        name,
        realName,
        displayName,
        title,
        email,
        zone,
        kind,
        deleted,
        teamId,
        company,
        status,
        actor);
  }
}

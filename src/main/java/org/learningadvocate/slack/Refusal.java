package org.learningadvocate.slack;

import java.util.Set;

/** What kind of no Slack says, and what an admin can do about it. */
enum Refusal {
  /** What it is about is gone. */
  GONE,
  /** The place is closed to us until somebody acts there. */
  PLACE,
  /** Our token is refused. */
  TOKEN,
  /** Our token may not do this. */
  SCOPE,
  /** Says nothing about the call itself. */
  PASSING,
  /** The call itself is wrong: no retry mends it. */
  CONTENT;

  private static final Set<String> PLACES =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "is_inactive",
          "thread_not_found",
          "cannot_reply_to_message",
          "thread_locked",
          "messages_tab_disabled",
          "user_not_found",
          "user_disabled",
          "user_not_visible",
          "cannot_dm_bot",
          "cant_update_message",
          "edit_window_closed",
          "too_many_reactions",
          "too_many_emoji",
          "not_reactable",
          "as_user_not_supported");

  static Refusal of(String error) {
    if (error.equals("message_not_found")) {
      return GONE;
    }
    if (PLACES.contains(error) || error.startsWith("restricted_action")) {
      return PLACE;
    }
    return switch (error) {
      case "not_authed",
          "invalid_auth",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "org_login_required",
          "team_access_not_granted" ->
          TOKEN;
      case "missing_scope", "not_allowed_token_type", "no_permission", "not_enabled" -> SCOPE;
      case "request_timeout", "team_added_to_org", "accesslimited", "hash_conflict" -> PASSING;
      default -> error.startsWith("http_") ? PASSING : CONTENT;
    };
  }

  /** What to do about it, for doctor and the log. */
  static String remedy(String error) {
    return switch (error) {
      case "channel_not_found" ->
          "no such channel, or a private one that the bot is not in; check its id and invite the"
              + " bot";
      case "not_in_channel" -> "invite the bot to the channel";
      case "is_archived" -> "the channel is archived; unarchive it or name another one";
      case "thread_locked", "thread_not_found", "cannot_reply_to_message" ->
          "nobody can reply there";
      case "messages_tab_disabled" -> "switch on the Messages tab in the app's settings";
      case "not_enabled" -> "switch on the Home tab in the app's settings";
      case "edit_window_closed" ->
          "the workspace lets nobody edit messages of that age; an admin can change that";
      case "cant_update_message" -> "the message is not ours";
      case "missing_scope", "not_allowed_token_type", "no_permission" ->
          "give the app the scopes of manifest.yml and install it again";
      case "user_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot" ->
          "the person cannot be reached";
      case "too_many_reactions", "too_many_emoji", "not_reactable" ->
          "Slack takes no more reactions there";
      default ->
          error.startsWith("restricted_action")
              ? "an admin restricted who may post there; let the bot post, or name another channel"
              : of(error) == TOKEN
                  ? "install the app again and set SLACK_BOT_TOKEN"
                  : "the channel takes no message from the bot";
    };
  }
}

package org.learningadvocate.chat;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A member of the workspace.
 *
 * @param id Slack's user id
 * @param name the display name, never empty
 * @param zone where the person works; null where Slack does not say
 * @param admin whether an admin or owner of the workspace
 * @param outsider whether of another company, or a guest
 * @param gone whether deactivated
 */
public record Person(
    String id, String name, @Nullable ZoneId zone, boolean admin, boolean outsider, boolean gone) {}

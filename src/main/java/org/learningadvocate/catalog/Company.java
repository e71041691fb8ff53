package org.learningadvocate.catalog;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A company as its file describes it.
 *
 * @param name how the company calls itself
 * @param zone the zone its dates are meant in
 * @param locale how its people write dates
 * @param catalogue what it has documented
 */
public record Company(String name, ZoneId zone, Locale locale, Catalogue catalogue) {}

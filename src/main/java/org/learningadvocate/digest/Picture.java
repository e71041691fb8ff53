package org.learningadvocate.digest;

/**
 * A picture to be shown in a chat.
 *
 * @param png the file's bytes; not copied, since nobody changes them
 * @param width in pixels
 * @param height in pixels
 * @param title what stands above it
 * @param alt what it shows, in words, up to 1,000 characters
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying megabytes helps nobody
public record Picture(byte[] png, int width, int height, String title, String alt) {}

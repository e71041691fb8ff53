package org.learningadvocate.digest;

import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.learningadvocate.chat.Pictures;
import org.learningadvocate.delivery.Carrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the picture of the next three months into the digest's thread once its text stands. At most
 * once and never in the way: where it cannot be made, the text is there without it.
 */
public final class PictureBelow implements Carrier {

  private static final Logger log = LoggerFactory.getLogger(PictureBelow.class);

  private static final Pattern DIGEST = Pattern.compile("digest:\\d{4}-W\\d{2}");

  private final Carrier carrier;
  private final WeeklyDigest digest;
  private final Pictures pictures;

  public PictureBelow(Carrier carrier, WeeklyDigest digest, Pictures pictures) {
    this.carrier = carrier;
    this.digest = digest;
    this.pictures = pictures;
  }

  @Override
  public Carried carry(Claim claim) {
    var carried = carrier.carry(claim);
    if (claim.ts() == null
        && DIGEST.matcher(claim.slot().name()).matches()
        && carried instanceof Carried.Stands stands) {
      var place = stands.place();
      if (place != null) {
        // Lost, the digest works without it, so there is no outcome to wait for.
        var unused =
            CompletableFuture.runAsync(() -> show(place))
                .whenComplete(
                    (done, failure) -> {
                      if (failure != null) {
                        log.warn("Could not draw the digest's picture; the words stand", failure);
                      }
                    });
      }
    }
    return carried;
  }

  @Override
  public Carried remove(String team, Place twin) {
    return carrier.remove(team, twin);
  }

  private void show(Place place) {
    digest
        .picture()
        .ifPresent(
            picture ->
                pictures.show(
                    place.channel(),
                    place.ts(),
                    "next-three-months.png",
                    picture.title(),
                    picture.alt(),
                    picture.png()));
  }
}

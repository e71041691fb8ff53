package org.learningadvocate.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.learningadvocate.chat.Pictures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploads pictures in Slack's three steps. Safe for many threads. */
final class SlackPictures implements Pictures {

  private static final Logger log = LoggerFactory.getLogger(SlackPictures.class);
  private static final MediaType PNG = MediaType.get("image/png");

  private final SlackApi api;

  SlackPictures(SlackApi api) {
    this.api = api;
  }

  @Override
  public boolean show(
      String channel, @Nullable String thread, String name, String title, String alt, byte[] png) {
    Reply<FilesGetUploadURLExternalResponse> place =
        api.ask(
            "files.getUploadURLExternal",
            methods ->
                methods.filesGetUploadURLExternal(
                    request ->
                        request
                            .filename(name)
                            .length(png.length)
                            .altTxt(
                                Mrkdwn.clip(
                                    alt.codePoints().mapToObj(Character::toString).toList(),
                                    1_000))));
    if (!place.isOk()) {
      return failed(channel, place.reason());
    }
    @Nullable HttpUrl url = HttpUrl.parse(place.get().getUploadUrl());
    if (url == null) {
      return failed(channel, "no address to upload to");
    }
    var upload = new Request.Builder().url(url).post(RequestBody.create(png, PNG)).build();
    try (var response = api.http().newCall(upload).execute()) {
      if (!response.isSuccessful()) {
        return failed(channel, "the upload was answered " + response.code());
      }
    } catch (IOException e) {
      return failed(channel, "the upload broke: " + e.getMessage());
    }
    Reply<FilesCompleteUploadExternalResponse> done =
        api.ask(
            "files.completeUploadExternal",
            methods ->
                methods.filesCompleteUploadExternal(
                    request ->
                        request
                            .files(
                                List.of(
                                    FileDetails.builder()
                                        .id(place.get().getFileId())
                                        .title(title)
                                        .build()))
                            .channelId(channel)
                            .threadTs(thread)));
    return done.isOk() || failed(channel, done.reason());
  }

  private static boolean failed(String channel, String why) {
    log.warn("Could not show a picture in {} ({}); the words stand without it", channel, why);
    return false;
  }
}

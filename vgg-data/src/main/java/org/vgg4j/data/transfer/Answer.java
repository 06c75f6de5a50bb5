package org.vgg4j.data.transfer;

import java.io.IOException;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vgg4j.core.Problem;

/**
 * What a server answers when it is asked for a file, or for the rest of it.
 *
 * @param file what was asked for
 * @param had bytes that were there before
 * @param info status and headers
 */
record Answer(RemoteFile file, long had, ResponseInfo info) {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+)");

  /**
   * Where in the file the body begins: 0 where a server has no notion of ranges.
   *
   * @throws IOException if another attempt may bring a better answer
   * @throws Problem if it can't
   */
  long start() throws IOException {
    return switch (info.statusCode()) {
      case 200 -> whole();
      case 206 -> rest();
      case 408, 416, 425, 429, 500, 502, 503, 504 ->
          throw new IOException("the server answers with status " + info.statusCode());
      default ->
          throw Problem.data(
              file.url().toString(),
              "the server answers with status " + info.statusCode(),
              "check the address and the proxy, or name a mirror by --url");
    };
  }

  private long whole() {
    OptionalLong length = info.headers().firstValueAsLong("Content-Length");
    checkLength(length.orElse(file.bytes()));
    return 0;
  }

  private long rest() throws IOException {
    String range = info.headers().firstValue("Content-Range").orElse("");
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) != had) {
      throw new IOException("asked for bytes from " + had + ", the server sends '" + range + "'");
    }
    checkLength(Long.parseLong(matcher.group(2)));
    return had;
  }

  private void checkLength(long length) {
    if (length != file.bytes()) {
      throw tooLongOrShort(file, "has " + length + " bytes there");
    }
  }

  /** A file that can't be the published one. */
  static Problem tooLongOrShort(RemoteFile file, String what) {
    return Problem.data(
        file.url().toString(),
        what + ", not the published " + file.bytes(),
        "the file was replaced, or a page of a proxy came instead; name a mirror by --url");
  }
}

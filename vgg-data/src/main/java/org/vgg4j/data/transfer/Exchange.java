package org.vgg4j.data.transfer;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vgg4j.core.Problem;

/** One question to a server, for a file or what is missing of it, and its answer. */
final class Exchange implements AutoCloseable {
  private final RemoteFile file;
  private final Progress progress;
  private final FileChannel part;
  private final PartWriter writer;
  private final long had;

  /**
   * An exchange that adds to {@code part}.
   *
   * @throws IOException if the file can't be opened
   */
  Exchange(RemoteFile file, Path part, Progress progress) throws IOException {
    this.file = file;
    this.progress = progress;
    this.part = FileChannel.open(part, CREATE, WRITE);
    this.writer = new PartWriter(file, this.part, progress);
    this.had = this.part.size();
  }

  /**
   * Receives what is missing.
   *
   * @throws IOException if the connection broke; what came until then is kept
   * @throws Problem if it is of no use to try again
   */
  void run(HttpClient client, Duration silence) throws IOException, InterruptedException {
    if (had == file.bytes()) {
      return;
    }
    CompletableFuture<?> answer = client.sendAsync(request(silence), this::receive);
    try {
      await(answer, silence);
    } finally {
      answer.cancel(true);
    }
    if (part.size() < file.bytes()) {
      throw new IOException("the answer ended after " + part.size() + " of " + file.bytes());
    }
  }

  private HttpRequest request(Duration silence) {
    HttpRequest.Builder request = HttpRequest.newBuilder(file.url()).timeout(silence);
    return had == 0 ? request.build() : request.header("Range", "bytes=" + had + "-").build();
  }

  private BodySubscriber<Void> receive(ResponseInfo info) {
    try {
      long start = new Answer(file, had, info).start();
      progress.moved(start - had);
      part.truncate(start).position(start);
      return writer;
    } catch (IOException | Problem e) {
      return writer.refusing(e);
    }
  }

  private void await(CompletableFuture<?> answer, Duration silence)
      throws IOException, InterruptedException {
    long before = -1;
    // The file's size tells nothing: it falls where a server sends all again.
    while (writer.written() > before) {
      before = writer.written();
      if (isOver(answer, silence)) {
        return;
      }
    }
    throw new IOException("nothing came for " + silence.toSeconds() + " s");
  }

  private static boolean isOver(CompletableFuture<?> answer, Duration patience)
      throws IOException, InterruptedException {
    try {
      answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      Throwables.throwIfInstanceOf(Throwables.getRootCause(e), Problem.class);
      throw new IOException(e.getCause());
    }
  }

  /** What comes later, from a connection given up, is no longer written. */
  @Override
  public void close() throws IOException {
    part.close();
  }
}

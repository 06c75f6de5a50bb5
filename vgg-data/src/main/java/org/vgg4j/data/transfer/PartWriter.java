package org.vgg4j.data.transfer;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;

/** Appends the body of an answer to a file, and gives up at the first trouble. */
final class PartWriter implements BodySubscriber<Void> {
  private final RemoteFile file;
  private final FileChannel part;
  private final Progress progress;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final AtomicLong written = new AtomicLong();
  private @Nullable Subscription subscription;

  PartWriter(RemoteFile file, FileChannel part, Progress progress) {
    this.file = file;
    this.part = part;
    this.progress = progress;
  }

  /** Wants nothing of the body. */
  PartWriter refusing(Exception reason) {
    done.completeExceptionally(reason);
    return this;
  }

  /** Bytes that came until now. */
  long written() {
    return written.get();
  }

  @Override
  public CompletionStage<Void> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Subscription body) {
    subscription = body;
    if (done.isDone()) {
      body.cancel();
    } else {
      body.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        append(buffer);
      }
    } catch (IOException e) {
      fail(
          Problem.data(
                  file.name(),
                  "can't be written (" + e.getMessage() + ")",
                  "free space on the disk or choose another --out; what has come is kept")
              .causedBy(e));
    } catch (Problem e) {
      fail(e);
    }
  }

  private void append(ByteBuffer bytes) throws IOException {
    if (part.position() + bytes.remaining() > file.bytes()) {
      throw Answer.tooLongOrShort(file, "sends more bytes");
    }
    progress.moved(bytes.remaining());
    while (bytes.hasRemaining()) {
      written.addAndGet(part.write(bytes));
    }
  }

  private void fail(Exception reason) {
    if (subscription != null) {
      subscription.cancel();
    }
    done.completeExceptionally(reason);
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    done.complete(null);
  }
}

package org.vgg4j.data.transfer;

import static java.util.Objects.requireNonNullElse;

import com.google.common.util.concurrent.Uninterruptibles;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that answers well, or first in the bad ways that a test asks for. */
final class FileServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean knowsRanges = true;

  /** A bad answer. */
  interface Trouble {
    void answer(HttpExchange exchange, byte[] content, int from) throws IOException;
  }

  FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  RemoteFile put(String name, byte[] content) {
    files.put("/" + name, content);
    return new RemoteFile(url(name), content.length, Checksum.sha256(Digests.sha256(content)));
  }

  URI url(String name) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
  }

  /** The next answers, one after another. */
  FileServer first(Trouble... answers) {
    troubles.addAll(Arrays.asList(answers));
    return this;
  }

  FileServer withoutRanges() {
    knowsRanges = false;
    return this;
  }

  /** The Range header of each request, or a dash. */
  List<String> ranges() {
    return ranges;
  }

  /** Answers with a status and nothing else. */
  static Trouble status(int status) {
    return (exchange, content, from) -> exchange.sendResponseHeaders(status, -1);
  }

  /** Promises all and breaks the connection after some bytes. */
  static Trouble breakAfter(int bytes) {
    return (exchange, content, from) ->
        send(exchange, content, from, content.length - from, from + bytes);
  }

  /** Promises all and sends nothing more after some bytes, as long as this server lives. */
  Trouble silentAfter(int bytes) {
    return (exchange, content, from) -> {
      send(exchange, content, from, content.length - from, from + bytes);
      Uninterruptibles.awaitUninterruptibly(closing);
    };
  }

  /** Sends all, but with pauses. */
  static Trouble slowly(int bytes, Duration pause) {
    return (exchange, content, from) -> {
      exchange.sendResponseHeaders(200, content.length);
      for (int start = 0; start < content.length; start += bytes) {
        int length = Math.min(bytes, content.length - start);
        exchange.getResponseBody().write(content, start, length);
        exchange.getResponseBody().flush();
        Uninterruptibles.sleepUninterruptibly(pause);
      }
    };
  }

  /** Sends a whole but shorter or longer file. */
  static Trouble another(byte[] file) {
    return (exchange, content, from) -> {
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file);
    };
  }

  /** Sends in chunks, without a length, what may be another file. */
  static Trouble chunks(byte[] file) {
    return (exchange, content, from) -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(file);
      exchange.getResponseBody().close();
    };
  }

  /** Sends the rest from another position than the one asked for. */
  static Trouble fromElsewhere() {
    return (exchange, content, from) -> send(exchange, content, from + 1, -1, content.length);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(requireNonNullElse(range, "-"));
    byte[] content = files.get(exchange.getRequestURI().getPath());
    Trouble trouble = troubles.poll();
    int from = range == null || !knowsRanges ? 0 : start(range);
    try (exchange) {
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (trouble != null) {
        trouble.answer(exchange, content, from);
      } else {
        send(exchange, content, from, content.length - from, content.length);
      }
    }
  }

  private static int start(String range) {
    return Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
  }

  private static void send(HttpExchange exchange, byte[] content, int from, int promised, int to)
      throws IOException {
    int length = promised < 0 ? to - from : promised;
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, length);
    OutputStream body = exchange.getResponseBody();
    body.write(content, from, to - from);
    body.flush();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdown();
  }
}

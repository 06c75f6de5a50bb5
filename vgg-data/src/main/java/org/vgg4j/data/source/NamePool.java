package org.vgg4j.data.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.ImmutableIntArray;
import java.io.ByteArrayOutputStream;

/** Many names in few objects: a million strings would take several times the memory. */
final class NamePool {
  private final byte[] text;
  private final ImmutableIntArray starts;

  private NamePool(byte[] text, ImmutableIntArray starts) {
    this.text = text;
    this.starts = starts;
  }

  static final class Builder {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final ImmutableIntArray.Builder starts = ImmutableIntArray.builder().add(0);

    void add(String name) {
      text.writeBytes(name.getBytes(UTF_8));
      starts.add(text.size());
    }

    NamePool build() {
      return new NamePool(text.toByteArray(), starts.build().trimmed());
    }
  }

  int size() {
    return starts.length() - 1;
  }

  String name(int index) {
    int start = starts.get(index);
    return new String(text, start, starts.get(index + 1) - start, UTF_8);
  }
}

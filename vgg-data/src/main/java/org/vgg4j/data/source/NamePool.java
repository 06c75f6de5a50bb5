package org.vgg4j.data.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.ImmutableIntArray;
import java.io.ByteArrayOutputStream;

/** Many names in few objects: a million strings would take several times the memory. */
public final class NamePool {
  private final byte[] text;
  private final ImmutableIntArray starts;

  private NamePool(byte[] text, ImmutableIntArray starts) {
    this.text = text;
    this.starts = starts;
  }

  /** Collects names in their order. */
  public static final class Builder {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final ImmutableIntArray.Builder starts = ImmutableIntArray.builder().add(0);

    /** Adds the next name. */
    public void add(String name) {
      text.writeBytes(name.getBytes(UTF_8));
      starts.add(text.size());
    }

    /** What was collected. */
    public NamePool build() {
      return new NamePool(text.toByteArray(), starts.build().trimmed());
    }
  }

  /** Number of names. */
  public int size() {
    return starts.length() - 1;
  }

  /** One of the names, by its position. */
  public String name(int index) {
    int start = starts.get(index);
    return new String(text, start, starts.get(index + 1) - start, UTF_8);
  }
}

package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Lists;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pickle may hold. A hostile one can nest containers without end, or in a circle, so they
 * compare by identity, and nobody walks through them.
 */
sealed interface Pickled
    permits Pickled.Container, Pickled.Scalar, TorchGlobal, TorchTensor, TorchStorage {
  /** A value without parts. */
  sealed interface Scalar extends Pickled {}

  /** A value with parts. */
  sealed interface Container extends Pickled {}

  /** A string. */
  record Text(String value) implements Scalar {}

  /** An int or a bool, of any size. */
  record Whole(BigInteger value) implements Scalar {
    static Whole of(long value) {
      return new Whole(BigInteger.valueOf(value));
    }
  }

  /** A value whose content decides nothing: None, floating-point numbers, bytes. */
  enum Opaque implements Scalar {
    INSTANCE
  }

  /** A list, tuple or set. */
  final class Sequence implements Container {
    private final List<Pickled> items;

    /** Takes over a list. */
    Sequence(List<Pickled> items) {
      this.items = items;
    }

    List<Pickled> items() {
      return items;
    }
  }

  /**
   * A dict. Only strings name weights: what has another key is left out. Entries are looked at when
   * they are asked for, so that to make many dicts of one long list takes no memory.
   */
  final class Mapping implements Container {
    private final Sequence pairs;
    private final List<Pickled> keysAndValues = new ArrayList<>(0);

    /** Starts as the pairs of a list. */
    Mapping(Sequence pairs) {
      this.pairs = pairs;
    }

    void put(Pickled key, Pickled value) {
      keysAndValues.add(key);
      keysAndValues.add(value);
    }

    /** What has strings as keys. */
    Map<String, Pickled> entries() {
      Map<String, Pickled> entries = new LinkedHashMap<>();
      for (Pickled pair : pairs.items()) {
        checkArgument(
            pair instanceof Sequence keyAndValue && keyAndValue.items().size() == 2,
            "a dict is made of what are no pairs");
        addTo(entries, ((Sequence) pair).items());
      }
      Lists.partition(keysAndValues, 2).forEach(pair -> addTo(entries, pair));
      return entries;
    }

    private static void addTo(Map<String, Pickled> entries, List<Pickled> pair) {
      if (pair.get(0) instanceof Text text) {
        entries.put(text.value(), pair.get(1));
      }
    }
  }
}

package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.UnmodifiableIterator;
import java.util.Iterator;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.experiments.Preset;

/** What a shell may offer to complete a word with; picocli makes these objects. */
final class Candidates {
  private Candidates() {}

  /** Names of tables. */
  static final class Experiments implements Iterable<String> {
    private static final ImmutableList<String> OTHERS = ImmutableList.of("table1", "table2", "all");

    @Override
    public Iterator<String> iterator() {
      return Iterables.concat(OTHERS, org.vgg4j.experiments.Experiments.NAMES).iterator();
    }
  }

  /** Names of the shipped networks. */
  static final class Networks implements Iterable<String> {
    @Override
    public UnmodifiableIterator<String> iterator() {
      return NetworkCatalogue.shipped().names().iterator();
    }
  }

  /** Names of presets. */
  static final class Presets implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Preset.NAMES.iterator();
    }
  }
}

package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.UnmodifiableIterator;
import java.util.Iterator;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.experiments.Preset;
import org.vgg4j.experiments.SpecTable;

/** What a shell may offer to complete a word with; picocli makes these objects. */
final class Candidates {
  private Candidates() {}

  /** Names of tables. */
  static final class Experiments implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ImmutableList.<String>builder()
          .addAll(SpecTable.NAMES)
          .addAll(org.vgg4j.experiments.Experiments.NAMES)
          .add("all")
          .build()
          .iterator();
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

package org.vgg4j.experiments.doctor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Seed;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.Reading;
import org.vgg4j.data.Resources;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;
import org.vgg4j.data.source.StratifiedSample;
import org.vgg4j.data.statistics.Verification;
import org.vgg4j.experiments.table.Numbers;

/**
 * A data set: its layout, its size, and what is wrong with a sample of its images.
 *
 * @param location where it lies
 */
record DataHealth(String location, Reading reading) {
  private static final String SUBJECT = "data";
  private static final int SAMPLE = 200;
  private static final int MOST_TOLD = 3;

  List<Finding> findings() {
    try (DataSource source = DataSource.open(location, reading, Resources.threads(1))) {
      ImmutableList.Builder<Finding> findings = ImmutableList.builder();
      findings.add(size(source));
      source.notes().stream()
          .limit(MOST_TOLD)
          .forEach(note -> findings.add(Finding.warning(SUBJECT, note, "see docs/data.md")));
      return findings.addAll(sample(source)).build();
    } catch (Problem e) {
      return ImmutableList.of(
          Finding.missing(SUBJECT, String.valueOf(e.getMessage()), "see docs/data.md"));
    }
  }

  private static Finding size(DataSource source) {
    String splits =
        source.splits().values().stream()
            .map(split -> Numbers.whole(split.size()) + " " + split.name())
            .collect(Collectors.joining(", "));
    int classes = source.any().classes().size();
    String what = "%s: %s images of %d classes".formatted(source.layout(), splits, classes);
    boolean whole = source.splits().keySet().containsAll(List.of(Split.TRAIN, Split.VAL));
    return whole
        ? Finding.ok(SUBJECT, what)
        : Finding.warning(SUBJECT, what, "training and tests want the splits train and val");
  }

  private static List<Finding> sample(DataSource source) {
    Map<Split, ImageDataset> some =
        ImmutableMap.copyOf(
            Maps.transformValues(
                source.splits(), split -> StratifiedSample.of(split, SAMPLE, new Seed(1))));
    Verification verification = Verification.of(some, 1, done -> {});
    if (verification.problems().isEmpty()) {
      String all = Numbers.whole(verification.images());
      return ImmutableList.of(Finding.ok(SUBJECT, "a sample of " + all + " images can be decoded"));
    }
    return verification.problems().stream()
        .limit(MOST_TOLD)
        .map(bad -> Finding.missing(SUBJECT, bad.what(), "vgg data verify lists them all"))
        .toList();
  }
}

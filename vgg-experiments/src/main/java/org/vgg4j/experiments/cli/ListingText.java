package org.vgg4j.experiments.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vgg4j.experiments.aid.FolderListing;
import org.vgg4j.experiments.aid.FolderListing.TableListing;
import org.vgg4j.experiments.aid.RunListing;
import org.vgg4j.experiments.aid.RunState;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;

/**
 * What lies in an output folder, for people.
 *
 * @param now what ages are counted from
 */
record ListingText(FolderListing listing, Instant now) {

  String text() {
    long bytes = listing.runs().stream().mapToLong(RunListing::bytes).sum();
    return runs().markdown()
        + "\n%d runs, %s%s%n%n"
            .formatted(
                listing.runs().size(),
                Numbers.bytes(bytes),
                listing.inUse() ? "; a process uses the folder" : "")
        + tables().markdown();
  }

  private TextTable runs() {
    TextTable table =
        new TextTable(
            "run", "state", "network", "S", "seed", "best", "last", "size", "age", "tables");
    for (RunListing run : listing.runs()) {
      table.row(
          run.run(),
          state(run),
          run.network(),
          run.trainScale(),
          run.seed(),
          percent(run.bestTop1()),
          percent(run.lastTop1()),
          Numbers.bytes(run.bytes()),
          age(run.changed()),
          String.join(" ", run.tables()));
    }
    return table;
  }

  private static String state(RunListing run) {
    String word = run.state().name().toLowerCase(Locale.ROOT);
    return run.state() == RunState.FINISHED || run.state() == RunState.DAMAGED
        ? word
        : "%s, epoch %d/%s"
            .formatted(word, run.epochs(), run.atMost() == 0 ? "?" : "" + run.atMost());
  }

  private static String percent(@Nullable Double error) {
    return error == null ? "-" : Numbers.oneDecimal(error);
  }

  private TextTable tables() {
    TextTable table = new TextTable("table", "preset", "rows", "written", "age");
    for (TableListing it : listing.tables()) {
      String name = it.problem() == null ? it.table() : it.table() + " (can't be read)";
      table.row(name, it.preset(), it.rows(), it.changed().substring(0, 10), age(it.changed()));
    }
    return table;
  }

  private String age(String instant) {
    Duration age = Duration.between(Instant.parse(instant), now);
    if (age.toHours() < 1) {
      return Math.max(0, age.toMinutes()) + " min";
    }
    return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
  }
}

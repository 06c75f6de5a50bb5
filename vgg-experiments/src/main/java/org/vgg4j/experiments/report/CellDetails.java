package org.vgg4j.experiments.report;

import static org.vgg4j.experiments.table.Numbers.oneDecimal;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.vgg4j.experiments.aid.ShellCommand;
import org.vgg4j.experiments.table.Cell;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.Result;
import org.vgg4j.experiments.table.Result.Part;
import org.vgg4j.experiments.table.Result.SeedResult;
import org.vgg4j.experiments.table.ResultsTable;

/** What made a cell: a button that shows it, and what is shown; no script is needed. */
record CellDetails(ResultsTable table, int row) {
  private Cell cell() {
    return table.cells().get(row);
  }

  private String id() {
    return Section.idOf(table.name()) + "-row-" + (row + 1);
  }

  /** Our error, which opens the details; a dash where there is none. */
  Markup button() {
    Result result = cell().result();
    if (result == null) {
      return new Markup().text("–");
    }
    return new Markup()
        .open(
            "button",
            Attribute.of("popovertarget", id()),
            Attribute.of("title", "What made this cell"))
        .text(oneDecimal(result.top1()))
        .close("button")
        .add(TableSection.interval(result.interval().top1()));
  }

  /** The details, which lie above the page when they are asked for. */
  Markup markup() {
    Result result = cell().result();
    if (result == null) {
      return new Markup();
    }
    Markup details =
        new Markup()
            .open("aside", Attribute.of("id", id()), new Attribute("popover", "auto"))
            .element("h3", table.title() + ": " + name())
            .open("dl");
    facts(details, result);
    fact(details, "data", table.provenance().data() + ", " + table.provenance().dataHash());
    fact(details, "program", table.provenance().version());
    fact(details, "machine", machine());
    fact(details, "all of it", command("explain"));
    fact(details, "made anew", command("verify"));
    return details.close("dl").close("aside");
  }

  private void facts(Markup details, Result result) {
    fact(details, "images", Numbers.whole(result.images()));
    for (SeedResult seed : result.seeds()) {
      fact(
          details,
          "seed " + seed.seed(),
          "top-1 " + oneDecimal(seed.top1()) + " %, top-5 " + oneDecimal(seed.top5()) + " %");
    }
    result.parts().forEach(part -> facts(details, part));
    fact(details, "training", Numbers.duration(result.seconds()));
    if (!result.deviations().isEmpty()) {
      fact(details, "other than the paper", Joiner.on("; ").join(result.deviations()));
    }
  }

  private static void facts(Markup details, Part part) {
    fact(details, "test", part.network() + " S=" + part.trainScale() + ", " + part.protocol());
    fact(details, "weights", part.weights());
    Optional.ofNullable(part.published()).ifPresent(p -> fact(details, "published", p.text()));
    fact(details, "posteriors", part.posteriors());
  }

  private String machine() {
    return table.provenance().device()
        + ", "
        + table.provenance().system()
        + ", TensorFlow "
        + table.provenance().tensorFlow();
  }

  /** S and Q as well, as one network may have several rows. */
  private String command(String verb) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    words.add("vgg", verb, "OUT", table.name(), cell().label());
    if (!cell().trainScale().isEmpty()) {
      words.add("S=" + cell().trainScale(), "Q=" + cell().testScale());
    }
    return new ShellCommand(words.build()).text();
  }

  private String name() {
    return cell().trainScale().isEmpty()
        ? cell().label()
        : cell().label() + ", S = " + cell().trainScale();
  }

  private static void fact(Markup details, String name, String value) {
    details.element("dt", name).element("dd", value);
  }
}

package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vgg4j.core.Problem;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.statistics.SameContent;
import org.vgg4j.data.statistics.Verification;
import org.vgg4j.experiments.table.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg data verify}. */
@Command(
    name = "verify",
    description = "Decodes every image and lists all that can't be decoded.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Ends with exit code 3 if an image can't be decoded. Images that are there twice, in train and",
      "val or under two labels, and images of a single colour are listed too, but fail nothing.",
      "",
      "Examples:",
      "  vgg data verify imagenette-160",
      "  vgg data verify photographs --layout flat --json"
    })
final class DataVerifyCommand implements Callable<Integer> {
  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Mixin private DatasetOptions dataset = new DatasetOptions();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (DataSource source = dataset.openWhole()) {
      Verification verification = verification(source);
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? Json.of(verification) : text(verification));
      out.flush();
      return verification.problems().isEmpty() ? 0 : Problem.Kind.DATA.exitCode();
    }
  }

  private Verification verification(DataSource source) {
    int images = source.splits().values().stream().mapToInt(ImageDataset::size).sum();
    try (TransferDisplay display = progress.images(spec.commandLine().getErr())) {
      display.starts("decoding " + dataset.location(), images);
      return Verification.of(source.splits(), dataset.threads(), display::moved);
    }
  }

  private static String text(Verification verification) {
    StringBuilder text = new StringBuilder();
    verification.problems().forEach(bad -> text.append(bad.what()).append('\n'));
    verification.sameContent().forEach(same -> text.append(text(same)).append('\n'));
    verification
        .constant()
        .forEach(id -> text.append("of a single colour: ").append(id).append('\n'));
    return text + summary(verification);
  }

  private static String text(SameContent same) {
    return "the same image"
        + (same.leaks() ? " in train and val" : "")
        + (same.contradicts() ? " under different labels" : "")
        + ": "
        + String.join(", ", same.ids());
  }

  private static String summary(Verification verification) {
    List<SameContent> same = verification.sameContent();
    return String.format(
        Locale.ROOT,
        "%s images: %s can't be decoded, %s are there more than once"
            + " (%s in train and val, %s under different labels), %s of a single colour%n",
        Numbers.whole(verification.images()),
        Numbers.whole(verification.problems().size()),
        Numbers.whole(same.size()),
        Numbers.whole(same.stream().filter(SameContent::leaks).count()),
        Numbers.whole(same.stream().filter(SameContent::contradicts).count()),
        Numbers.whole(verification.constant().size()));
  }
}

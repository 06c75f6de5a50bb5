package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.data.transfer.Catalogue;
import org.vgg4j.data.transfer.Fetch;
import org.vgg4j.data.transfer.PublicDataset;
import org.vgg4j.experiments.table.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg data fetch}. */
@Command(
    name = "fetch",
    description = "Downloads a public data set, checks it and unpacks it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A download that was broken off goes on where it stopped. A proxy is set by",
      "VGG_JAVA_OPTIONS=\"-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT\". ImageNet can't be",
      "fetched, as it needs a login: see vgg data prepare.",
      "",
      "Examples:",
      "  vgg data fetch                             what there is",
      "  vgg data fetch cifar-10                    into data/cifar-10",
      "  vgg data fetch imagenette-160 --out /data --dry-run",
      "  vgg data fetch cifar-10 --url https://mirror.example.org/files"
    })
final class DataFetchCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DATASET",
      arity = "0..1",
      description = "its name; without one, all names are listed")
  private @Nullable String name;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "where its folder will lie (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("data");

  @Option(
      names = "--url",
      paramLabel = "BASE",
      description = "address of a folder that has the same files, such as a mirror")
  private @Nullable URI base;

  @Option(names = "--dry-run", description = "print what would be fetched; write nothing")
  private boolean dryRun;

  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter terminal = spec.commandLine().getOut();
    if (name == null) {
      Catalogue.all().forEach(dataset -> print(dataset, terminal));
    } else {
      fetch(base == null ? Catalogue.named(name) : Catalogue.named(name).at(checked(base)));
    }
    terminal.flush();
    return 0;
  }

  private static URI checked(URI base) {
    if (!ImmutableList.of("http", "https").contains(String.valueOf(base.getScheme()))) {
      throw Problem.configuration(
          "--url " + base, "is no address of a folder", "write https://HOST/FOLDER");
    }
    return base;
  }

  private static void print(PublicDataset dataset, PrintWriter terminal) {
    terminal.println(
        dataset.name() + ": " + dataset.about() + ", " + Numbers.bytes(dataset.bytes()));
  }

  private void fetch(PublicDataset dataset) {
    PrintWriter terminal = spec.commandLine().getOut();
    Fetch fetch = new Fetch(out);
    print(dataset, terminal);
    terminal.println("terms: " + dataset.terms());
    dataset
        .files()
        .forEach(file -> terminal.println(file.url() + ", " + Numbers.bytes(file.bytes())));
    terminal.println("into: " + fetch.folder(dataset) + (fetch.isDone(dataset) ? ", done" : ""));
    terminal.flush();
    if (!dryRun) {
      try (TransferDisplay display = progress.transfer(spec.commandLine().getErr())) {
        terminal.println("use it by --data " + fetch.fetch(dataset, display));
      }
    }
  }
}

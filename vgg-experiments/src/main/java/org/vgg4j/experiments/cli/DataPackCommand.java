package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.pack.PackFormat;
import org.vgg4j.data.pack.PackSettings;
import org.vgg4j.data.pack.Packing;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.experiments.table.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg data pack}. */
@Command(
    name = "pack",
    description = "Writes a data set as few large files, which disks and networks read faster.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Names, labels and order of the images stay as they are. Without --smallest-side their files",
      "do as well, bit for bit; with it, larger images become JPEG files of quality 0.95, which",
      "changes pixels. A packing that was broken off goes on when it is started again.",
      "",
      "Examples:",
      "  vgg data pack imagenet --to tfrecord --out /data/imagenet-tfrecord",
      "  vgg data pack imagenet --to webdataset --out in-512 --smallest-side 512"
    })
final class DataPackCommand implements Callable<Integer> {
  @Option(names = "--to", required = true, description = "tfrecord or webdataset")
  private PackFormat format = PackFormat.TFRECORD;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "the folder that will hold the shards")
  private Path out = Path.of("");

  @Option(
      names = "--smallest-side",
      paramLabel = "S",
      description = "make larger images smaller, to this side in pixels (default: keep all)")
  private @Nullable Integer smallestSide;

  @Option(
      names = "--images-per-shard",
      paramLabel = "N",
      defaultValue = "1000",
      description = "at most (default: ${DEFAULT-VALUE})")
  private int imagesPerShard;

  @Mixin private DatasetOptions dataset = new DatasetOptions();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PackSettings settings =
        new PackSettings(format, side(), imagesPerShard, dataset.reading().decoding());
    try (DataSource source = dataset.open();
        TransferDisplay display = progress.images(spec.commandLine().getErr())) {
      new Packing(source.splits(), settings, out).run(dataset.threads(), display);
      print(source);
    }
    return 0;
  }

  private OptionalInt side() {
    return smallestSide == null ? OptionalInt.empty() : OptionalInt.of(smallestSide);
  }

  private void print(DataSource source) {
    PrintWriter terminal = spec.commandLine().getOut();
    for (ImageDataset split : source.splits().values()) {
      terminal.println(split.name() + ": " + Numbers.whole(split.size()) + " images");
    }
    terminal.print(DatasetOptions.skipped(source.skipped()));
    terminal.println("use it by --data " + out);
    terminal.flush();
  }
}

package org.vgg4j.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.data.DataSource;
import org.vgg4j.data.source.DatasetManifest;
import org.vgg4j.data.source.ImageDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg data manifest}. */
@Command(
    name = "manifest",
    description = "Identifies the content of a data set: the SHA-256 of each split's manifest.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A manifest has a line for each image: its id, label, bytes and SHA-256, with tabs between.",
      "Equal hashes mean equal images under equal labels in the same order, wherever they lie.",
      "",
      "Examples:",
      "  vgg data manifest imagenette-160",
      "  vgg data manifest imagenet --out imagenet.tsv --cache out"
    })
final class DataManifestCommand implements Callable<Integer> {
  @Option(names = "--out", paramLabel = "FILE", description = "write the lines of all splits here")
  private @Nullable Path out;

  @Mixin private DatasetOptions dataset = new DatasetOptions();
  @Mixin private ProgressOption progress = new ProgressOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter terminal = spec.commandLine().getOut();
    try (DataSource source = dataset.open()) {
      ImmutableMap<String, DatasetManifest> manifests = manifests(source.splits().values());
      if (out != null) {
        write(out, manifests.values());
      }
      manifests.forEach((name, manifest) -> terminal.println(manifest.hash() + "  " + name));
      terminal.flush();
      // Standard output is for the hashes alone.
      spec.commandLine().getErr().print(DatasetOptions.skipped(source.skipped()));
      spec.commandLine().getErr().flush();
    }
    return 0;
  }

  private ImmutableMap<String, DatasetManifest> manifests(Collection<ImageDataset> splits) {
    ImmutableMap.Builder<String, DatasetManifest> manifests = ImmutableMap.builder();
    try (TransferDisplay display = progress.images(spec.commandLine().getErr())) {
      for (ImageDataset split : splits) {
        display.starts("reading " + split.name(), split.size());
        manifests.put(split.name(), split.manifest(display::moved));
      }
    }
    return manifests.buildOrThrow();
  }

  private static void write(Path file, Collection<DatasetManifest> manifests) {
    AtomicFile.write(
        file,
        channel -> {
          Writer writer = Channels.newWriter(channel, UTF_8);
          for (DatasetManifest manifest : manifests) {
            write(manifest, writer);
          }
          writer.flush();
        });
  }

  private static void write(DatasetManifest manifest, Writer writer) throws IOException {
    for (String line : (Iterable<String>) manifest.lines()::iterator) {
      writer.write(line + "\n");
    }
  }
}

package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vgg4j.core.foreign.Convention;
import org.vgg4j.core.foreign.ForeignFile;
import org.vgg4j.core.foreign.ForeignTensor;
import org.vgg4j.core.foreign.KnownFiles;
import org.vgg4j.core.foreign.LikelyNetwork;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.core.weights.TensorFile;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg weights show}. */
@Command(
    name = "show",
    description = "What a file of weights holds, this program's or another's.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  vgg weights show VGG_ILSVRC_16_layers.caffemodel"})
final class WeightsShowCommand implements Callable<Integer> {
  private static final List<Convention> LAYOUTS =
      ImmutableList.of(Convention.parse("pytorch"), Convention.parse("tensorflow"));

  @Mixin private ForeignOptions foreign = new ForeignOptions();

  @Option(
      names = "--crop",
      defaultValue = "224",
      description = "side of the images that it was trained on, in pixels (default: 224)")
  private int crop;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (ForeignFile file = foreign.open()) {
      out.print(tensors(file).markdown());
      out.println();
      out.printf("format   %s%n", file.format());
      out.printf("values   %s%n", Numbers.whole(values(file)));
      KnownFiles.remark(foreign.file()).ifPresent(remark -> out.printf("known    %s%n", remark));
      Optional<NetworkManifest> manifest = ownManifest(file);
      manifest.ifPresentOrElse(ours -> print(ours, out), () -> printLikely(file, out));
    }
    out.flush();
    return 0;
  }

  private static TextTable tensors(ForeignFile file) {
    TextTable table = new TextTable("tensor", "shape", "values");
    for (ForeignTensor tensor : file.tensors()) {
      table.row(tensor.name(), tensor.shape(), Numbers.whole(tensor.elements()));
    }
    return table;
  }

  private static long values(ForeignFile file) {
    return file.tensors().stream().mapToLong(ForeignTensor::elements).sum();
  }

  private Optional<NetworkManifest> ownManifest(ForeignFile file) {
    if (!file.format().equals("safetensors")) {
      return Optional.empty();
    }
    TensorFile tensors = TensorFile.open(foreign.file());
    return tensors.metadata().containsKey("network")
        ? Optional.of(NetworkManifest.of(tensors))
        : Optional.empty();
  }

  private static void print(NetworkManifest ours, PrintWriter out) {
    out.printf("network  %s%n", ours.network());
    out.printf("classes  %d%s%n", ours.network().classes(), names(ours.classNames()));
    out.printf("crop     %d%n", ours.crop());
    out.printf("mean     %s (R, G, B)%n", ours.preprocessing().mean());
    out.printf("scale    %s%n", ours.preprocessing().factors());
    ours.source().forEach((key, value) -> out.printf("source   %s %s%n", key, value));
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? ", without names" : ": " + String.join(", ", names);
  }

  private void printLikely(ForeignFile file, PrintWriter out) {
    Optional<NetworkSpec> likely =
        LAYOUTS.stream()
            .flatMap(known -> LikelyNetwork.of(file.tensors(), known.layout(), crop).stream())
            .findFirst();
    out.printf(
        "network  %s%n",
        likely
            .map(network -> "%s with %d classes".formatted(network.name(), network.classes()))
            .orElse("none of the shipped ones at their full width"));
  }
}

package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vgg4j.core.PlainText;
import org.vgg4j.core.foreign.Convention;
import org.vgg4j.core.foreign.ForeignFile;
import org.vgg4j.core.foreign.ForeignTensor;
import org.vgg4j.core.foreign.KnownFiles;
import org.vgg4j.core.foreign.LikelyNetwork;
import org.vgg4j.core.foreign.StatedWeights;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.weights.NetworkManifest;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Mixin private CropOption crop = new CropOption();

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
      int side = crop.or(Optional.empty());
      foreign.stated().ifPresentOrElse(it -> print(it, out), () -> printLikely(file, side, out));
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

  private static void print(StatedWeights stated, PrintWriter out) {
    NetworkManifest ours = stated.manifest();
    out.printf("network  %s%n", ours.network());
    out.printf("classes  %d%s%n", ours.network().classes(), names(ours.classNames()));
    out.printf("crop     %d%n", ours.crop());
    out.printf(
        "mean     %s (%s)%n",
        ours.preprocessing().mean(),
        String.join(", ", stated.channels().arranged(List.of("R", "G", "B"))));
    out.printf("scale    %s%n", ours.preprocessing().factors());
    ours.source()
        .forEach((key, value) -> out.println(PlainText.of("source   " + key + " " + value)));
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? ", without names" : ": " + PlainText.of(String.join(", ", names));
  }

  private static void printLikely(ForeignFile file, int crop, PrintWriter out) {
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

package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import org.vgg4j.core.spec.ConvolutionStack;
import org.vgg4j.core.spec.MemoryEstimate;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkNotation;
import org.vgg4j.core.spec.NetworkReport;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.core.spec.PaperNetworks;
import org.vgg4j.core.spec.StackComparison;
import org.vgg4j.experiments.table.Numbers;
import org.vgg4j.experiments.table.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg network}. */
@Command(
    name = "network",
    description = "Shows networks without building them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | show | compare)",
    footer = {
      "",
      "Examples:",
      "  vgg network list",
      "  vgg network show D --batch 64",
      "  vgg network compare \"conv3 conv3 conv3\" \"conv7\" --channels 512"
    })
final class NetworkCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "list",
      description = "Every known network with its size at 224 pixels.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  vgg network list --networks mine.txt"})
  void list(@Mixin NetworksOption networks) {
    NetworkCatalogue catalogue = networks.catalogue();
    TextTable table =
        new TextTable("network", "weight layers", "parameters", "G multiply-adds", "definition");
    for (String name : catalogue.names()) {
      NetworkSpec network = catalogue.network(name);
      table.row(
          name,
          network.weightLayers(),
          Numbers.whole(network.parameterCount(PaperNetworks.CROP)),
          Numbers.billions(network.multiplyAdds(PaperNetworks.CROP)),
          NetworkNotation.print(catalogue.definition(name)));
    }
    out().print(table.markdown());
    out().flush();
  }

  @Command(
      name = "show",
      description =
          "A network layer by layer: shapes, parameters, multiply-adds, receptive fields.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  vgg network show D --input 384 --batch 64"})
  void show(
      @Parameters(
              paramLabel = "NETWORK",
              completionCandidates = Candidates.Networks.class,
              description = "name of the network")
          String name,
      @Option(names = "--input", defaultValue = "224", description = "side of the images in pixels")
          int input,
      @Option(names = "--batch", defaultValue = "1", description = "images in memory at once")
          int batch,
      @Mixin NetworksOption networks) {
    NetworkSpec network = networks.catalogue().network(name);
    NetworkReport report = NetworkReport.of(network, input);
    PrintWriter out = out();
    out.println(NetworkNotation.print(network));
    out.println();
    out.print(layers(report).markdown());
    out.println();
    out.printf("parameters       %s%n", Numbers.whole(report.parameters()));
    out.printf("multiply-adds    %s G an image%n", Numbers.billions(report.multiplyAdds()));
    MemoryEstimate memory = MemoryEstimate.of(network, input, batch);
    out.printf(
        "memory, batch %d  %s for inference, %s for training (at least)%n",
        batch, Numbers.bytes(memory.inference()), Numbers.bytes(memory.training()));
    out.flush();
  }

  private static TextTable layers(NetworkReport report) {
    TextTable table =
        new TextTable(
            "layer",
            "notation",
            "output",
            "parameters",
            "M multiply-adds",
            "field",
            "stride",
            "activations");
    for (NetworkReport.Row row : report.rows()) {
      table.row(
          row.name(),
          row.notation(),
          row.output(),
          Numbers.whole(row.parameters()),
          Numbers.millions(row.multiplyAdds()),
          row.receptiveField().size(),
          row.receptiveField().stride(),
          Numbers.bytes(row.activationBytes()));
    }
    return table;
  }

  @Command(
      name = "compare",
      description = "The argument of section 2.3: what two stacks of convolutions cost and see.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  vgg network compare \"conv3 conv3 conv3\" \"conv7\" --channels 512"
      })
  void compare(
      @Parameters(paramLabel = "STACK", description = "such as \"conv3 conv3 conv3\"") String first,
      @Parameters(paramLabel = "STACK", description = "such as \"conv7\"") String second,
      @Option(names = "--channels", defaultValue = "512", description = "of every layer")
          int channels) {
    StackComparison comparison =
        new StackComparison(
            ConvolutionStack.parse(first), ConvolutionStack.parse(second), channels);
    TextTable table =
        new TextTable("stack", "weights", "in C^2", "receptive field", "rectifications");
    row(table, first, comparison.first(), channels);
    row(table, second, comparison.second(), channels);
    PrintWriter out = out();
    out.print(table.markdown());
    out.println();
    out.printf(
        "%s has %s%% the weights of %s, and sees %s.%n",
        second,
        Numbers.oneDecimal(100 + comparison.extraWeightsPercent()),
        first,
        comparison.seesTheSame() ? "the same field" : "another field");
    out.flush();
  }

  private static void row(TextTable table, String text, ConvolutionStack stack, int channels) {
    table.row(
        text,
        Numbers.whole(stack.weights(channels)),
        stack.weights(1),
        stack.receptiveField(),
        stack.rectifications());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

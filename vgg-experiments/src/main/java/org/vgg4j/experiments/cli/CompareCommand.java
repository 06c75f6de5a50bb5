package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.vgg4j.eval.statistics.Bootstrap;
import org.vgg4j.eval.statistics.ComparisonFamily;
import org.vgg4j.experiments.table.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg compare}. */
@Command(
    name = "compare",
    description = "Says which differences between networks are real, from their posteriors.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Differences are second minus first in percentage points: below 0 the second is better.",
      "Tests are two-sided. docs/statistics.md describes every number.",
      "",
      "Examples:",
      "  vgg compare a.safetensors d.safetensors",
      "  vgg compare a.safetensors d.safetensors e.safetensors --top 5 --holm",
      "  vgg compare a1.safetensors,a2.safetensors d1.safetensors,d2.safetensors"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "STORE",
      arity = "2..*",
      description = "posteriors of one network on the same images; several seeds with commas")
  private List<String> stores = List.of();

  @Option(
      names = "--holm",
      description = "judge all pairs as one family, by Holm's p, and give ties the same letter")
  private boolean holm;

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  @Mixin private TopOption top = new TopOption();
  @Mixin private BootstrapOptions bootstrap = new BootstrapOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Bootstrap draws = bootstrap.bootstrap();
    ImmutableList<Network> networks = Network.readAll(stores);
    int k = top.in(networks.get(0).seeds().get(0));
    String report =
        networks.stream().anyMatch(Network::hasSeeds)
            ? ofSeeds(networks, SeedFamily.of(networks, k, draws))
            : ofPairs(networks, k, draws);
    remark(networks, draws);
    PrintWriter out = spec.commandLine().getOut();
    out.print(report);
    out.flush();
    return 0;
  }

  private String ofSeeds(List<Network> networks, SeedFamily family) {
    return json ? Json.of(family) : new SeedText(networks, family, holm).toString();
  }

  private String ofPairs(List<Network> networks, int k, Bootstrap draws) {
    ComparisonFamily family =
        ComparisonFamily.of(networks.stream().map(Network::store).toList(), k, draws);
    return json ? Json.of(family) : new PairText(networks, family, holm).toString();
  }

  private void remark(List<Network> networks, Bootstrap draws) {
    PrintWriter err = spec.commandLine().getErr();
    String part = networks.get(0).seeds().get(0).part();
    if (!part.isEmpty()) {
      err.println("PARTIAL: " + part);
    }
    if (!json) {
      err.printf(
          "differences are second minus first, in percentage points; bootstrap: %s resamples,"
              + " seed %d%n",
          Numbers.whole(draws.resamples()), draws.seed().value());
    }
    if (networks.size() > 2 && !holm) {
      err.println("several pairs were tested one by one; --holm judges them as one family");
    }
    err.flush();
  }
}

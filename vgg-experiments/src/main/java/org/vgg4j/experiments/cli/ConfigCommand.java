package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableMap;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.KeyTree;
import org.vgg4j.core.Problem;
import org.vgg4j.core.YamlInspection;
import org.vgg4j.experiments.Difference;
import org.vgg4j.train.Recipe;
import org.vgg4j.train.RecipeSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg config}. */
@Command(
    name = "config",
    description = "Shows, compares and checks recipes.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(print | diff | validate)",
    footer = {
      "",
      "Examples:",
      "  vgg config print paper",
      "  vgg config diff smoke paper",
      "  vgg config validate mine.yaml"
    })
final class ConfigCommand {
  private static final String SOURCE = "NAME|FILE|RUN";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "print",
      description = "The recipe as it is resolved, in YAML: a file for --recipe.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  vgg config print smoke --set training.schedule=cosine --set crop=48"
      })
  void print(
      @Parameters(
              paramLabel = SOURCE,
              description = "paper, mini, smoke, modern, a file, or the folder of a run")
          String source,
      @Mixin SetOption set) {
    out().print(RecipeSource.print(set.applyTo(RecipeSource.read(source))));
    out().flush();
  }

  @Command(
      name = "diff",
      description = {
        "Every key that differs, with both values; exit code 0 where none does, else 1.",
        "Of two runs all that decided the result is compared, else the recipes."
      },
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  vgg config diff smoke paper"})
  int diff(
      @Parameters(paramLabel = SOURCE, description = "the first recipe or run") String first,
      @Parameters(paramLabel = SOURCE, description = "the second") String second) {
    boolean runs = Files.isDirectory(Path.of(first)) && Files.isDirectory(Path.of(second));
    List<Difference> differences =
        runs
            ? Difference.between(run(first), run(second))
            : Difference.between(recipe(first), recipe(second));
    print(differences);
    return differences.isEmpty() ? 0 : 1;
  }

  private static ImmutableMap<String, String> recipe(String source) {
    return KeyTree.of(RecipeSource.read(source)).flat();
  }

  /** The identity only says that something else differs. */
  private static ImmutableMap<String, String> run(String folder) {
    ImmutableMap.Builder<String, String> keys = ImmutableMap.builder();
    for (Map.Entry<String, String> entry : RecipeSource.specOf(Path.of(folder)).flat().entrySet()) {
      if (!entry.getKey().equals("identity")) {
        keys.put(entry.getKey().replaceFirst("^recipe\\.", ""), entry.getValue());
      }
    }
    return keys.buildOrThrow();
  }

  private void print(List<Difference> differences) {
    int keys = differences.stream().mapToInt(d -> d.key().length()).max().orElse(1);
    int values = differences.stream().mapToInt(d -> d.first().length()).max().orElse(1);
    String format = "%-" + keys + "s  %-" + values + "s  %s%n";
    for (Difference difference : differences) {
      out().printf(format, difference.key(), difference.first(), difference.second());
    }
    out().flush();
  }

  @Command(
      name = "validate",
      description = "Names everything that is wrong with a recipe; exit code 2 if anything is.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  vgg config validate mine.yaml"})
  int validate(@Parameters(paramLabel = "FILE", description = "a recipe in YAML") Path file) {
    List<Problem> problems = YamlInspection.of(file, Recipe.shipped("paper"));
    PrintWriter err = spec.commandLine().getErr();
    problems.forEach(problem -> err.println("vgg: " + problem.getMessage()));
    err.flush();
    if (problems.isEmpty()) {
      out().println(file + " is a sound recipe");
      out().flush();
    }
    return problems.isEmpty() ? 0 : Problem.Kind.CONFIGURATION.exitCode();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

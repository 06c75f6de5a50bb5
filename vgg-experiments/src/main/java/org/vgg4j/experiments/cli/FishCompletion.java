package org.vgg4j.experiments.cli;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the shell fish needs to complete commands, options and their values.
 *
 * @param root the program
 */
record FishCompletion(CommandSpec root) {
  /** Whether the words so far begin with a command; fish counts from 1. */
  private static final String HEAD =
      """
      # Completes vgg in fish: save as ~/.config/fish/completions/vgg.fish
      function __vgg_is
          set -l words (commandline -opc)
          set -l last (math (count $argv) + 1)
          test (count $words) -ge $last
          and test "$words[2..$last]" = "$argv"
      end

      function __vgg_at
          set -l words (commandline -opc)
          test (count $words) -eq (math (count $argv) + 1)
          and begin
              test (count $argv) -eq 0
              or __vgg_is $argv
          end
      end

      """;

  String script() {
    StringBuilder script = new StringBuilder(HEAD);
    add(root, "", script);
    return script.toString();
  }

  private static void add(CommandSpec command, String path, StringBuilder script) {
    ImmutableSet.copyOf(command.subcommands().values())
        .forEach(
            sub -> {
              String name = sub.getCommandName();
              String offer = line("__vgg_at" + path) + " -f -a " + quoted(name);
              script.append(offer).append(about(sub.getCommandSpec())).append('\n');
              add(sub.getCommandSpec(), path + " " + name, script);
            });
    if (path.isEmpty()) {
      return;
    }
    command.options().forEach(option -> add(option, path, script));
    command.positionalParameters().stream()
        .filter(parameter -> parameter.completionCandidates() != null)
        .forEach(
            parameter ->
                script
                    .append(line("__vgg_is" + path))
                    .append(values(parameter).replaceFirst(" -x", ""))
                    .append('\n'));
  }

  private static void add(OptionSpec option, String path, StringBuilder script) {
    script.append(line("__vgg_is" + path));
    for (String name : option.names()) {
      script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    String[] description = option.description();
    script.append(values(option));
    script.append(description.length == 0 ? "" : " -d " + quoted(description[0])).append('\n');
  }

  /** Where a value is a file or anything else, fish offers files. */
  private static String values(ArgSpec argument) {
    @Nullable Iterable<String> candidates = argument.completionCandidates();
    if (candidates != null) {
      return " -x -a " + quoted(Joiner.on(' ').join(candidates));
    }
    return argument.arity().max() == 0 ? "" : " -r";
  }

  private static String about(CommandSpec command) {
    String[] description = command.usageMessage().description();
    return description.length == 0 ? "" : " -d " + quoted(description[0]);
  }

  private static String line(String condition) {
    return "complete -c vgg -n " + quoted(condition);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}

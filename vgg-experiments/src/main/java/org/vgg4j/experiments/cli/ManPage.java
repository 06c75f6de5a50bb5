package org.vgg4j.experiments.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vgg4j.experiments.Build;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The man page of a command, as roff with the macros of man(7), from the same words as its help.
 *
 * @param command what it is about
 */
record ManPage(CommandSpec command) {
  private static final ImmutableList<String> EXIT_CODES =
      ImmutableList.of(
          "0|done",
          "1|a check failed",
          "2|wrong usage or configuration",
          "3|data or disk",
          "4|out of memory",
          "130|interrupted",
          "143|terminated");

  /** Such as {@code vgg-weights-import}: what the page is called. */
  String name() {
    return command.qualifiedName("-");
  }

  String roff() {
    Roff roff = new Roff(name().toUpperCase(Locale.ROOT), "vgg4j " + Build.version());
    String[] description = command.usageMessage().description();
    roff.section("NAME").text(name() + " - " + String.join(" ", description));
    roff.section("SYNOPSIS").raw(synopsis());
    HelpFooter footer = HelpFooter.of(command.usageMessage().footer());
    addRemarks(footer, roff);
    addParameters(roff);
    addOptions(roff);
    addCommands(roff);
    if (!footer.examples().isEmpty()) {
      roff.section("EXAMPLES").example(footer.examples());
    }
    addEnd(roff);
    return roff.text();
  }

  /** Exit codes have a section of their own. */
  private static void addRemarks(HelpFooter footer, Roff roff) {
    List<String> remarks =
        footer.remarks().stream().filter(line -> !line.startsWith("Exit codes")).toList();
    if (!remarks.isEmpty()) {
      roff.section("DESCRIPTION");
      remarks.forEach(roff::paragraph);
    }
  }

  private String synopsis() {
    StringBuilder line = new StringBuilder(Roff.bold(command.qualifiedName()));
    if (!command.subcommands().isEmpty()) {
      return line.append(' ').append(Roff.italic("COMMAND")).append(" ...").toString();
    }
    line.append(" [").append(Roff.italic("OPTION")).append(" ...]");
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      String label = Roff.italic(parameter.paramLabel()) + dots(parameter);
      line.append(' ').append(parameter.required() ? label : "[" + label + "]");
    }
    return line.toString();
  }

  private static String dots(PositionalParamSpec parameter) {
    return parameter.index().max() > parameter.index().min() ? " ..." : "";
  }

  private void addParameters(Roff roff) {
    if (!command.positionalParameters().isEmpty()) {
      roff.section("ARGUMENTS");
      command
          .positionalParameters()
          .forEach(it -> roff.item(Roff.italic(it.paramLabel()), described(it)));
    }
  }

  private void addOptions(Roff roff) {
    roff.section("OPTIONS");
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        roff.item(names(option), described(option));
      }
    }
  }

  private static String names(OptionSpec option) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add(Roff.bold(name));
    }
    String value = option.arity().max() == 0 ? "" : "=" + Roff.italic(label(option));
    return String.join(", ", names) + value;
  }

  private static String label(ArgSpec argument) {
    return argument.paramLabel().replaceAll("[<>]", "").toUpperCase(Locale.ROOT);
  }

  private static String described(ArgSpec argument) {
    return String.join(" ", argument.description())
        .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
  }

  private void addCommands(Roff roff) {
    if (!command.subcommands().isEmpty()) {
      roff.section("COMMANDS");
      for (CommandLine sub : command.subcommands().values()) {
        String[] description = sub.getCommandSpec().usageMessage().description();
        roff.item(Roff.bold(sub.getCommandName()), String.join(" ", description));
      }
    }
  }

  private void addEnd(Roff roff) {
    roff.section("EXIT STATUS");
    for (String code : EXIT_CODES) {
      int bar = code.indexOf('|');
      roff.item(Roff.bold(code.substring(0, bar)), code.substring(bar + 1));
    }
    List<String> others = new ArrayList<>();
    if (command.parent() != null) {
      others.add(command.parent().qualifiedName("-") + "(1)");
    }
    command.subcommands().keySet().forEach(sub -> others.add(name() + "-" + sub + "(1)"));
    roff.section("SEE ALSO").text(String.join(", ", others));
  }
}

package org.vgg4j.experiments.cli;

import org.vgg4j.core.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command {@code vgg}. */
@Command(
    name = "vgg",
    description = "Reproduces the VGG paper (arXiv 1409.1556): its networks, tables and claims.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      NetworkCommand.class,
      ReproduceCommand.class,
      TrainCommand.class,
      EvalCommand.class,
      ClassifyCommand.class,
      CompareCommand.class,
      EnsembleCommand.class,
      MetricsCommand.class,
      ConfigCommand.class,
      WeightsCommand.class,
      PlotCommand.class,
      ReportCommand.class,
      GateCommand.class,
      DataCommand.class,
      BenchCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      ListCommand.class,
      CleanCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      ManCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  vgg reproduce table3         Table 3 on generated images, within minutes",
      "  vgg network show D           layers, parameters and receptive fields of VGG-16",
      "",
      "Exit codes: 0 done, 1 a check failed, 2 wrong usage or configuration, 3 data or disk,",
      "4 out of memory, 70 an error of this program, 130 interrupted, 143 terminated."
    })
public final class Vgg {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "show where a problem came from")
  boolean debug;

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(exitCodeOf(arguments));
  }

  private static int exitCodeOf(String... arguments) {
    try {
      return commandLine().execute(arguments);
    } catch (OutOfMemoryError e) {
      System.err.println(
          "vgg: Java's memory is full (" + e.getMessage() + "); set VGG_JAVA_OPTIONS=-Xmx8g or so");
      return Problem.Kind.MEMORY.exitCode();
    }
  }

  static CommandLine commandLine() {
    Vgg vgg = new Vgg();
    CommandLine commandLine = new CommandLine(vgg);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExecutionExceptionHandler(new ProblemPrinter(vgg));
    commandLine.setParameterExceptionHandler(Vgg::wrongUsage);
    flow(commandLine);
    return commandLine;
  }

  /** Lets paragraphs below the options of this command and all under it fill their width. */
  private static void flow(CommandLine commandLine) {
    UsageMessageSpec usage = commandLine.getCommandSpec().usageMessage();
    usage.footer(HelpFooter.flowing(usage.footer()).toArray(String[]::new));
    commandLine.getSubcommands().values().forEach(Vgg::flow);
  }

  private static int wrongUsage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    command.getErr().println(command.getCommandName() + ": " + problem.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr())) {
      command.getErr().println("see " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}

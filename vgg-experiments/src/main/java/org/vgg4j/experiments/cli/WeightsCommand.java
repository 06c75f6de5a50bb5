package org.vgg4j.experiments.cli;

import picocli.CommandLine.Command;

/** {@code vgg weights}. */
@Command(
    name = "weights",
    description = "Imports, exports, shows, checks and compares trained weights.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      WeightsImportCommand.class,
      WeightsExportCommand.class,
      WeightsShowCommand.class,
      WeightsCheckCommand.class,
      WeightsActivationsCommand.class,
      WeightsDiffCommand.class
    })
final class WeightsCommand {}

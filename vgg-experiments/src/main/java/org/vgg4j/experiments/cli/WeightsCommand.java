package org.vgg4j.experiments.cli;

import picocli.CommandLine.Command;

/** {@code vgg weights}. */
@Command(
    name = "weights",
    description = "Imports, shows and compares trained weights.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {WeightsImportCommand.class, WeightsShowCommand.class, WeightsDiffCommand.class})
final class WeightsCommand {}

package org.vgg4j.experiments.cli;

import picocli.CommandLine.Command;

/** {@code vgg weights}. */
@Command(
    name = "weights",
    description = "Works on trained weights.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = WeightsDiffCommand.class)
final class WeightsCommand {}

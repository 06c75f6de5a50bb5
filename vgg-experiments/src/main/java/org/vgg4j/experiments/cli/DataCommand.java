package org.vgg4j.experiments.cli;

import picocli.CommandLine.Command;

/** {@code vgg data}. */
@Command(
    name = "data",
    description = "Brings data sets here and shows what is in them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DataFetchCommand.class,
      DataPrepareCommand.class,
      DataInspectCommand.class,
      DataVerifyCommand.class,
      DataStatisticsCommand.class,
      DataManifestCommand.class
    })
final class DataCommand {}

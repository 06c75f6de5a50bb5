package org.vgg4j.experiments.cli;

import picocli.CommandLine.Command;

/** {@code vgg data}. */
@Command(
    name = "data",
    description = "Brings data sets here, shows what is in them, and packs them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DataFetchCommand.class,
      DataPrepareCommand.class,
      DataInspectCommand.class,
      DataVerifyCommand.class,
      DataStatisticsCommand.class,
      DataManifestCommand.class,
      DataPreviewCommand.class,
      DataPackCommand.class
    })
final class DataCommand {}

package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.data.transfer.ImagenetPreparation;
import org.vgg4j.data.transfer.PreparedSplit;
import org.vgg4j.experiments.table.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vgg data prepare}. */
@Command(
    name = "prepare",
    description = "Makes a data set usable that needs a login, from what you downloaded.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "imagenet",
    footer = {
      "",
      "Example:",
      "  vgg data prepare imagenet --from ~/Downloads --out /data/imagenet"
    })
final class DataPrepareCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Mode {
    UNPACK,
    LINK
  }

  @Command(
      name = "imagenet",
      description = "ILSVRC-2012 as OUT/train/WNID and OUT/val/WNID.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "DIR holds ILSVRC2012_img_train.tar, ILSVRC2012_img_val.tar (or one of the two) and",
        "ILSVRC2012_devkit_t12.tar.gz from https://image-net.org/download. In mode link it holds",
        "folders train and val that were unpacked before; nothing is copied then. A preparation",
        "that was broken off goes on. The images of both splits take 145 GB.",
        "",
        "Examples:",
        "  vgg data prepare imagenet --from ~/Downloads --out /data/imagenet --check",
        "  vgg data prepare imagenet --from /data/raw --out /data/imagenet --mode link"
      })
  void imagenet(
      @Option(names = "--from", required = true, paramLabel = "DIR", description = "what you have")
          Path from,
      @Option(names = "--out", required = true, paramLabel = "DIR", description = "what you want")
          Path out,
      @Option(
              names = "--mode",
              defaultValue = "unpack",
              description = "unpack or link (default: ${DEFAULT-VALUE})")
          Mode mode,
      @Option(
              names = "--check",
              description = "compare the archives with their published MD5 sums; takes minutes")
          boolean check,
      @Mixin ProgressOption progress) {
    ImagenetPreparation preparation = new ImagenetPreparation(from, out);
    try (TransferDisplay display = progress.transfer(spec.commandLine().getErr())) {
      if (check) {
        preparation.check(display);
      }
      print(mode == Mode.LINK ? preparation.link(display) : preparation.unpack(display));
    }
  }

  private void print(List<PreparedSplit> splits) {
    PrintWriter terminal = spec.commandLine().getOut();
    for (PreparedSplit split : splits) {
      terminal.println(
          split.folder()
              + ": "
              + Numbers.whole(split.images())
              + " images in "
              + Numbers.whole(split.classes())
              + " classes"
              + (split.leftOut() == 0 ? "" : ", " + split.leftOut() + " other files left out"));
    }
    terminal.println(
        "whole, they are 1,281,167 for training and 50,000 for validation, 1,000 classes");
    terminal.flush();
  }
}

package org.vgg4j.experiments.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vgg completion}. */
@Command(
    name = "completion",
    description = "Prints what a shell needs to complete this program's words.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Works where the program is called vgg: put its folder into PATH, or use an alias.",
      "",
      "Examples:",
      "  source <(vgg completion bash)          in ~/.bashrc, or in ~/.zshrc with zsh",
      "  vgg completion fish > ~/.config/fish/completions/vgg.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  private enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (shell) {
          case BASH, ZSH -> AutoComplete.bash("vgg", root); // it speaks both
          case FISH -> new FishCompletion(root.getCommandSpec()).script();
        });
    out.flush();
    return 0;
  }
}

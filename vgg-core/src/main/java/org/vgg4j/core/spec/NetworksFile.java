package org.vgg4j.core.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.Problem;

/** Reads files with a network on each line; blank lines and comments are skipped. */
final class NetworksFile {
  private static final String SHIPPED = "networks.txt";

  private NetworksFile() {}

  /** The lines of the networks that come with vgg4j. */
  static ImmutableList<NetworkLine> shipped() {
    try {
      return parse(
          SHIPPED, Resources.readLines(Resources.getResource(NetworksFile.class, SHIPPED), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The lines of a user's file.
   *
   * @throws Problem if the file can't be read or a line does not follow the notation
   */
  static ImmutableList<NetworkLine> read(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw Problem.configuration(
              file.toString(),
              "can't be read as networks in UTF-8 (" + e.getClass().getSimpleName() + ")",
              "name a text file with a network on each line, see docs/networks.md")
          .causedBy(e);
    }
  }

  private static ImmutableList<NetworkLine> parse(String file, List<String> lines) {
    ImmutableList.Builder<NetworkLine> networks = ImmutableList.builder();
    for (int i = 0; i < lines.size(); i++) {
      ImmutableList<Token> tokens = new SourceLine(file, i + 1, lines.get(i)).tokens();
      if (!tokens.isEmpty()) {
        networks.add(NetworkLine.parse(tokens));
      }
    }
    return networks.build();
  }
}

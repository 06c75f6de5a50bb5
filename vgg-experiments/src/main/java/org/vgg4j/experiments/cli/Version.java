package org.vgg4j.experiments.cli;

import org.vgg4j.experiments.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code vgg --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"vgg4j " + Build.version()};
  }
}

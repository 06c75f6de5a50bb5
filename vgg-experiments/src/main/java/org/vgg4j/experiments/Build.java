package org.vgg4j.experiments;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Which build of this program runs; Maven fills the values in. */
public final class Build {
  private Build() {}

  /** Version and, where it was built from a checkout, the git commit. */
  public static String version() {
    Properties properties = new Properties();
    try {
      properties.load(
          new StringReader(
              Resources.toString(
                  Resources.getResource(Build.class, "build.properties"),
                  StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version") + " (" + properties.getProperty("commit") + ")";
  }
}

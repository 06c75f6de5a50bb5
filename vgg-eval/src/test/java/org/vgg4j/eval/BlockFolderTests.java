package org.vgg4j.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockFolderTests {
  private final Locale locale = Locale.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void giveBackTheLocale() {
    Locale.setDefault(locale);
  }

  @Test
  void blocksHaveTheSameNamesInEveryLocale() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    new BlockFolder(folder, Map.of("weights", "0123")).keep(7, new float[] {1});
    assertThat(folder.resolve("000007.safetensors")).isRegularFile();
  }
}

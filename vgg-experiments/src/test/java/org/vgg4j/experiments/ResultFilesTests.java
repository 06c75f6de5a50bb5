package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTests {
  @TempDir private Path out;

  @Test
  void thePapersTablesComeFirstAndWhatHoldsNoErrorsIsLeftOut() throws IOException {
    for (String name : List.of("batch-norm", "claims", "table1", "table4", "table3", "zoo")) {
      Files.writeString(out.resolve(name + ".json"), "{}");
    }
    Files.writeString(out.resolve("table3.md"), "");
    assertThat(new ResultFiles(out).files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("table3.json", "table4.json", "batch-norm.json", "zoo.json");
  }
}

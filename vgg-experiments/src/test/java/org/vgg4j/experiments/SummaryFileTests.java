package org.vgg4j.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vgg4j.train.RunDirectory;

class SummaryFileTests {
  private static final String EPOCH =
      "{\"epoch\":%d,\"iterations\":63,\"rate\":0.01,\"loss\":2.25,\"trainError\":50.5,"
          + "\"validationTop1\":40.0,\"validationTop5\":10.0,\"imagesPerSecond\":100.0,"
          + "\"dataWait\":0.5,\"seconds\":7.5}\n";

  @TempDir private Path folder;

  private String summaryOf(String journal) throws IOException {
    Files.writeString(folder.resolve("journal.jsonl"), journal);
    new SummaryFile(new RunDirectory(folder)).write();
    return Files.readString(folder.resolve("summary.csv"));
  }

  @Test
  void everyEpochIsALineUnderTheJournalsNames() throws IOException {
    assertThat(summaryOf(EPOCH.formatted(0) + EPOCH.formatted(1)))
        .startsWith("epoch,iterations,rate,loss,trainError,validationTop1,validationTop5,")
        .contains("\r\n0,63,0.01,2.25,50.5,40.0,10.0,", "\r\n1,63,0.01,")
        .endsWith("\r\n");
  }

  @Test
  void whatTheJournalForgotIsForgotten() throws IOException {
    String one = summaryOf(EPOCH.formatted(0));
    summaryOf(EPOCH.formatted(0) + EPOCH.formatted(1));
    assertThat(summaryOf(EPOCH.formatted(0))).isEqualTo(one);
  }

  @Test
  void aRunWithoutAnEpochHasAnEmptySummary() throws IOException {
    assertThat(summaryOf("")).isEmpty();
  }
}

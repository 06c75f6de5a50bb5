package org.vgg4j.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTests {
  private final TextTable table =
      new TextTable("network", "error").row("A-LRN", "29.7").row("dense|Q", "8");

  @Test
  void markdownLinesUpAndNumbersStandToTheRight() {
    assertThat(table.markdown())
        .isEqualTo(
            """
            | network  | error |
            |:---------|------:|
            | A-LRN    |  29.7 |
            | dense\\|Q |     8 |
            """);
  }

  @Test
  void aCellIsOneLineWhateverItHolds() {
    assertThat(new TextTable("name").row("a\n\u001b[31mb").markdown()).contains("| a??[31mb |");
  }

  @Test
  void csvQuotesWhatItMust() {
    assertThat(new TextTable("a", "b").row("x,y", "say \"hi\"").csv())
        .isEqualTo("a,b\r\n\"x,y\",\"say \"\"hi\"\"\"\r\n");
  }

  @Test
  void aLatexRowIsNoOptionOfTheRowBefore() {
    assertThat(new TextTable("[a]", "b").row("*", "[x]").row(" [1]", "*").latex("none"))
        .contains("\n{}[a] & b \\\\\n", "\n{}* & [x] \\\\\n", "\n{} [1] & * \\\\\n");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> table.row("A")).hasMessageContaining("1 cells in 2 columns");
  }
}

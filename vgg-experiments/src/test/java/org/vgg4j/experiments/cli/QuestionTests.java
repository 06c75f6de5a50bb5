package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTests {
  private final StringWriter shown = new StringWriter();

  private Question question(boolean terminal, String typed) {
    return new Question(terminal, new StringReader(typed), new PrintWriter(shown));
  }

  @ParameterizedTest
  @CsvSource({"y, true", "Yes, true", "n, false", "'', false", "yours, false"})
  void onlyAYesIsAYes(String typed, boolean agreed) {
    assertThat(question(true, typed).agreed("remove it?")).isEqualTo(agreed);
    assertThat(shown).hasToString("remove it? [y/N] ");
  }

  @Test
  void nobodyIsAskedWithoutATerminal() {
    assertThatThrownBy(() -> question(false, "y").agreed("remove it?"))
        .hasMessage(
            "remove it?: can't be asked without a terminal; add --yes, or --dry-run to look");
    assertThat(shown).hasToString("");
  }
}

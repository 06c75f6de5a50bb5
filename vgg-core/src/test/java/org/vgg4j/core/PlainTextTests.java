package org.vgg4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {
  @Test
  void lettersOfAllLanguagesStay() {
    assertThat(PlainText.of("Größe, 重み")).isEqualTo("Größe, 重み");
  }

  @Test
  void nothingSteersTheTerminal() {
    assertThat(PlainText.of("a\u001b[31mb\nc\u009bd\u007f")).isEqualTo("a?[31mb?c?d?");
  }

  @Test
  void aProblemIsOnePlainLineWhateverItQuotes() {
    assertThat(Problem.data("a\tb", "holds \u001b[2J", "look\n at it"))
        .hasMessage("a b: holds ?[2J; look at it");
  }
}

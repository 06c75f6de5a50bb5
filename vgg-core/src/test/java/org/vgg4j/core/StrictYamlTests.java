package org.vgg4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Preconditions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictYamlTests {
  enum Style {
    CAFFE,
    TORCH
  }

  record Settings(int batch, double momentum, Style style, @Nullable String note) {
    Settings {
      Preconditions.checkArgument(batch > 0, "batch: must be at least 1, not %s", batch);
    }
  }

  @Test
  void whatIsNullableMayBeAbsent() {
    assertThat(read("batch: 256\nmomentum: 0.9\nstyle: caffe\n"))
        .isEqualTo(new Settings(256, 0.9, Style.CAFFE, null));
  }

  @Test
  void whatIsPrintedReadsBack() {
    Settings settings = new Settings(8, 0.5, Style.TORCH, "x: y");
    assertThat(read(StrictYaml.print(settings))).isEqualTo(settings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch: 1\\nmomentum: 0.9\\nstyle: caffe\\nspeed: 2 | file.yaml:4 | unknown key speed | known: batch, momentum, note, style",
        "batch: 1\\nstyle: caffe | file.yaml:2 | missing key momentum | a misspelt key counts as missing",
        "batch: 1\\nmomentum: 0.9\\nstyle: ~ | file.yaml:3 | style | correct",
        "batch: 1.5\\nmomentum: 0.9\\nstyle: caffe | file.yaml:1 | batch | correct",
        "batch: 0\\nmomentum: 0.9\\nstyle: caffe | file.yaml | must be at least 1, not 0 | correct",
        "batch: 1\\nbatch: 2\\nmomentum: 0.9\\nstyle: caffe | file.yaml:2 | batch | correct",
        "batch: 1\\nmomentum: 0.9\\nstyle: keras | file.yaml:3 | style | allowed: caffe, torch"
      })
  void whatIsWrongIsToldWithFileLineAndKey(String text, String where, String what, String remedy) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(where)
        .hasMessageContaining(what)
        .hasMessageContaining(remedy)
        .hasMessageNotContaining("\n");
  }

  private static Settings read(String text) {
    return StrictYaml.parse("file.yaml", text, Settings.class);
  }
}

package org.vgg4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Preconditions;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTreeTests {
  record Inner(int patience, double rate) {}

  record Outer(String width, Inner training, List<Double> at) {
    Outer {
      Preconditions.checkArgument(!width.equals("0"), "width: must not be 0");
    }
  }

  private static final Outer VALUE = new Outer("1/8", new Inner(5, 0.1), List.of(0.5, 3.0));
  private static final KeyTree TREE = KeyTree.of(VALUE);

  @Test
  void aTreeIsItsDottedKeysInOrder() {
    assertThat(TREE.flat().entrySet())
        .extracting(entry -> entry.getKey() + "=" + entry.getValue())
        .containsExactly("width=1/8", "training.patience=5", "training.rate=0.1", "at=[0.5,3.0]");
    assertThat(TREE.bind("here", Outer.class)).isEqualTo(VALUE);
  }

  @Test
  void aValueIsReadAsItsKeyNeedsIt() {
    Outer changed =
        TREE.with("width", "1")
            .with("training.patience", "7")
            .with("training.rate", "1e-3")
            .with("at", "[1, 2]")
            .bind("here", Outer.class);
    assertThat(changed).isEqualTo(new Outer("1", new Inner(7, 1e-3), List.of(1.0, 2.0)));
    assertThat(TREE.bind("here", Outer.class)).isEqualTo(VALUE);
  }

  @Test
  void anUnknownKeyIsToldWhenTheTreeIsBound() {
    assertThatThrownBy(() -> TREE.with("training.patienc", "3").bind("here", Outer.class))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "here: unknown key training.patienc; did you mean patience? known: patience, rate");
    assertThatThrownBy(() -> TREE.with("trainin.patience", "3").bind("here", Outer.class))
        .hasMessageContaining("unknown key trainin; did you mean training?");
  }

  @Test
  void aValueOfAnotherTypeIsToldByItsKey() {
    assertThatThrownBy(() -> TREE.with("training.patience", "1.5").bind("here", Outer.class))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("here: training.patience");
    assertThatThrownBy(() -> TREE.with("training.patience", "soon").bind("here", Outer.class))
        .hasMessageContaining("here: training.patience");
    assertThatThrownBy(() -> TREE.with("training", "3").bind("here", Outer.class))
        .hasMessageContaining("here: training");
  }

  @Test
  void aKeyBelowAValueIsAProblem() {
    assertThatThrownBy(() -> TREE.with("width.x", "3"))
        .isInstanceOf(Problem.class)
        .hasMessage("width.x: width has no keys below it; set width itself");
  }

  @Test
  void brokenYamlIsAProblemOfItsKey() {
    assertThatThrownBy(() -> TREE.with("at", "[1, 2"))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("at:1:");
  }
}

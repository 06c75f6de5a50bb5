package org.vgg4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vgg4j.core.Seed;

class TieLettersTests {
  /** Pairs of rows that differ, such as {@code "02"} for the first and the third. */
  private static List<String> letters(int rows, String... pairs) {
    Set<String> differing = Set.of(pairs);
    return TieLetters.of(rows, (row, other) -> differing.contains("" + row + other));
  }

  @Test
  void rowsThatAllTieShareOneLetter() {
    assertThat(letters(3)).containsExactly("a", "a", "a");
  }

  @Test
  void rowsThatAllDifferHaveALetterEach() {
    assertThat(letters(3, "01", "02", "12")).containsExactly("a", "b", "c");
  }

  @Test
  void aRowBetweenTwoThatDifferSharesALetterWithBoth() {
    assertThat(letters(3, "02")).containsExactly("a", "ab", "b");
  }

  @Test
  void piephosOverlappingGroupsNeedThreeLetters() {
    assertThat(letters(4, "02", "03", "13")).containsExactly("a", "ab", "bc", "c");
  }

  @Test
  void twoRowsShareALetterExactlyIfTheyDoNotDiffer() {
    SplittableRandom random = new Seed(5).random();
    for (int trial = 0; trial < 200; trial++) {
      boolean[][] differ = new boolean[6][6];
      for (int row = 0; row < 6; row++) {
        for (int other = row + 1; other < 6; other++) {
          differ[row][other] = random.nextBoolean();
        }
      }
      List<String> letters = TieLetters.of(6, (row, other) -> differ[row][other]);
      for (int row = 0; row < 6; row++) {
        for (int other = row + 1; other < 6; other++) {
          assertThat(share(letters.get(row), letters.get(other)))
              .as("%s of %s", List.of(row, other), letters)
              .isEqualTo(!differ[row][other]);
        }
      }
    }
  }

  private static boolean share(String letters, String others) {
    return letters.chars().anyMatch(letter -> others.indexOf(letter) >= 0);
  }
}

package org.vgg4j.eval.statistics;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compact letter display (Piepho, 2004): every row of a table gets letters so that two rows share
 * one exactly if they do not differ significantly. By the insert-and-absorb algorithm.
 */
final class TieLetters {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** One set of rows a letter. */
  private final List<BitSet> columns = new ArrayList<>();

  private TieLetters(int rows) {
    BitSet all = new BitSet();
    all.set(0, rows);
    columns.add(all);
  }

  /** Whether two rows differ significantly. */
  @FunctionalInterface
  interface Difference {
    boolean between(int row, int other);
  }

  /** The letters of every row; {@code a} is on the first. */
  static ImmutableList<String> of(int rows, Difference difference) {
    TieLetters letters = new TieLetters(rows);
    for (int row = 0; row < rows; row++) {
      for (int other = row + 1; other < rows; other++) {
        if (difference.between(row, other)) {
          letters.separate(row, other);
        }
      }
    }
    return letters.ofRows(rows);
  }

  /** No column may have both rows: one that has becomes two. */
  private void separate(int row, int other) {
    for (BitSet column : List.copyOf(columns)) {
      if (column.get(row) && column.get(other)) {
        columns.remove(column);
        add(without(column, row));
        add(without(column, other));
      }
    }
  }

  private static BitSet without(BitSet column, int row) {
    BitSet rest = (BitSet) column.clone();
    rest.clear(row);
    return rest;
  }

  /** A column that another contains says nothing new. */
  private void add(BitSet column) {
    if (columns.stream().noneMatch(other -> contains(other, column))) {
      columns.removeIf(other -> contains(column, other));
      columns.add(column);
    }
  }

  private static boolean contains(BitSet whole, BitSet part) {
    BitSet rest = (BitSet) part.clone();
    rest.andNot(whole);
    return rest.isEmpty();
  }

  private ImmutableList<String> ofRows(int rows) {
    checkArgument(columns.size() <= ALPHABET.length(), "%s letters do not exist", columns.size());
    columns.sort(Comparator.comparing(TieLetters::rowsAsText));
    return IntStream.range(0, rows).mapToObj(this::ofRow).collect(ImmutableList.toImmutableList());
  }

  /** Orders columns by their first row, then by their second. */
  private static String rowsAsText(BitSet column) {
    return column.stream()
        .mapToObj(row -> String.format("%05d", row))
        .collect(Collectors.joining());
  }

  private String ofRow(int row) {
    return IntStream.range(0, columns.size())
        .filter(column -> columns.get(column).get(row))
        .mapToObj(column -> ALPHABET.substring(column, column + 1))
        .collect(Collectors.joining());
  }
}

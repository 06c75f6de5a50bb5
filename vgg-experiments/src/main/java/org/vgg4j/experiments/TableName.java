package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;

/** What an experiment's results are called: files of that name are written. */
final class TableName {
  /** Files of these names hold something else. */
  private static final ImmutableSet<String> TAKEN =
      ImmutableSet.<String>builder()
          .add(ResultFiles.CLAIMS, "report")
          .addAll(SpecTable.NAMES)
          .build();

  private static final int LONGEST = 100;

  private TableName() {}

  /**
   * The name of files.
   *
   * @param table a number of the paper's, or a name
   * @throws IllegalArgumentException if no files may have it
   */
  static String of(String table) {
    checkArgument(table.matches("[\\w.-]+"), "table: a number or a name, not '%s'", table);
    checkArgument(table.length() <= LONGEST, "table: a name has at most %s characters", LONGEST);
    String name = table.matches("\\d+") ? "table" + table : table;
    checkArgument(!TAKEN.contains(name), "table: %s is the name of something else", name);
    return name;
  }
}

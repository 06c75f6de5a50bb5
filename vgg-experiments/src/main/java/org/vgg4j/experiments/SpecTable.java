package org.vgg4j.experiments;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.StrictYaml;
import org.vgg4j.core.spec.NetworkCatalogue;
import org.vgg4j.core.spec.NetworkSpec;
import org.vgg4j.experiments.table.TextTable;

/**
 * A table that is computed from the networks' lines alone, such as the paper's Tables 1 and 2.
 *
 * @param table a number of the paper's, or a name
 * @param caption what stands above the table
 * @param layersOf the networks whose layers are listed, a column each
 * @param parametersOf the networks whose parameters are counted, a row each
 */
public record SpecTable(
    String table,
    String caption,
    @Nullable List<String> layersOf,
    @Nullable List<Count> parametersOf) {
  /** The shipped ones. */
  public static final ImmutableList<String> NAMES = ImmutableList.of("table1", "table2");

  public SpecTable {
    checkArgument(
        (layersOf == null) != (parametersOf == null),
        "layersOf: a table has either layersOf or parametersOf");
  }

  /**
   * A count of parameters.
   *
   * @param paper millions, as the paper rounds them
   */
  public record Count(String network, int paper) {}

  /** A shipped table. */
  public static SpecTable named(String name) {
    return StrictYaml.shipped(SpecTable.class, "tables/" + name + ".yaml", SpecTable.class);
  }

  /** What its files are called. */
  public String name() {
    return "table" + table;
  }

  /** What stands above it. */
  public String title() {
    return "Table " + table + ": " + caption;
  }

  /** The table itself. */
  public TextTable content(NetworkCatalogue networks) {
    if (layersOf != null) {
      List<NetworkSpec> columns = layersOf.stream().map(networks::network).toList();
      return SpecTables.configurations(columns);
    }
    return SpecTables.parameters(parametersOf == null ? List.of() : parametersOf, networks);
  }
}

package org.vgg4j.experiments.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vgg4j.core.Problem;
import org.vgg4j.core.RequiredUnlessNullable;

/**
 * A table of the paper filled with our numbers. The JSON form is the source of all others.
 *
 * @param name what its files are called, such as {@code table3}
 * @param title what stands above it
 * @param preset at which size it was run
 * @param provenance what made it: versions, data, seeds, machine
 * @param cells the rows, top to bottom
 * @param claims of the paper that the rows were held against
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResultsTable(
    String name,
    String title,
    String preset,
    Provenance provenance,
    List<Cell> cells,
    List<ClaimResult> claims) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .annotationIntrospector(new RequiredUnlessNullable())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public ResultsTable {
    cells = ImmutableList.copyOf(cells);
    claims = ImmutableList.copyOf(claims);
  }

  /**
   * Reads a table that this program wrote.
   *
   * @throws Problem if it can't be read, or is of another version
   */
  public static ResultsTable read(Path file) {
    try {
      @Nullable ResultsTable table = JSON.readValue(Files.readString(file), ResultsTable.class);
      return Optional.ofNullable(table).orElseThrow(() -> noTable(file, "it holds nothing"));
    } catch (JsonProcessingException e) {
      throw noTable(file, fault(e)).causedBy(e);
    } catch (IOException e) {
      throw Problem.data(
              file.toString(), "can't be read (" + e.getMessage() + ")", "check the path")
          .causedBy(e);
    }
  }

  private static Problem noTable(Path file, String fault) {
    return Problem.data(
        file.toString(),
        "is no table of this version (%s)".formatted(fault),
        "move it away, and make it again with vgg reproduce; finished stages are kept");
  }

  /** The key that this version does not know or misses, or else what is no JSON. */
  private static String fault(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping)) {
      return e.getOriginalMessage();
    }
    String path =
        mapping.getPath().stream()
            .map(part -> part.getFieldName() == null ? "" + part.getIndex() : part.getFieldName())
            .collect(Collectors.joining("."));
    if (path.isEmpty()) {
      return "it has no keys";
    }
    boolean missing = e.getOriginalMessage().startsWith("Missing required creator property");
    return (missing ? "it lacks the key " : "see its key ") + path;
  }

  /** The same with the letters of the rows that have a result, in their order. */
  public ResultsTable withTies(List<String> letters) {
    Iterator<String> next = letters.iterator();
    List<Cell> lettered =
        cells.stream().map(c -> c.result() == null ? c : c.withTies(next.next())).toList();
    return new ResultsTable(name, title, preset, provenance, lettered, claims);
  }

  /** The same with the options of the command line that made it, a word each. */
  public ResultsTable withOptions(List<String> given) {
    return new ResultsTable(name, title, preset, provenance.withOptions(given), cells, claims);
  }

  /** The table as JSON. */
  public String json() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The table as CSV, which has no place for footnotes: they stand in the rows. */
  public String csv() {
    return TableColumns.of(cells, Footnotes::inFull).csv();
  }

  /** The table as LaTeX, for the package booktabs, with its footnotes. */
  public String latex() {
    return rows().latex(heading(), notes().lines());
  }

  /** The table as a part of an HTML page, with its footnotes. */
  public String html() {
    return rows().html(heading(), notes().lines());
  }

  /** The table as Markdown, with footnotes for what deviates from the paper, and its claims. */
  public String markdown() {
    String claimed = claims.isEmpty() ? "" : "\n" + ClaimsText.of(this).markdown();
    String notes = notes().lines().stream().map(line -> line + "\n").collect(Collectors.joining());
    return "**" + heading() + "**\n\n" + rows().markdown() + "\n" + notes + claimed;
  }

  /** How differences over its images are written. */
  public PointText points() {
    return PointText.of(evaluated().orElse(0));
  }

  private Optional<Integer> evaluated() {
    return cells.stream()
        .flatMap(cell -> Optional.ofNullable(cell.result()).stream())
        .map(Result::images)
        .findFirst();
  }

  private String heading() {
    return String.format(
        Locale.ROOT, "%s (preset %s, data %s%s)", title, preset, provenance.data(), images());
  }

  private String images() {
    return evaluated().map(images -> ", " + images + " validation images").orElse("");
  }

  private TextTable rows() {
    return TableColumns.of(cells, notes()::markOf);
  }

  private Footnotes notes() {
    return new Footnotes(cells, provenance.skipped());
  }
}

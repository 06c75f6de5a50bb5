package org.vgg4j.experiments.gate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;

/** A baseline as JSON: sorted, one line for each thing that is guarded, so that a diff is read. */
public record ReferenceFile(Path path) {
  private static final int VERSION = 1;
  private static final String KEY = "version";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  /**
   * Reads the file.
   *
   * @throws Problem if there is none, it is of another version, or no baseline
   */
  public Reference read() {
    return readIfThere()
        .orElseThrow(
            () ->
                Problem.configuration(path.toString(), "does not exist", "make it by " + remedy()));
  }

  /**
   * What an update replaces; empty where there is nothing of this version to compare with.
   *
   * @throws Problem if the file is something else, which must not be lost
   */
  public Optional<Reference> readForUpdate() {
    try {
      return readIfThere();
    } catch (Problem e) {
      if (e.kind() == Problem.Kind.CONFIGURATION) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<Reference> readIfThere() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parsed(JSON.readTree(Files.readString(path))));
    } catch (JsonProcessingException e) {
      throw damaged(e.getOriginalMessage()).causedBy(e);
    } catch (IOException e) {
      throw Problem.data(
              path.toString(), "can't be read (" + e.getMessage() + ")", "check the path")
          .causedBy(e);
    }
  }

  private Reference parsed(JsonNode tree) throws JsonProcessingException {
    if (!(tree instanceof ObjectNode content) || !content.path(KEY).isInt()) {
      throw damaged("it says no version");
    }
    int version = content.remove(KEY).intValue();
    if (version != VERSION) {
      throw Problem.configuration(
          path.toString(),
          "is a baseline of version " + version + ", not " + VERSION,
          "review the numbers and run " + remedy());
    }
    return JSON.treeToValue(content, Reference.class);
  }

  private Problem damaged(String why) {
    return Problem.data(
        path.toString(),
        "is no baseline (" + why + ")",
        "restore it, or remove it and run " + remedy());
  }

  /**
   * Refuses what the baseline does not know, as nobody has approved it.
   *
   * @param unknown names of such things
   * @throws Problem if there are any
   */
  public void checkKnown(List<String> unknown) {
    if (!unknown.isEmpty()) {
      throw Problem.configuration(
          path.toString(),
          "lacks " + String.join(", ", unknown),
          "review what they are now and run " + remedy());
    }
  }

  private String remedy() {
    return "vgg gate --update --baseline " + path + " OUT";
  }

  /** Writes the file. */
  public void write(Reference baseline) {
    AtomicFile.write(path, text(baseline));
  }

  private static String text(Reference baseline) {
    return "{\n\"version\": "
        + VERSION
        + ",\n"
        + section("exact", baseline.exact())
        + ",\n"
        + section("probes", baseline.probes())
        + ",\n"
        + section("cells", baseline.cells())
        + ",\n"
        + section("speed", baseline.speed())
        + "\n}\n";
  }

  private static String section(String name, Map<String, ?> lines) {
    String content =
        lines.entrySet().stream()
            .map(line -> json(line.getKey()) + ": " + json(line.getValue()))
            .collect(Collectors.joining(",\n"));
    return json(name) + ": {" + (content.isEmpty() ? "" : "\n" + content + "\n") + "}";
  }

  /** Numbers stand there as people write them: 0.00003. */
  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value instanceof List<?> numbers ? plain(numbers) : value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<BigDecimal> plain(List<?> numbers) {
    return numbers.stream()
        .map(number -> new BigDecimal(number.toString()).stripTrailingZeros())
        .toList();
  }
}

package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.Problem;

/**
 * Any JSON file with nested lists of numbers, such as {@code layers.0.weights}. A list of objects
 * that are neurons, each with one bias, is one tensor whose first axis counts them: {@code
 * conv_1_1.weights.*.bias}. The file is streamed, never in memory as a whole.
 */
final class JsonTensors implements ForeignFile {
  private static final int DEEPEST = 32;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNameLength(1000).build())
          .build();

  private final Reading reading;
  private final TensorDirectory<JsonPlace> directory;

  private JsonTensors(Reading reading, TensorDirectory<JsonPlace> directory) {
    this.reading = reading;
    this.directory = directory;
  }

  /**
   * Opens a file: finds its lists.
   *
   * @throws Problem if it can't be read, is not JSON, or has no lists of numbers or ragged ones
   */
  static JsonTensors open(Path path) {
    Reading reading = new Reading(path, "JSON");
    return reading.of(
        () -> {
          try (JsonParser parser = JSON.createParser(Files.newInputStream(path))) {
            return new JsonTensors(reading, directory(JsonOutlineReader.read(parser)));
          }
        });
  }

  private static TensorDirectory<JsonPlace> directory(JsonOutline outline) {
    TensorDirectory<JsonPlace> directory = new TensorDirectory<>();
    for (JsonFinding finding : JsonFindings.of(outline)) {
      if (!finding.shape().isEmpty() && !finding.shape().contains(0L)) {
        directory.add(
            new JsonPlace(
                TensorSizes.tensor(finding.name(), finding.shape()),
                finding.position(),
                finding.steps()));
      }
    }
    checkArgument(!directory.isEmpty(), "it has no lists of numbers");
    return directory;
  }

  @Override
  public String format() {
    return reading.format();
  }

  @Override
  public ImmutableList<ForeignTensor> tensors() {
    return directory.tensors();
  }

  @Override
  public float[] floats(String name) {
    JsonPlace place = directory.place(reading.path(), name);
    FloatBuffer values = FloatBuffer.allocate((int) place.tensor().elements());
    reading.of(
        () -> {
          try (InputStream stream = Files.newInputStream(reading.path())) {
            stream.skipNBytes(place.position());
            JsonParser parser = JSON.createParser(stream);
            parser.nextToken();
            collect(parser, place.steps(), values);
            return values;
          }
        });
    return values.array();
  }

  /** Puts the numbers that are some steps below the parser's value. */
  private static void collect(JsonParser parser, List<String> steps, FloatBuffer values)
      throws IOException {
    if (steps.isEmpty()) {
      collectAll(parser, values);
      return;
    }
    boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
    for (int i = 0; !parser.nextToken().isStructEnd(); i++) {
      String step = isObject ? parser.currentName() : Integer.toString(i);
      if (isObject) {
        parser.nextToken();
      }
      if (steps.get(0).equals(step) || (!isObject && steps.get(0).equals(JsonFinding.ALL))) {
        collect(parser, steps.subList(1, steps.size()), values);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void collectAll(JsonParser parser, FloatBuffer values) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      values.put((float) parser.getDoubleValue());
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      collectAll(parser, values);
    }
  }

  @Override
  public void close() {
    // Every call opens and closes the file itself.
  }
}

package org.vgg4j.data.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vgg4j.data.source.FilePart;

/**
 * What the files beside an image in a WebDataset shard tell of it.
 *
 * @param shard the open file
 */
record WebFields(FileChannel shard) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 1 << 20;

  /**
   * Reads {@code KEY.cls} and {@code KEY.json}.
   *
   * @throws IOException if neither has a label, or one can't be understood
   */
  Sample read(WebSample files) throws IOException {
    String imageName = files.image().name();
    JsonNode json = json(files.part("json"));
    Optional<FilePart> cls = files.part("cls");
    String label = cls.isPresent() ? text(cls.get()) : text(json.path("label"));
    return new Sample(Optional.of(json.path("filename").asText(imageName)), label(label.strip()));
  }

  private JsonNode json(Optional<FilePart> part) throws IOException {
    if (part.isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(text(part.get()));
    } catch (JsonProcessingException e) {
      throw new IOException(part.get().name() + " is no JSON", e);
    }
  }

  private String text(FilePart part) throws IOException {
    if (part.bytes() > MOST_BYTES) {
      throw new IOException(part.name() + " is too long to tell of an image");
    }
    return UTF_8.decode(PositionalInput.read(shard, part.offset(), (int) part.bytes())).toString();
  }

  /** Null, a fraction and the like are no labels, whatever their text looks like. */
  private static String text(JsonNode label) {
    return label.isTextual() || label.isIntegralNumber() ? label.asText() : "";
  }

  private static Sample.Label label(String text) throws IOException {
    if (text.isEmpty()) {
      throw new IOException("it has no label, neither in .cls nor in .json");
    }
    @Nullable Integer number = Ints.tryParse(text);
    if (number != null && number < 0) {
      throw new IOException("its label is " + number + ", but labels count from 0");
    }
    return number == null ? Sample.Label.named(text) : Sample.Label.numbered(number);
  }
}

package org.vgg4j.data.layout;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The features of a {@code tf.train.Example} that tell of an image, by the names of TF-slim and of
 * TFDS. The message is parsed by hand, as its image is to be found and not to be read: {@code
 * Example.features = 1}, {@code Features.feature = 1}, a map from {@code key = 1} to {@code value =
 * 2}, {@code Feature.bytes_list = 1} and {@code int64_list = 3}, whose values are 1.
 */
final class ExampleFields {
  /** Tags: the number of a field, and 2 for what has a length or 0 for a number. */
  private static final int FIRST = 1 << 3 | 2;

  private static final int SECOND = 2 << 3 | 2;
  private static final int THIRD = 3 << 3 | 2;
  private static final int FIRST_NUMBER = 1 << 3;

  private final CodedInputStream message;
  private String key = "";
  private int imageOffset;
  private int imageBytes = -1;
  private @Nullable String fileName;
  private @Nullable String synset;
  private @Nullable Long label;

  private ExampleFields(CodedInputStream message) {
    this.message = message;
  }

  /**
   * Parses a message.
   *
   * @param message limited to it, and at its first byte
   * @throws IOException if it is none, or lacks an image or a label
   */
  static ExampleFields parse(CodedInputStream message) throws IOException {
    ExampleFields fields = new ExampleFields(message);
    fields.fields(fields::features);
    if (fields.imageBytes < 0) {
      throw new IOException("it has no feature image/encoded or image");
    }
    return fields;
  }

  /** Bytes of the message before the image. */
  int imageOffset() {
    return imageOffset;
  }

  int imageBytes() {
    return imageBytes;
  }

  /**
   * What is told of the image.
   *
   * @throws IOException if it has no label, or one below the least
   */
  Sample sample() throws IOException {
    return new Sample(Optional.ofNullable(fileName), label());
  }

  private Sample.Label label() throws IOException {
    if (synset != null) {
      return Sample.Label.named(synset);
    }
    if (label == null) {
      throw new IOException("it has no feature image/class/synset, image/class/label or label");
    }
    if (label < 0 || label > Integer.MAX_VALUE) {
      throw new IOException(
          "its label is out of range: label counts from 0, image/class/label from 1");
    }
    return Sample.Label.numbered(label.intValue());
  }

  private interface Field {
    /** Reads a field, or tells that it is of no use. */
    boolean isRead(int tag) throws IOException;
  }

  private void fields(Field field) throws IOException {
    for (int tag = message.readTag(); tag != 0; tag = message.readTag()) {
      if (!field.isRead(tag)) {
        message.skipField(tag);
      }
    }
  }

  private boolean within(Field field) throws IOException {
    int limit = message.pushLimit(message.readRawVarint32());
    fields(field);
    message.popLimit(limit);
    return true;
  }

  private boolean features(int tag) throws IOException {
    return tag == FIRST && within(inner -> inner == FIRST && within(this::entry));
  }

  private boolean entry(int tag) throws IOException {
    if (tag == FIRST) {
      key = message.readString();
      return true;
    }
    return tag == SECOND && within(this::feature);
  }

  private boolean feature(int tag) throws IOException {
    return (tag == FIRST && within(this::bytes)) || (tag == THIRD && within(this::number));
  }

  private boolean bytes(int tag) throws IOException {
    if (tag != FIRST) {
      return false;
    }
    switch (key) {
      case "image/encoded", "image" -> findImage();
      case "image/filename", "file_name" -> fileName = message.readString();
      case "image/class/synset" -> synset = message.readString();
      default -> message.skipField(tag);
    }
    return true;
  }

  private void findImage() throws IOException {
    imageBytes = message.readRawVarint32();
    imageOffset = message.getTotalBytesRead();
    message.skipRawBytes(imageBytes);
  }

  /** Numbers are packed; a writer may also store them one by one. */
  private boolean number(int tag) throws IOException {
    boolean isLabel = key.equals("image/class/label") || key.equals("label");
    if (isLabel && tag == FIRST) {
      int limit = message.pushLimit(message.readRawVarint32());
      while (!message.isAtEnd()) {
        readLabel();
      }
      message.popLimit(limit);
    } else if (isLabel && tag == FIRST_NUMBER) {
      readLabel();
    } else {
      return false;
    }
    return true;
  }

  private void readLabel() throws IOException {
    label = message.readInt64() - (key.equals("label") ? 0 : 1);
  }
}

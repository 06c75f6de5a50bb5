package org.vgg4j.core.foreign;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/** Walks the fields of a protobuf message in a stream; what nobody wants is skipped unread. */
final class Fields {
  private Fields() {}

  /** Reads the value of one field, or leaves it. */
  interface Reader {
    /** Whether the value was read; if not, nothing was. */
    boolean read(int number, int wireType) throws IOException;
  }

  /** Walks the fields up to the stream's limit. */
  static void forEach(CodedInputStream input, Reader reader) throws IOException {
    for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
      boolean read = reader.read(WireFormat.getTagFieldNumber(tag), WireFormat.getTagWireType(tag));
      checkArgument(read || input.skipField(tag), "a group ends that never began");
    }
  }

  /** Walks the fields of an embedded message, whose length comes next in the stream. */
  static void forEachEmbedded(CodedInputStream input, Reader reader) throws IOException {
    int outer = input.pushLimit(input.readRawVarint32());
    forEach(input, reader);
    input.popLimit(outer);
  }
}

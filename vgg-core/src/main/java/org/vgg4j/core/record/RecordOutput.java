package org.vgg4j.core.record;

import com.google.common.io.LittleEndianDataOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes records as TFRecord files hold them: each between its length and its checksum. */
public final class RecordOutput implements Closeable {
  private final LittleEndianDataOutputStream out;

  /** Writes behind what that stream has; there is no head and no end mark. */
  public RecordOutput(OutputStream out) {
    this.out = new LittleEndianDataOutputStream(out);
  }

  /** Writes one record. */
  public void write(byte[] data) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.writeLong(data.length);
    out.writeInt(MaskedCrc.of(length.putLong(data.length).flip()));
    out.write(data);
    out.writeInt(MaskedCrc.of(ByteBuffer.wrap(data)));
  }

  /** Hands on everything that was written. */
  public void flush() throws IOException {
    out.flush();
  }

  /** Closes the stream. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}

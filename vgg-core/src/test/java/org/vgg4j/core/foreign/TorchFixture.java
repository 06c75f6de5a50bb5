package org.vgg4j.core.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes PyTorch files by hand, opcode by opcode, also such as PyTorch would never write. */
final class TorchFixture {
  /** The start of a file in the format before zip: the magic number, the version, no machine. */
  static final byte[] LEGACY_START =
      pickle("\u0080\u0002\u008a\n\u006c\u00fc\u009c\u0046\u00f9\u0020\u006a\u00a8\u0050\u0019.")
          .concat("\u0080\u0002M\u00e9\u0003.", "\u0080\u0002}.");

  private TorchFixture() {}
}

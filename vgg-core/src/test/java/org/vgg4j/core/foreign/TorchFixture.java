package org.vgg4j.core.foreign;

/** Makes PyTorch files by hand, opcode by opcode, also such as PyTorch would never write. */
final class TorchFixture {
  /** The start of a file in the format before zip: the magic number, the version, no machine. */
  static final byte[] LEGACY_START =
      pickle("\u0080\u0002\u008a\n\u006c\u00fc\u009c\u0046\u00f9\u0020\u006a\u00a8\u0050\u0019.")
          .concat("\u0080\u0002M\u00e9\u0003.", "\u0080\u0002}.");

  private TorchFixture() {}
}

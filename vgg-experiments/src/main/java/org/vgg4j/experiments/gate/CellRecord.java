package org.vgg4j.experiments.gate;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.io.BaseEncoding;
import java.util.BitSet;

/**
 * What is kept of a table's cell.
 *
 * @param top1 top-1 error in percent, the mean over the seeds
 * @param deviation its standard deviation over the seeds, in points; 0 for one seed
 * @param seeds how many
 * @param on what it was trained on: system, processor, device, threads, TensorFlow
 * @param images how many were tested
 * @param set hash of their ids and labels
 * @param right which of them the first seed gets right, as bits in hexadecimal digits
 */
public record CellRecord(
    double top1, double deviation, int seeds, String on, int images, String set, String right) {
  private static final BaseEncoding HEX = BaseEncoding.base16().lowerCase();

  public CellRecord {
    checkArgument(seeds > 0 && images > 0, "%s seeds, %s images", seeds, images);
    checkArgument(right.length() == 2 * bytes(images), "%s are no %s images", right, images);
    checkArgument(HEX.canDecode(right), "%s are no digits", right);
  }

  private static int bytes(int images) {
    return (images + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Bits as digits. */
  static String digits(BitSet right, int images) {
    byte[] bytes = new byte[bytes(images)];
    byte[] set = right.toByteArray(); // without the zeros at the end
    System.arraycopy(set, 0, bytes, 0, set.length);
    return HEX.encode(bytes);
  }

  /** The images that are right. */
  BitSet rightImages() {
    return BitSet.valueOf(HEX.decode(right));
  }
}

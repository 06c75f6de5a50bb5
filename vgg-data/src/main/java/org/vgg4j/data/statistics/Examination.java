package org.vgg4j.data.statistics;

import com.google.common.hash.HashCode;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.util.Optional;
import org.vgg4j.core.Problem;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.source.ImageDataset;

/**
 * What the decoding of one image showed.
 *
 * @param problem the line that says what is wrong; empty where it decodes
 * @param digest SHA-256 of its file, or of its pixels where it lies in none; empty where it does
 *     not decode
 * @param constant whether all its pixels have one colour
 */
record Examination(Optional<String> problem, Optional<HashCode> digest, boolean constant) {
  private static final HashFunction SHA_256 = Hashing.sha256();

  static Examination of(ImageDataset dataset, int index) {
    try {
      Image image = dataset.image(index).decoded();
      return new Examination(
          Optional.empty(), Optional.of(digest(dataset, index, image)), isConstant(image));
    } catch (Problem e) {
      return new Examination(Optional.of(String.valueOf(e.getMessage())), Optional.empty(), false);
    }
  }

  private static HashCode digest(ImageDataset dataset, int index, Image image) {
    return dataset.file(index).map(SHA_256::hashBytes).orElseGet(() -> digest(image));
  }

  private static HashCode digest(Image image) {
    return SHA_256
        .newHasher()
        .putInt(image.height())
        .putInt(image.width())
        .putBytes(image.pixels())
        .hash();
  }

  /** Ends at the first pixel that differs, so photographs cost nothing. */
  private static boolean isConstant(Image image) {
    byte[] pixels = image.pixels();
    for (int i = Image.CHANNELS; i < pixels.length; i++) {
      if (pixels[i] != pixels[i - Image.CHANNELS]) {
        return false;
      }
    }
    return true;
  }
}

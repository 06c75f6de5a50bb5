package org.vgg4j.data.pack;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.Optional;
import java.util.OptionalInt;
import org.vgg4j.data.image.Image;
import org.vgg4j.data.image.ImageHeader;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.ImageDataset;

/**
 * Image files of a data set as they are to be packed.
 *
 * @param dataset the images
 * @param smallestSide that larger images are made smaller to
 * @param resampler makes them smaller
 */
record PackedFiles(ImageDataset dataset, OptionalInt smallestSide, Resampler resampler) {

  /** The stored file where the image is small enough; else a JPEG file, or PNG without a file. */
  ByteString file(int index) {
    Optional<byte[]> stored = dataset.file(index);
    if (stored.isEmpty()) {
      return Encoding.png(small(dataset.image(index)));
    }
    boolean small =
        smallestSide.isEmpty() || isSmall(ImageHeader.of(dataset.id(index), stored.get()).size());
    return small
        ? UnsafeByteOperations.unsafeWrap(stored.get())
        : Encoding.jpeg(small(dataset.image(index)));
  }

  private boolean isSmall(ImageSize size) {
    return size.smallestSide() <= smallestSide.orElse(Integer.MAX_VALUE);
  }

  private Image small(StoredImage image) {
    return isSmall(image.size())
        ? image.decoded()
        : resampler.rescale(image, image.size().withSmallestSide(smallestSide.getAsInt()));
  }
}

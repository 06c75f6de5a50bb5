package org.vgg4j.data.batch;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.data.image.Image;

/**
 * One image as a test protocol sees it.
 *
 * @param index its number in the split
 * @param label its class
 * @param seen what is seen of it, such as the whole image at each test scale; uint8 (H, W, 3), RGB
 */
public record TestImage(int index, int label, List<Image> seen) {
  public TestImage {
    seen = ImmutableList.copyOf(seen);
  }
}

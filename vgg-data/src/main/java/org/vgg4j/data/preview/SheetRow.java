package org.vgg4j.data.preview;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.vgg4j.data.image.StoredImage;

/**
 * What a contact sheet shows of one image.
 *
 * @param title its class
 * @param original the whole of it
 * @param groups what is seen of it
 */
record SheetRow(String title, StoredImage original, List<ViewGroup> groups) {
  SheetRow {
    groups = ImmutableList.copyOf(groups);
  }
}

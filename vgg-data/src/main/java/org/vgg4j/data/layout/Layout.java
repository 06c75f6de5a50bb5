package org.vgg4j.data.layout;

import java.nio.file.Path;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/** A way in which people store data sets. */
public interface Layout {

  /** The name by which people choose it, such as {@code folder}. */
  String name();

  /** Whether a place looks like this layout; cheap, and never a failure. */
  boolean fits(Path location);

  /**
   * The splits that lie there. Nothing is decoded.
   *
   * @throws Problem if the place can't be read so, or contradicts itself
   */
  Map<Split, LabelledFiles> splits(Path location);
}

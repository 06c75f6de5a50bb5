package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vgg4j.core.Problem;
import org.vgg4j.core.Spelling;

/** All layouts, in the order in which a place is tried. */
public final class Layouts {
  private static final ImmutableList<Layout> ALL =
      ImmutableList.of(
          new CifarLayout(),
          new IdxLayout(),
          new TfRecordLayout(),
          new WebDatasetLayout(),
          new IlsvrcLayout(),
          new ListLayout(),
          new FolderLayout(),
          new FlatLayout());

  private Layouts() {}

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(Layout::name).toList();
  }

  /**
   * The layout of that name.
   *
   * @throws Problem if there is none
   */
  public static Layout named(String name) {
    return ALL.stream()
        .filter(layout -> layout.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.configuration(
                    "layout " + name, "is unknown", Spelling.suggestion(name, names())));
  }

  /**
   * The first layout that a place looks like.
   *
   * @throws Problem if it looks like none
   */
  public static Layout detected(Path location) {
    return ALL.stream()
        .filter(layout -> layout.fits(location))
        .findFirst()
        .orElseThrow(() -> unrecognised(location));
  }

  private static Problem unrecognised(Path location) {
    if (!Files.exists(location)) {
      return Problem.data(
          location.toString(), "does not exist", "give a data set's folder, or write generated");
    }
    if (Files.isReadable(location) && new SortedFolder(location).holdsImages()) {
      return Problem.data(
          location.toString(),
          "holds images and no class folders",
          "did you mean the parent folder? Images without labels are --layout flat");
    }
    return Problem.data(
        location.toString(),
        "looks like no known data set",
        "give a folder with train/CLASS/ and val/CLASS/, or choose --layout of "
            + String.join(", ", names()));
  }
}

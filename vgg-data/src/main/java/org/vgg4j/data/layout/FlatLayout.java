package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Map;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/** Images that lie in one folder and have no labels; only a user can mean that. */
final class FlatLayout implements Layout {
  private static final ImmutableList<String> UNLABELLED = ImmutableList.of("unlabelled");

  @Override
  public String name() {
    return "flat";
  }

  @Override
  public boolean fits(Path location) {
    return false;
  }

  @Override
  public Map<Split, LabelledFiles> splits(Path location) {
    SortedFolder folder = new SortedFolder(location);
    LabelledFiles.Builder split = LabelledFiles.builder(folder.name(), UNLABELLED);
    folder.images(split).forEach(file -> split.add(file, 0));
    return Map.of(Split.VAL, split.build(location::resolve));
  }
}

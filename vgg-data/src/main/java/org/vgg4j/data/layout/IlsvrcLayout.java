package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * ILSVRC-2012, the data set of the paper, as people have it. Training images are class folders, a
 * folder of class archives, or the archive of them all; validation images are class folders, or a
 * folder or archive of images beside something that tells their classes. Classes are the sorted
 * WordNet ids, as everywhere but in the development kit, whose numbers are mapped by these ids.
 */
final class IlsvrcLayout implements Layout {

  @Override
  public String name() {
    return "ilsvrc";
  }

  @Override
  public boolean fits(Path location) {
    return Files.isDirectory(location) && new IlsvrcPlaces(location).exist();
  }

  @Override
  public Map<Split, LabelledFiles> splits(Path location) {
    IlsvrcPlaces places = new IlsvrcPlaces(location);
    Map<Split, LabelledFiles> splits = new EnumMap<>(Split.class);
    places.train().ifPresent(train -> splits.put(Split.TRAIN, train(train)));
    ImmutableList<String> trainClasses =
        splits.values().stream().findFirst().map(LabelledFiles::classes).orElse(ImmutableList.of());
    GroundTruth truth = new GroundTruth(places.aroundVal(), trainClasses);
    places.val().ifPresent(val -> splits.put(Split.VAL, val(val, truth)));
    if (splits.isEmpty()) {
      throw Problem.data(
          location.toString(),
          "holds nothing of ILSVRC-2012",
          "give the folder with train and val, or with ILSVRC2012_img_train.tar and"
              + " ILSVRC2012_img_val.tar");
    }
    return splits;
  }

  private static LabelledFiles train(Path place) {
    return Files.isDirectory(place) && !ClassArchives.areIn(place)
        ? new ClassFolders(place, Split.TRAIN).read()
        : new ClassArchives(place).read();
  }

  private static LabelledFiles val(Path place, GroundTruth truth) {
    return Files.isDirectory(place) && new SortedFolder(place).hasFolders()
        ? new ClassFolders(place, Split.VAL).read()
        : new ValidationImages(place, truth.of(place)).read();
  }
}

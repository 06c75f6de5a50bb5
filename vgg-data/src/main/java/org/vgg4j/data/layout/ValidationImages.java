package org.vgg4j.data.layout;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.FilePart;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.PartContents;
import org.vgg4j.data.source.Split;

/**
 * ImageNet's validation images without class folders. They get the ids and the order that they
 * would have with class folders, so one data set has one manifest however it is stored.
 *
 * @param place a folder, or an archive
 * @param truth tells their classes
 */
record ValidationImages(Path place, ValidationClasses truth) {

  /** An image, and the class that the ground truth gives it. */
  private record Found(String wordNetId, String name) {
    String id() {
      return Split.VAL + "/" + wordNetId + "/" + name;
    }
  }

  /**
   * Lists them.
   *
   * @throws Problem if some are missing or the ground truth doesn't know them
   */
  LabelledFiles read() {
    LabelledFiles.Builder split =
        LabelledFiles.builder(new SortedFolder(place).name(), truth.all());
    return Files.isDirectory(place) ? ofFolder(split) : ofArchive(split);
  }

  private LabelledFiles ofFolder(LabelledFiles.Builder split) {
    add(new SortedFolder(place).images(split), split);
    return split.build(id -> place.resolve(TarIndex.fileName(id)));
  }

  private LabelledFiles ofArchive(LabelledFiles.Builder split) {
    Map<String, FilePart> images = new LinkedHashMap<>();
    for (FilePart part : TarIndex.of(place)) {
      if (ImageNames.fits(part.name())
          && images.put(TarIndex.fileName(part.name()), part) != null) {
        throw Problem.data(
            place.toString(), "holds " + part.name() + " twice", "download it again, or repack it");
      }
    }
    PartContents.Builder contents = new PartContents.Builder();
    add(images.keySet(), split).forEach(found -> contents.add(part(images, found)));
    return split.build(contents);
  }

  private static FilePart part(Map<String, FilePart> images, Found found) {
    FilePart part = images.get(found.name());
    if (part == null) {
      throw new AssertionError(found.name());
    }
    return part;
  }

  private ImmutableList<Found> add(Collection<String> names, LabelledFiles.Builder split) {
    truth.checkCount(names.size(), place.toString());
    ImmutableList<Found> sorted =
        names.stream()
            .map(name -> new Found(truth.of(name, place.toString()), name))
            .sorted(Comparator.comparing(Found::wordNetId).thenComparing(Found::name))
            .collect(toImmutableList());
    sorted.forEach(found -> split.add(found.id(), truth.all().indexOf(found.wordNetId())));
    return sorted;
  }
}

package org.vgg4j.data.preview;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.vgg4j.core.Seed;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.ImageDataset;

/**
 * What a contact sheet shows.
 *
 * @param dataset where the images come from
 * @param augmentations what is done to them
 * @param seed what the images and their crops hang on
 */
record SheetContent(ImageDataset dataset, Augmentations augmentations, Seed seed) {

  /** A row for each of some images; fewer where the data set has fewer. */
  ImmutableList<SheetRow> rows(int images, Resampler resampler) {
    return seed.at("images")
        .random()
        .ints(0, dataset.size())
        .distinct()
        .limit(Math.min(images, dataset.size()))
        .mapToObj(i -> row(i, resampler))
        .collect(toImmutableList());
  }

  private SheetRow row(int index, Resampler resampler) {
    StoredImage image = dataset.image(index);
    return new SheetRow(
        dataset.classes().get(dataset.label(index)),
        image,
        augmentations.of(image, seed.at("sample").at(index), resampler));
  }

  /** What explains the rows, in lines. */
  ImmutableList<String> footer() {
    return ImmutableList.of(
        String.format(
            "Crops of %s x %s pixels of %s, seed %s. Captions: y, x of the crop in the rescaled"
                + " image; S; levels added to red, green, blue (deviation %s). Mirrored and"
                + " shifted: the first crop at S = %s.",
            augmentations.crop(),
            augmentations.crop(),
            dataset.name(),
            seed.value(),
            augmentations.colours().deviation(),
            augmentations.scales().minimum()));
  }
}

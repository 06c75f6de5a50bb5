package org.vgg4j.experiments.report;

import java.util.List;
import java.util.stream.IntStream;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.image.StoredImage;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.experiments.Preset;

/** What a crop shows of an image at the smallest and the largest train scale of the paper. */
record CropSection(ImageDataset images, Preset preset) {
  private static final List<Integer> SCALES = List.of(256, 384, 512);
  private static final int IMAGES = 4;

  Section section() {
    int crop = preset.recipe().crop();
    Markup body =
        new Markup()
            .element(
                "p",
                "The central crop of %d pixels after the image's smallest side became S: the larger S"
                        .formatted(crop)
                    + ", the less of the object and the more of its detail a network sees.")
            .open("div", Attribute.style("pictures"));
    spread().forEach(index -> body.add(crops(index, crop)));
    return new Section("crops", "Crops at S = 256, 384 and 512", body.close("div"));
  }

  /** Images far from each other, so of different classes where classes lie together. */
  private IntStream spread() {
    int shown = Math.min(IMAGES, images.size());
    return IntStream.range(0, shown).map(i -> (int) ((long) i * images.size() / shown));
  }

  private Markup crops(int index, int crop) {
    Resampler resampler = new Resampler(Filter.BILINEAR);
    StoredImage image = images.image(index);
    String name = images.classes().get(images.label(index));
    Markup group = new Markup().open("figure");
    for (int paperScale : SCALES) {
      int scale = preset.factor().of(paperScale);
      Sample sample = Sample.centralCrop(image.size(), scale, crop);
      group.add(Picture.of(sample.of(image, resampler), name + " at S = " + scale));
    }
    return group.element("figcaption", name).close("figure");
  }
}
